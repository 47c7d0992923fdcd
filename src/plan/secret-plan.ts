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
  const given = new Set([...secrets, ...files, ...variables].map(({ id }) => id));
  const tokens = tokenHosts
    .filter((host) => !gitSecretsFor(host).some((id) => given.has(id)))
    .flatMap((host) =>
      githubToken === undefined ? [] : [{ id: `${gitToken}.${host}`, value: githubToken }],
    );
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
