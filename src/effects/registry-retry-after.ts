// Asks a registry how long it wants to be left alone: the engine does not pass that on.
import { parseRetryAfter } from "../plan/retry-verdict.ts";

const timeout = 10_000;
const accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/**
 * Milliseconds, or undefined where the registry does not say, or lets nobody ask without a login.
 *
 * @param manifestUrl of any manifest there
 */
export async function askRetryAfter(manifestUrl: string | undefined): Promise<number | undefined> {
  if (manifestUrl === undefined) return undefined;
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(manifestUrl, { headers: { accept }, signal });
    await response.body?.cancel();
    const text = response.headers.get("retry-after");
    return response.ok || text === null ? undefined : parseRetryAfter(text.trim(), Date.now());
  } catch {
    // Then the usual pause has to do.
    return undefined;
  }
}
