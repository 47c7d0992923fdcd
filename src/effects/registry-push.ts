// Pushes small blobs and manifests: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
import type { Digest } from "../domain/digest.ts";
import { RegistryError } from "../domain/errors.ts";
import { parseRetryAfter } from "../plan/retry-verdict.ts";
import { wordsOfAnswer } from "../report/registry-answer.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { RegistryClient } from "./registry-client.ts";
import { digestOf } from "./sha256.ts";

/** @throws RegistryError if the registry refuses it, or does not answer */
export async function pushBlob(
  client: RegistryClient,
  repository: string,
  bytes: Uint8Array,
): Promise<void> {
  const digest = digestOf(bytes);
  const begun = await client.send(repository, { method: "POST", to: "blobs/uploads/" });
  accept(begun, [202], `${repository}@${digest}`);
  const { location } = begun.headers;
  if (location === undefined || !URL.canParse(location, begun.url)) {
    const words = "it begins an upload, and does not say where to";
    throw new RegistryError(`writing to ${repository}`, { words });
  }
  const to = new URL(location, begun.url);
  to.searchParams.set("digest", digest);
  const headers = { "content-type": "application/octet-stream" };
  const upload = { method: "PUT", to: to.href, headers, body: bytes } as const;
  accept(await client.send(repository, upload), [201, 204], `${repository}@${digest}`);
}

/**
 * @param reference a digest or a tag
 * @returns the registry's headers
 * @throws RegistryError if the registry refuses it, or does not answer
 */
export async function pushManifest(
  client: RegistryClient,
  { repository, reference }: { readonly repository: string; readonly reference: Digest | string },
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<HttpAnswer["headers"]> {
  const answer = await client.send(repository, {
    ...{ method: "PUT", to: `manifests/${reference}`, body: bytes },
    headers: { "content-type": mediaType },
  });
  accept(answer, [201, 202], `${repository}${reference.includes(":") ? "@" : ":"}${reference}`);
  return answer.headers;
}

function accept(answer: HttpAnswer, statuses: readonly number[], name: string): void {
  const { status, reason, body, headers, elsewhere } = answer;
  if (statuses.includes(status)) return;
  const wait = headers["retry-after"];
  const pause = wait === undefined ? undefined : parseRetryAfter(wait, Date.now());
  throw new RegistryError(`writing ${name}`, {
    words: wordsOfAnswer({ status, reason }, body.toString(), { elsewhere }),
    status,
    until: pause === undefined ? undefined : new Date(Date.now() + pause),
  });
}
