// Asks a credential helper for a login: https://github.com/docker/docker-credential-helpers
import * as v from "valibot";
import { CommandError, RegistryError, UserError } from "../domain/errors.ts";
import type { Shell } from "./shell.ts";

const seconds = 30;
const answer = v.object({ Username: v.string(), Secret: v.string() });
const tokenUser = "<token>";
// credentials/error.go of docker/docker-credential-helpers; it is printed to standard output.
const notFound = "credentials not found in native keychain";

/**
 * @param key what the login is kept under: `registry.internal:5000`
 * @returns undefined if the helper has none
 * @throws RegistryError that names the helper, if it fails or does not answer
 */
export async function askHelper(
  helper: string,
  key: string,
  shell: Shell,
): Promise<Credentials | undefined> {
  const program = `docker-credential-${helper}`;
  const signal = AbortSignal.timeout(seconds * 1000);
  const fails = (words: string, cause?: unknown) =>
    new RegistryError(`asking ${program} for the login to ${key}`, {
      words: `the credential helper ${program}, which Docker's config.json names, ${words}`,
      cause,
    });
  try {
    const { stdout } = await shell.capture("asking for a login", [program, "get"], {
      input: key,
      signal,
    });
    return loginIn(stdout) ?? Promise.reject(fails("printed what is no login"));
  } catch (error) {
    if (signal.aborted) throw fails(`did not answer within ${seconds} seconds`, error);
    if (error instanceof UserError) throw fails("could not be started", error);
    if (!(error instanceof CommandError)) throw error;
    const said = [error.stdout, error.stderr].map((text) => text.trim());
    if (said.includes(notFound)) return undefined;
    const code = error.exitCode === null ? "" : ` with code ${error.exitCode}`;
    // What begins as its answer may hold the secret.
    const words = said.filter((text) => text !== "" && !text.startsWith("{")).join(" ");
    throw fails(`ended${code}: ${words || "it gave no reason"}`, error);
  }
}

function loginIn(stdout: string): Credentials | undefined {
  try {
    const { Username: username, Secret: secret } = v.parse(answer, JSON.parse(stdout));
    return username === tokenUser
      ? { kind: "identity-token", token: secret }
      : { kind: "password", username, password: secret };
  } catch {
    return undefined;
  }
}

export type Credentials =
  | { readonly kind: "password"; readonly username: string; readonly password: string }
  /** What a registry's token server gave in place of a password. */
  | { readonly kind: "identity-token"; readonly token: string }
  /** What the registry itself takes in place of a token of its server. */
  | { readonly kind: "registry-token"; readonly token: string };
