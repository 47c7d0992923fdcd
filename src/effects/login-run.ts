// Logs in to registries.
import { ecrPlace, ecrUser } from "../domain/ecr-place.ts";
import { CommandError, UserError } from "../domain/errors.ts";
import { troubleOf } from "../domain/trouble.ts";
import type { Login } from "../inputs/login-inputs.ts";
import type { Registry } from "../inputs/registry-inputs.ts";
import type { AwsEnvironment } from "../plan/login-ecr.ts";
import { remedyOf } from "../report/failure-remedy.ts";
import { writeLogin } from "./docker-config-folder.ts";
import type { Proxies } from "./http-client.ts";
import type { Shell } from "./shell.ts";

type LogInOptions = {
  /** What the commands need in their environment: certificate authorities. */
  readonly environment: Readonly<Record<string, string>>;
  /** Docker's configuration, which gets the logins. */
  readonly folder: string;
  readonly registries: readonly Registry[];
  readonly aws: AwsEnvironment;
  readonly proxies: Proxies;
  /** Takes what no log may show. */
  readonly mask: (secret: string) => void;
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
  for (const given of logins) {
    const login = await exchanged(given, options);
    const settings = options.registries.find(({ host }) => host === login.registry);
    if (settings?.http || settings?.insecure) await unsafeLogin(login, settings, options);
    else await dockerLogin(shell, login, options);
  }
}

// An access key of AWS is no password to Amazon's registries.
async function exchanged(login: Login, options: LogInOptions): Promise<Login> {
  const place = ecrPlace(login.registry);
  if (place === undefined || login.username === ecrUser) return login;
  const { ecrLogin } = await import("./login-ecr-token.ts");
  return await ecrLogin(login, place, options);
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
    throw refusal(login, wordsOf(error.stderr), error);
  }
}

// docker logs each address that it tried; its last line is about the last one alone.
function wordsOf(stderr: string): string {
  const refusal = /login attempt to \S+ failed with status: 40[13][^"\n]*/.exec(stderr)?.[0];
  const lines = stderr.trim().split("\n");
  return refusal ?? lines.at(-1) ?? "";
}

// A registry over HTTP, or with a certificate that is not checked, can't be asked by docker.
async function unsafeLogin(
  login: Login,
  settings: Registry,
  { folder, proxies }: LogInOptions,
): Promise<void> {
  const { refusesLogin } = await import("./login-registry.ts");
  const words = await refusesLogin(login, { plainHttp: settings.http === true, proxies });
  if (words !== undefined) throw refusal(login, words);
  await writeLogin(folder, login);
}

function refusal({ registry, username }: Login, words: string, cause?: unknown): UserError {
  const title = `no login to ${registry} as \`${username}\`: ${words}`;
  const asked = { asker: "login", host: registry } as const;
  const trouble = troubleOf({ text: words }) ?? "refused";
  const tryThis = remedyOf(trouble, asked) ?? remedyOf("refused", asked);
  return new UserError(title, { tryThis, cause });
}
