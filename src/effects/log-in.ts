// Logs in to registries.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, UserError } from "../domain/errors.ts";
import type { Login } from "../inputs/login-inputs.ts";
import type { Registry } from "../inputs/registry-inputs.ts";
import type { Shell } from "./shell.ts";

export type LogInOptions = {
  /** What the commands need in their environment: the folder, and certificate authorities. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly registries: readonly Registry[];
};

// docker/cli's login asks the engine, which knows neither the CA nor the proxy of this client, and
// only asks the registry itself where no engine answers. BuildKit's client is this client.
const noEngine = ["--host", "unix:///nonexistent/crossbuild.sock"];

/**
 * Logs in, one registry after the other, as they share one file.
 *
 * @throws UserError that names the registry which refuses
 */
export async function logIn(
  shell: Shell,
  logins: readonly Login[],
  options: LogInOptions,
): Promise<void> {
  for (const login of logins) {
    const settings = options.registries.find(({ host }) => host === login.registry);
    const unchecked = settings?.http === true || settings?.insecure === true;
    await (unchecked ? writeLogin(login, options.folder) : dockerLogin(shell, login, options));
  }
}

async function dockerLogin(shell: Shell, login: Login, options: LogInOptions): Promise<void> {
  const { registry, username, password } = login;
  const host = registry === "docker.io" ? [] : [registry];
  const command = ["docker", ...noEngine, "login", "--username", username, "--password-stdin"];
  try {
    await shell.capture(`logging in to ${registry}`, [...command, ...host], {
      environment: options.environment,
      input: password,
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new UserError(
      `${registry} refuses the login of \`${username}\`: ${wordsOf(error.stderr)}. What to try: check user name and password, and that the token has not expired`,
      { cause: error },
    );
  }
}

// docker logs each address that it tried; its last line is about the last one alone.
function wordsOf(stderr: string): string {
  const refusal = /login attempt to \S+ failed with status: 40[13][^"\n]*/.exec(stderr)?.[0];
  const lines = stderr.trim().split("\n");
  return refusal ?? lines.at(-1) ?? "";
}

// A registry over HTTP, or with a certificate that is not checked, can't be asked by docker.
// The form of the file: cli/config/configfile of docker/cli.
async function writeLogin({ registry, username, password }: Login, folder: string): Promise<void> {
  const path = join(folder, "config.json");
  const settings = JSON.parse(await readFile(path, "utf8"));
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  const auths = { ...settings.auths, [registry]: { auth } };
  await writeFile(path, JSON.stringify({ ...settings, auths }));
}
