// What the build may see and the image never holds.
import type { SecretInputs } from "../inputs/secret-inputs.ts";
import { csvField } from "./node.ts";

/** A file that holds one secret. */
export type SecretFile = { readonly path: string; readonly text: string };

export type BuildSecretsPlan = {
  readonly arguments: readonly string[];
  /** Files for this user only, for as long as the build runs. */
  readonly files: readonly SecretFile[];
};

const gitToken = "GIT_AUTH_TOKEN";

/**
 * Secrets that came as text lie in files, as a command line can be read by everybody.
 *
 * @param folder where those files go
 * @param needsToken whether Git fetches from GitHub
 */
export function planBuildSecrets(
  { secrets, files, variables, ssh, githubToken }: SecretInputs,
  { folder, needsToken }: { readonly folder: string; readonly needsToken: boolean },
): BuildSecretsPlan {
  const hasToken = [...secrets, ...files, ...variables].some(({ id }) => id === gitToken);
  const token =
    needsToken && !hasToken && githubToken !== undefined
      ? [{ id: gitToken, value: githubToken }]
      : [];
  const written = [...secrets, ...token].map(({ id, value }, index) => ({
    id,
    file: { path: `${folder}/${index}`, text: value },
  }));
  const named = [
    ...variables.map(({ id, name }) => `id=${id},${csvField(`env=${name}`)}`),
    ...written.map(({ id, file }) => `id=${id},${csvField(`src=${file.path}`)}`),
    ...files.map(({ id, path }) => `id=${id},${csvField(`src=${path}`)}`),
  ];
  return {
    arguments: [
      ...named.flatMap((secret) => ["--secret", secret]),
      ...ssh.flatMap(({ text }) => ["--ssh", text]),
    ],
    files: written.map(({ file }) => file),
  };
}
