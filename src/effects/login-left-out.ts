// Finds out that a registry refused for want of a login that the inputs have a place for.
import { CommandError, NoLoginError } from "../domain/errors.ts";
import { troubleOf } from "../domain/trouble.ts";
import type { LeftOutLogin } from "../inputs/login-inputs.ts";
import { whyNone } from "../report/secret-left-out.ts";
import { lastWords } from "../result/build-failure.ts";

/** Does the work; if a registry refuses whose login was left out, the error says so. */
export async function namingLeftOutLogins<T>(
  leftOut: readonly LeftOutLogin[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const login = error instanceof CommandError ? missedIn(error, leftOut) : undefined;
    if (!(error instanceof CommandError) || login === undefined) throw error;
    throw new NoLoginError(error, { registry: login.registry, why: whyNone(login) });
  }
}

function missedIn(
  { stderr }: CommandError,
  leftOut: readonly LeftOutLogin[],
): LeftOutLogin | undefined {
  if (leftOut.length === 0) return undefined;
  const words = lastWords(stderr);
  if (troubleOf(words) !== "refused") return undefined;
  const hosts = words.text.split(/[^\w.:[\]-]+/).map((word) => word.replace(/:$/, ""));
  return leftOut.find(({ registry }) => hosts.some((host) => isOf(registry, host)));
}

// Docker Hub has registry-1.docker.io and auth.docker.io.
function isOf(registry: string, host: string): boolean {
  return host === registry || (registry === "docker.io" && host.endsWith(".docker.io"));
}
