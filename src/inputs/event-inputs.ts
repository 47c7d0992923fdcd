// The inputs for what comes from the event: labels and annotations.
import { notOneOf } from "../domain/nearest.ts";
import { parseTemplate, type Template } from "../domain/template.ts";
import type { Complain, Fields } from "./fields.ts";
import type { NameInputs } from "./names-inputs.ts";
import { unknownWord } from "./names-rule-items.ts";

export type EventInputs = {
  /** Whether the event makes tags, labels and annotations. */
  readonly describes: boolean;
  /** The labels and annotations of the inputs, if the event adds more: they may have expressions. */
  readonly labels: readonly Template[];
  readonly annotations: readonly Template[];
  /** The annotations' levels: `manifest`, `index-descriptor[linux/amd64]`. */
  readonly annotationLevels: readonly string[];
};

const levels = ["manifest", "index", "manifest-descriptor", "index-descriptor"];

type NameSources = Pick<NameInputs, "images" | "rules"> & {
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
};

export function readEventInputs(fields: Fields, given: NameSources): EventInputs {
  const { complain } = fields;
  const annotationLevels = [...new Set(fields.list("annotation-levels", { commas: true }))];
  for (const level of annotationLevels) {
    const [name = ""] = level.split("[");
    if (!levels.includes(name))
      complain("annotation-levels", unknownWord("a level", level, levels));
  }
  const describes = [given.images, given.rules, annotationLevels].some(({ length }) => length > 0);
  const templates = (name: string, texts: readonly string[]) =>
    describes ? texts.flatMap((text) => readTemplate(name, text, complain)) : [];
  return {
    describes,
    labels: templates("labels", given.labels),
    annotations: templates("annotations", given.annotations),
    annotationLevels,
  };
}

/** Reads `push`; with `auto` the event decides, and until then nothing is pushed. */
export function readPush(
  fields: Fields,
  otherwise: boolean,
): { readonly push: boolean; readonly pushByEvent: boolean } {
  const text = fields.text("push");
  if (text === "auto") return { push: false, pushByEvent: true };
  const isFlag = text === undefined || /^(?:true|false)$/i.test(text);
  if (!isFlag) fields.complain("push", notOneOf(text, ["true", "false", "auto"]));
  return { push: isFlag && fields.flag("push", otherwise), pushByEvent: false };
}

function readTemplate(name: string, text: string, complain: Complain): readonly Template[] {
  const template = parseTemplate(text, "event");
  if (!template.ok) complain(name, template.problem);
  return template.ok ? [template.value] : [];
}
