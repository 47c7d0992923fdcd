// Reads blobs, or parts of them, as they come.
import type { Readable } from "node:stream";
import type { Digest } from "../domain/digest.ts";
import { RegistryError } from "../domain/errors.ts";
import { wordsOfAnswer } from "../report/registry-answer.ts";
import { discard } from "./http-answer.ts";
import type { RegistryClient } from "./registry-client.ts";

type OpenBlob = {
  /** Has to be read to its end, or destroyed. */
  readonly body: Readable;
  /** Where in the blob it begins: 0 if the registry does not serve ranges. */
  readonly start: number;
};

type BlobRange = {
  readonly first: number;
  /** Of the last byte; undefined for all that follows. */
  readonly last?: number;
};

/**
 * Opens a blob; of a range, a registry may serve all of it all the same.
 *
 * @throws RegistryError if the registry refuses, or does not answer
 */
export async function openBlob(
  client: Pick<RegistryClient, "open">,
  blob: { readonly repository: string; readonly digest: Digest },
  range?: BlobRange,
): Promise<OpenBlob> {
  const { repository, digest } = blob;
  // https://www.rfc-editor.org/rfc/rfc9110#section-14.2
  const headers = range === undefined ? {} : { range: `bytes=${range.first}-${range.last ?? ""}` };
  const { status, reason, body } = await client.open(repository, `blobs/${digest}`, headers);
  if (status === 200) return { body, start: 0 };
  if (status === 206 && range !== undefined) return { body, start: range.first };
  discard(body);
  const words = wordsOfAnswer({ status, reason }, "");
  throw new RegistryError(`reading ${repository}@${digest}`, { words, status });
}
