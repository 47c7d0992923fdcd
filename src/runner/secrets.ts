// What no log may show.

import { passwordsIn } from "../domain/url-passwords.ts";
import { secretsOfCache } from "../inputs/cache-inputs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { RawInputs } from "../inputs/raw-inputs.ts";
import { passwordOf } from "../plan/builder-node.ts";
import type { RunFacts } from "../plan/run-facts.ts";
import type { GitHub } from "./github.ts";

/** Every secret that the inputs and the runner's environment hold, in each form that it takes. */
export function secretsOf(
  { login, build, signing }: Pick<Inputs, "login"> & Partial<Pick<Inputs, "build" | "signing">>,
  { proxies, nodeCertificates }: Pick<RunFacts, "proxies" | "nodeCertificates">,
): readonly string[] {
  const passwords = [
    ...login.logins.flatMap(({ username, password }) =>
      password === ""
        ? []
        : // As Docker's configuration has it.
          [password, Buffer.from(`${username}:${password}`).toString("base64")],
    ),
    ...login.leftOut.map(({ password }) => password),
    ...Object.values(proxies).map(passwordOf),
    ...(signing?.key === undefined ? [] : [signing.key.pem, signing.key.password]),
  ];
  const keys = nodeCertificates.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const ofBuild = build === undefined ? [] : secretsOfBuild(build);
  return distinct([...passwords, ...passwords.map(decoded), ...keys, ...ofBuild]);
}

/** The secrets that inputs hold even if they are not as they should be. */
export function secretsOfTexts(raw: RawInputs): readonly string[] {
  const whole = ["password", "github-token", "sign-key", "sign-key-password"].flatMap(
    (name) => raw.get(name) ?? [],
  );
  const passwords = [...raw.values()].flatMap(passwordsIn);
  return distinct([...whole, ...passwords, ...passwords.map(decoded)]);
}

function secretsOfBuild({ secrets, cache }: Inputs["build"]): readonly string[] {
  const { githubToken = "", secrets: given, ssh } = secrets;
  const keys = ssh.map(({ key = "" }) => key);
  return [...given.map(({ value }) => value), ...keys, ...secretsOfCache(cache), githubToken];
}

function distinct(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets)].filter((secret) => secret !== "");
}

// A URL's password may be percent-encoded.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Takes secrets that no log may show from now on. */
export type Mask = (secrets: readonly string[]) => void;

const shortest = 4;

/**
 * Masks secrets whole and line by line, as the log is printed. A line such as `{` is no secret, and
 * hidden it would spoil the log.
 */
export function maskFor(github: Pick<GitHub, "mask">): Mask {
  return (secrets) => {
    const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
    const trimmed = secrets.map((secret) => secret.trim());
    const all = distinct([
      ...secrets,
      ...trimmed,
      ...lines.filter((line) => line.length >= shortest),
    ]);
    for (const secret of all) github.mask(secret);
  };
}
