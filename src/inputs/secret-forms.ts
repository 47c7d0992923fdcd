// Recognises almost correct forms of secrets by their structure, and shows nothing that may be secret.

import { notQuoted, quotesWithin } from "./list.ts";

/** An ID: part of a CSV field, and of a mount in the Dockerfile, if it is not quoted. */
export const idForm = /^[^\s",=]+$/;

export type SecretInput = "secrets" | "secret-files" | "secret-envs";

/**
 * What is wrong with the items as a whole, if their form shows what was meant; undefined if
 * each of them can be looked at alone.
 *
 * @param items as they are after the list was split
 */
export function misformed(input: SecretInput, items: readonly string[]): string | undefined {
  const quoted = quotesWithin(items);
  if (quoted >= 0) {
    return `${notQuoted(quoted)}, or put the secret into the step's \`env:\` and name that in \`secret-envs\``;
  }
  const option = input === "secret-envs" ? optionOfFields(items) : items.findIndex(isOption);
  if (option < 0) return undefined;
  return `item ${option + 1} has the form of \`docker build --secret\`; ${instead[input]}`;
}

const instead: Readonly<Record<SecretInput, string>> = {
  secrets:
    "write `npm=a-secret`, or use `secret-files` (`npm=.npmrc`) or `secret-envs` (`npm=NPM_TOKEN`)",
  "secret-files": "write the ID and the path, as in `npm=.npmrc`",
  "secret-envs": "write the ID and the variable, as in `npm=NPM_TOKEN`",
};

// `id=npm,src=.npmrc`, `type=env,id=npm`
function isOption(item: string): boolean {
  return /^(?:id=[^,=]+,(?:src|source|env|type)=|type=(?:file|env),(?:id|src|source|env)=)/.test(
    item,
  );
}

// Its commas have made items of their own.
function optionOfFields(items: readonly string[]): number {
  return items.findIndex((item, index) => isOption(`${item},${items[index + 1] ?? ""}`));
}
