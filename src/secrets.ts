// What no log may show.
import { secretsOfCache } from "./inputs/cache-inputs.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { RunFacts } from "./plan/facts.ts";
import { passwordOf } from "./plan/node.ts";

/** Every secret that the inputs and the runner's environment hold, in each form that it takes. */
export function secretsOf(
  { login, build }: Pick<Inputs, "login"> & Partial<Pick<Inputs, "build">>,
  { proxies, nodeCertificates }: Pick<RunFacts, "proxies" | "nodeCertificates">,
): readonly string[] {
  const passwords = [
    ...login.logins.flatMap(({ username, password }) => [
      password,
      // As Docker's configuration has it.
      Buffer.from(`${username}:${password}`).toString("base64"),
    ]),
    ...Object.values(proxies).map(passwordOf),
  ];
  const keys = nodeCertificates.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const ofBuild = build === undefined ? [] : secretsOfBuild(build);
  const secrets = [...passwords, ...passwords.map(decoded), ...keys, ...ofBuild];
  return [...new Set(secrets)].filter((secret) => secret !== "");
}

function secretsOfBuild({ secrets, cache }: Inputs["build"]): readonly string[] {
  const { githubToken = "", secrets: given } = secrets;
  return [...given.map(({ value }) => value), ...secretsOfCache(cache), githubToken];
}

// A proxy's password may be percent-encoded.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
