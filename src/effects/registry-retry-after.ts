// Asks a registry how long it wants to be left alone: the engine does not pass that on.
import type { RegistryAccess } from "../plan/registry-access.ts";
import { parseRetryAfter } from "../plan/retry-verdict.ts";
import { discard } from "./http-answer.ts";
import { sender } from "./registry-connections.ts";

const within = 10_000;
const accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/**
 * Milliseconds, or undefined if the registry does not say, or does not answer without a login.
 *
 * @param url of any manifest there
 */
export async function askRetryAfter(
  url: string | undefined,
  access: RegistryAccess,
): Promise<number | undefined> {
  if (url === undefined) return undefined;
  try {
    const request = { method: "GET", url, headers: { accept }, within } as const;
    const { status, headers, body } = await sender(access)(request);
    discard(body);
    const text = headers["retry-after"];
    return status < 300 || text === undefined
      ? undefined
      : parseRetryAfter(text.trim(), Date.now());
  } catch {
    // Then the usual pause has to do.
    return undefined;
  }
}
