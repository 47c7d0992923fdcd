// Reads single inputs, and writes down what is wrong with them.
import { messageOf } from "../domain/message-of.ts";
import { notOneOf } from "../domain/nearest.ts";
import type { Parsed } from "../domain/parsed.ts";
import { type ListForm, splitExact, splitList, splitRecords } from "./list.ts";
import { isPlain, notPlain } from "./plain-text.ts";
import type { RawInputs } from "./raw-inputs.ts";

/** Takes one complaint about the input `name`. */
export type Complain = (name: string, problem: string) => void;

export type Fields = {
  readonly complain: Complain;
  text(name: string): string | undefined;
  flag(name: string, otherwise: boolean): boolean;
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T;
  list(name: string, form: ListForm): readonly string[];
  /** A line is an item, byte for byte; quotes around one let it have several. */
  exactList(name: string): readonly string[];
  /** A list of lists: a line is one, and commas separate its items. */
  records(name: string): readonly (readonly string[])[];
  /** The items that `parse` takes; it complains about the others. */
  parsedList<T>(name: string, parse: (text: string) => Parsed<T>): readonly T[];
  /** The inputs that were asked for: all that there are, once everything has been read. */
  names(): readonly string[];
};

/**
 * Readers for the inputs given. A wrong input is reported to `complain` and read as if it were not
 * there, so that one reading finds every mistake.
 */
export function fieldsOf(raw: RawInputs, complain: Complain): Fields {
  const asked = new Set<string>();
  const given = (name: string): FieldText => {
    const text = raw.get(name);
    const plain = text === undefined || isPlain(text);
    if (!plain && !asked.has(name)) complain(name, notPlain);
    asked.add(name);
    return { name, text: plain ? text : undefined };
  };
  const list = (name: string, form: ListForm) =>
    readList(given(name), (text) => splitList(text, form), complain);
  return {
    complain,
    list,
    exactList: (name) => readList(given(name), splitExact, complain),
    records: (name) => readList(given(name), splitRecords, complain),
    text: (name) => given(name).text,
    flag: (name, otherwise) => readFlag(given(name), otherwise, complain),
    choice: (name, choices) => readChoice(given(name), choices, complain),
    parsedList: (name, parse) =>
      list(name, { commas: true }).flatMap((item) => {
        const result = parse(item);
        if (!result.ok) complain(name, result.problem);
        return result.ok ? [result.value] : [];
      }),
    names: () => [...asked],
  };
}

type FieldText = { readonly name: string; readonly text: string | undefined };

// The booleans of YAML 1.2's core schema, as @actions/core's getBooleanInput takes them.
function readFlag({ name, text }: FieldText, otherwise: boolean, complain: Complain): boolean {
  if (text === undefined) return otherwise;
  if (["true", "True", "TRUE"].includes(text)) return true;
  if (["false", "False", "FALSE"].includes(text)) return false;
  complain(name, `\`${text}\` is not a boolean; write \`true\` or \`false\``);
  return otherwise;
}

function readChoice<T extends string>(
  { name, text }: FieldText,
  choices: readonly [T, ...T[]],
  complain: Complain,
): T {
  const chosen = choices.find((choice) => choice === text);
  if (text === undefined || chosen !== undefined) return chosen ?? choices[0];
  complain(name, notOneOf(text, choices));
  return choices[0];
}

function readList<T>(
  { name, text }: FieldText,
  split: (text: string) => readonly T[],
  complain: Complain,
): readonly T[] {
  if (text === undefined) return [];
  try {
    return split(text);
  } catch (error) {
    complain(
      name,
      `is not a list: ${messageOf(error)}; close each \`"\`, and write \`""\` for one inside`,
    );
    return [];
  }
}
