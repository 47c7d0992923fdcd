// Reads the attributes of one rule of `tags`, and says what is wrong with them.
import { messageOf } from "../domain/message-of.ts";
import type { Parsed } from "../domain/parsed.ts";
import { parseTemplate, type Template, type TemplateField } from "../domain/template.ts";
import { type Attributes, unknownWord } from "./names-rule-items.ts";

type Complain = (problem: string) => void;

export type Readers = ReturnType<typeof readersOf>;

/**
 * Readers of single attributes; undefined is what is not there.
 *
 * @param isWhole whether what is not there is missed
 */
export function readersOf(attributes: Attributes, isWhole: boolean, complain: Complain) {
  const taken = <T>(read: Parsed<T>): T | undefined => {
    if (!read.ok) complain(read.problem);
    return read.ok ? read.value : undefined;
  };
  const text = (key: string) => attributes.get(key) || undefined;
  const template = (key: string, place: TemplateField = "event") => {
    const given = attributes.get(key);
    return given === undefined ? undefined : taken(parseTemplate(given, place));
  };
  return {
    text,
    template,
    value: () => ({ value: text("value") === undefined ? undefined : template("value") }),
    required: <T>(key: string, value: T | undefined, otherwise: T): T => {
      const given = attributes.has(key) || (key === "value" && attributes.has(""));
      if (isWhole && (!given || (key !== "value" && text(key) === undefined)))
        complain(`has no \`${key}\``);
      return value ?? otherwise;
    },
    number: (key: string) => {
      const given = text(key);
      const number = given === undefined ? undefined : Number(given);
      if (number === undefined || !Number.isNaN(number)) return number;
      complain(`\`${key}=${given}\` is not a number`);
      return undefined;
    },
    choice: <T extends string>(key: string, choices: readonly T[]): T | undefined => {
      const given = text(key);
      const chosen = choices.find((choice) => choice === given);
      if (given !== undefined && chosen === undefined) {
        complain(unknownWord(`a value of \`${key}\``, given, choices));
      }
      return chosen;
    },
    flag: (key: string): Template | undefined => {
      const given = template(key);
      if (given === undefined || attributes.get(key)?.includes("{{")) return given;
      if (text(key) === "true" || text(key) === "false") return given;
      complain(`\`${key}=${attributes.get(key)}\`: it takes \`true\` or \`false\``);
      return undefined;
    },
    /** A regular expression. */
    pattern: (key: string) => readPattern(text(key), undefined, complain),
    /** One that may stand as `/…/flags`. */
    flaggedPattern: (key: string) => {
      const [, source, flags] = /^\/(.+)\/(.*)$/.exec(text(key) ?? "") ?? [];
      return readPattern(source ?? text(key), flags, complain);
    },
  };
}

function readPattern(
  source: string | undefined,
  flags: string | undefined,
  complain: Complain,
): RegExp | undefined {
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, flags);
  } catch (error) {
    complain(`\`${source}\` is not a regular expression: ${messageOf(error)}`);
    return undefined;
  }
}
