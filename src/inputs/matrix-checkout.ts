// What a reusable workflow's checkout needs.
import { notOneOf } from "../domain/nearest.ts";
import type { Fields } from "./fields.ts";

/** Inputs of actions/checkout; empty for those that are not given. `none`: no checkout at all. */
export type Checkout = {
  readonly none: boolean;
  readonly ref: string;
  readonly submodules: string;
  readonly lfs: string;
  readonly "fetch-depth": string;
  readonly "fetch-tags": string;
};

const byDefault: Checkout = {
  ...{ none: false, ref: "", submodules: "false", lfs: "false" },
  ...{ "fetch-depth": "1", "fetch-tags": "false" },
};
const forms: Readonly<Record<string, RegExp>> = {
  ref: /^\S+$/,
  submodules: /^(?:true|false|recursive)$/,
  lfs: /^(?:true|false)$/,
  "fetch-depth": /^\d+$/,
  "fetch-tags": /^(?:true|false)$/,
};
const takes: Readonly<Record<string, string>> = {
  ref: "a branch, tag or commit, such as `v1.2.3`",
  submodules: "`true`, `false` or `recursive`",
  lfs: "`true` or `false`",
  "fetch-depth": "a number of commits, or `0` for all",
  "fetch-tags": "`true` or `false`",
};

/** Reads `checkout`: `none`, or lines such as `submodules=recursive`. */
export function readCheckout(fields: Fields): Checkout {
  const lines = fields.list("checkout", { commas: true });
  if (lines.length === 1 && lines[0] === "none") return { ...byDefault, none: true };
  const given = new Map<string, string>();
  for (const line of lines) {
    const [, key = "", value = ""] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
    const problem = problemOf(line, key.trim(), value.trim());
    if (problem !== undefined) fields.complain("checkout", problem);
    else given.set(key.trim(), value.trim());
  }
  return { ...byDefault, ...Object.fromEntries(given) };
}

function problemOf(line: string, key: string, value: string): string | undefined {
  if (!line.includes("=")) {
    return `\`${line}\` is not \`key=value\`; write \`none\` alone, or lines such as \`submodules=recursive\``;
  }
  const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
  if (form === undefined) return notOneOf(key, Object.keys(forms));
  return form.test(value) ? undefined : `\`${line}\`: \`${key}\` takes ${takes[key]}`;
}
