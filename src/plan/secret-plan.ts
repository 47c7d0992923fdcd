// What the build may see and the image never holds.
import type { SecretInputs } from "../inputs/secret-inputs.ts";
import { csvField } from "./builder-node.ts";

/** A file that holds one secret. */
export type SecretFile = { readonly path: string; readonly text: string };

type BuildSecretsPlan = {
  readonly arguments: readonly string[];
  /** Files for this user only, for as long as the build runs. */
  readonly files: readonly SecretFile[];
};

/**
 * The same for a bake, by buildx's environment: it refuses files outside of the working directory
 * unless `--allow` names them, which buildx before 0.18 does not know.
 */
export function planBakeSecrets(
  inputs: Pick<SecretInputs, "secrets" | "files" | "variables" | "githubToken">,
  tokenHosts: readonly string[],
): { readonly secrets: readonly string[]; readonly environment: Readonly<Record<string, string>> } {
  const held = [...inputs.secrets, ...tokensFor(tokenHosts, inputs)].map(
    ({ id, value }, index) => ({
      ...{ id, value, name: `CROSSBUILD_SECRET_${index}` },
    }),
  );
  return {
    secrets: [
      ...[...inputs.variables, ...held].map(
        ({ id, name }) => `id=${id},${csvField(`env=${name}`)}`,
      ),
      ...inputs.files.map(({ id, path }) => `id=${id},${csvField(`src=${path}`)}`),
    ],
    environment: Object.fromEntries(held.map(({ name, value }) => [name, value])),
  };
}

const gitToken = "GIT_AUTH_TOKEN";

/** What BuildKit authorizes itself with at a Git host; the names without one are for all hosts. */
const gitSecretsFor = (host: string) =>
  [gitToken, "GIT_AUTH_HEADER"].flatMap((name) => [name, `${name}.${host}`]);

/**
 * Secrets that came as text lie in files, as a command line can be read by everybody. GitHub's token
 * is for its own hosts, and only if the user has given nothing else for them.
 *
 * @param folder where those files go
 * @param tokenHosts those from which Git fetches with GitHub's token
 */
export function planBuildSecrets(
  { secrets, files, variables, ssh, githubToken }: SecretInputs,
  { folder, tokenHosts }: { readonly folder: string; readonly tokenHosts: readonly string[] },
): BuildSecretsPlan {
  const tokens = tokensFor(tokenHosts, { secrets, files, variables, githubToken });
  const written = [...secrets, ...tokens].map(({ id, value }, index) => ({
    id,
    file: { path: `${folder}/${index}`, text: value },
  }));
  const keys = ssh.flatMap(({ id, key }) =>
    key === undefined ? [] : [{ id, file: { path: `${folder}/ssh-${id}`, text: key } }],
  );
  const agents = ssh
    .filter(({ key }) => key === undefined)
    .map(({ id, paths }) => (paths.length === 0 ? id : `${id}=${paths.join(",")}`));
  const named = [
    ...variables.map(({ id, name }) => `id=${id},${csvField(`env=${name}`)}`),
    ...written.map(({ id, file }) => `id=${id},${csvField(`src=${file.path}`)}`),
    ...files.map(({ id, path }) => `id=${id},${csvField(`src=${path}`)}`),
  ];
  return {
    arguments: [
      ...named.flatMap((secret) => ["--secret", secret]),
      ...[...agents, ...keys.map(({ id, file }) => `${id}=${file.path}`)].flatMap((agent) => [
        "--ssh",
        agent,
      ]),
    ],
    files: [...written, ...keys].map(({ file }) => file),
  };
}

function tokensFor(
  hosts: readonly string[],
  {
    secrets,
    files,
    variables,
    githubToken: value,
  }: Pick<SecretInputs, "secrets" | "files" | "variables" | "githubToken">,
): readonly { readonly id: string; readonly value: string }[] {
  const given = new Set([...secrets, ...files, ...variables].map(({ id }) => id));
  if (value === undefined) return [];
  return hosts
    .filter((host) => !gitSecretsFor(host).some((id) => given.has(id)))
    .map((host) => ({ id: `${gitToken}.${host}`, value }));
}
