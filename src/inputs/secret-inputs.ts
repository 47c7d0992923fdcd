// The inputs of what a build may see and an image never holds: secrets, SSH, GitHub's token.
import type { Fields } from "./fields.ts";
import { misformed, type SecretInput } from "./secret-forms.ts";

export type SecretInputs = {
  readonly secrets: readonly { readonly id: string; readonly value: string }[];
  readonly files: readonly { readonly id: string; readonly path: string }[];
  /** Those that are in variables of the step's environment. */
  readonly variables: readonly { readonly id: string; readonly name: string }[];
  readonly ssh: readonly SshAgent[];
  readonly githubToken: string | undefined;
};

/** A socket or keys under an ID; without paths it is the socket of SSH_AUTH_SOCK. */
export type SshAgent = {
  readonly text: string;
  readonly id: string;
  readonly paths: readonly string[];
};

// Part of a CSV field, and of a mount in the Dockerfile, where it stands without quotes.
const idForm = /^[^\s",=]+$/;

export function readSecrets(fields: Fields): SecretInputs {
  return {
    secrets: readPairs(fields, "secrets", { commas: false, example: "npm=a-secret" }).map(
      ({ id, rest }) => ({ id, value: rest }),
    ),
    files: readPairs(fields, "secret-files", { commas: false, example: "npmrc=.npmrc" }).map(
      ({ id, rest }) => ({ id, path: rest }),
    ),
    variables: readPairs(fields, "secret-envs", { commas: true, example: "npm=NPM_TOKEN" }).map(
      ({ id, rest }) => ({ id, name: rest }),
    ),
    // One with several keys has commas of its own.
    ssh: fields.list("ssh", { commas: "outside quotes" }).map((text) => readAgent(text, fields)),
    githubToken: fields.text("github-token"),
  };
}

type Form = { readonly commas: boolean; readonly example: string };

// An item of `secrets` that is not as it should be may be a part of a secret: it is never shown.
function readPairs(fields: Fields, input: SecretInput, { commas, example }: Form) {
  const items = fields.list(input, { commas });
  const problem = misformed(input, items);
  if (problem !== undefined) {
    fields.complain(input, problem);
    return [];
  }
  return items.flatMap((text, index) => {
    const equals = text.indexOf("=");
    const id = text.slice(0, Math.max(equals, 0)).trim();
    const rest = text.slice(equals + 1);
    if (equals >= 0 && idForm.test(id) && rest !== "") return [{ id, rest }];
    const item = `item ${index + 1}`;
    if (equals < 0 || !idForm.test(id)) {
      const quotes =
        input === "secrets" ? "; where a value has several lines, quotes go around the item" : "";
      fields.complain(input, `${item} is not \`id=…\`, as in \`${example}\`${quotes}`);
    } else {
      // A line of a secret may end with `=`, so that what looks like an ID is not shown.
      fields.complain(
        input,
        `${item} has nothing after its \`=\`; is the secret empty in this event, as in a fork's?`,
      );
    }
    return [];
  });
}

function readAgent(text: string, { complain }: Fields): SshAgent {
  const equals = text.indexOf("=");
  const id = equals < 0 ? text : text.slice(0, equals);
  const paths = equals < 0 ? [] : text.slice(equals + 1).split(",");
  if (!idForm.test(id) || paths.some((path) => path === "")) {
    complain(
      "ssh",
      `\`${text}\` is neither an ID nor \`id=path\`; take \`default\`, or as in \`github=keys/id_ed25519\``,
    );
  }
  return { text, id, paths: paths.filter((path) => path !== "") };
}
