// The inputs of what a build may see and an image never holds: secrets, SSH, GitHub's token.
import type { Fields } from "./fields.ts";
import { idForm, misformed, type SecretInput } from "./secret-forms.ts";
import { readSsh, type SshAgent } from "./secret-ssh.ts";

export type SecretInputs = {
  readonly secrets: readonly { readonly id: string; readonly value: string }[];
  readonly files: readonly { readonly id: string; readonly path: string }[];
  /** Those that are in variables of the step's environment. */
  readonly variables: readonly { readonly id: string; readonly name: string }[];
  /** What is empty in this event, as secrets are for forks and Dependabot: the build does without. */
  readonly leftOut: readonly LeftOut[];
  readonly ssh: readonly SshAgent[];
  readonly githubToken: string | undefined;
};

/** The input, and what of it is empty: `item 2 has nothing after its =`. */
export type LeftOut = { readonly input: string; readonly what: string };

export function readSecrets(fields: Fields): SecretInputs {
  const [secrets, files, variables] = [
    readPairs(fields, "secrets", { items: fields.exactList("secrets"), example: "npm=a-secret" }),
    readPairs(fields, "secret-files", {
      items: fields.list("secret-files", { commas: false }),
      example: "npmrc=.npmrc",
    }),
    readPairs(fields, "secret-envs", {
      items: fields.list("secret-envs", { commas: true }),
      example: "npm=NPM_TOKEN",
    }),
  ];
  return {
    secrets: secrets.pairs.map(({ id, rest }) => ({ id, value: rest })),
    files: files.pairs.map(({ id, rest }) => ({ id, path: rest })),
    variables: variables.pairs.map(({ id, rest }) => ({ id, name: rest })),
    leftOut: [...secrets.leftOut, ...files.leftOut, ...variables.leftOut],
    ssh: readSsh(fields),
    githubToken: fields.text("github-token"),
  };
}

type SecretItems = { readonly items: readonly string[]; readonly example: string };
type Pair = { readonly id: string; readonly rest: string };

// An item of `secrets` that is not as it should be may be a part of a secret: it is never shown. A
// line of one may end with `=`, so that even what looks like an ID is not.
function readPairs(fields: Fields, input: SecretInput, { items, example }: SecretItems) {
  const pairs: Pair[] = [];
  const leftOut: LeftOut[] = [];
  const problem = misformed(input, items);
  if (problem !== undefined) {
    fields.complain(input, problem);
    return { pairs, leftOut };
  }
  for (const [index, text] of items.entries()) {
    const equals = text.indexOf("=");
    const id = text.slice(0, Math.max(equals, 0)).trim();
    const rest = text.slice(equals + 1);
    const item = `item ${index + 1}`;
    if (equals < 0 || !idForm.test(id)) {
      const quotes =
        input === "secrets"
          ? "; put quotes around the whole item if its value has several lines"
          : "";
      fields.complain(input, `${item} is not \`id=…\`, as in \`${example}\`${quotes}`);
    } else if (rest.trim() === "") {
      leftOut.push({ input, what: `${item} has nothing after its \`=\`` });
    } else pairs.push({ id, rest });
  }
  return { pairs, leftOut };
}
