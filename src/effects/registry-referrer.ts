// Attaches artifacts to what a repository has:
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests-with-subject
import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import type { Digest } from "../domain/digest.ts";
import { RegistryError } from "../domain/errors.ts";
import { wordsOfAnswer } from "../report/registry-answer.ts";
import { type Artifact, emptyConfig, type Referrer } from "../result/sign-artifact.ts";
import type { RegistryClient } from "./registry-client.ts";
import { pushBlob, pushManifest } from "./registry-push.ts";

const indexType = "application/vnd.oci.image.index.v1+json";
const referrers = v.looseObject({
  manifests: v.array(v.looseObject({ digest: v.string() })),
});
type Referrers = v.InferOutput<typeof referrers>;

/** How much longer another job may take than this one, from reading a tag to writing it. */
const slowerBy = 5;
const leastSettleMilliseconds = 100;
const mostRounds = 10;

export type Attacher = {
  /** Does what all artifacts have in common; a failure shows once one is attached. */
  begin(repository: string, subject: Digest): void;
  /**
   * Pushes artifacts that speak of one subject. A registry without the referrers API gets them into
   * the index under the subject's tag, where other jobs may write at the same time.
   *
   * @param repository `registry/path`
   * @throws RegistryError if the registry refuses one, or does not answer
   */
  attach(repository: string, subject: Digest, artifacts: readonly Artifact[]): Promise<void>;
};

export function attacher(client: RegistryClient): Attacher {
  // Registries may lose a blob that is uploaded several times at once.
  const pushConfig = onceEach((repository) => pushBlob(client, repository, emptyConfig));
  const hasApi = onceEach((repository, subject: Digest) =>
    listsReferrers(client, repository, subject),
  );
  return {
    begin: (repository, subject) => {
      for (const begun of [pushConfig(repository), hasApi(repository, subject)]) {
        begun.catch(() => undefined);
      }
    },
    attach: async (repository, subject, artifacts) => {
      await pushConfig(repository);
      const unlisted: Referrer[] = [];
      for (const { referrer, mediaType, bytes, blob } of artifacts) {
        await pushBlob(client, repository, blob);
        const place = { repository, reference: referrer.digest };
        const headers = await pushManifest(client, place, { mediaType, bytes });
        if (headers["oci-subject"] === undefined) unlisted.push(referrer);
      }
      if (unlisted.length === 0) return;
      if (await hasApi(repository, subject)) return;
      const tag = subject.replace(":", "-");
      await list(client, { repository, tag }, unlisted);
    },
  };
}

/** Does it once for each repository, and anew if it failed. */
function onceEach<T, A extends readonly unknown[]>(
  work: (repository: string, ...more: A) => Promise<T>,
): (repository: string, ...more: A) => Promise<T> {
  const begun = new Map<string, Promise<T>>();
  return (repository, ...more) => {
    const known = begun.get(repository);
    if (known !== undefined) return known;
    const fresh = work(repository, ...more);
    begun.set(repository, fresh);
    fresh.catch(() => begun.delete(repository));
    return fresh;
  };
}

type Place = { readonly repository: string; readonly tag: string };

// A registry has no way to write a tag only if it is still what was read.
async function list(client: RegistryClient, place: Place, all: readonly Referrer[]): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const begun = performance.now();
    const index = await readReferrers(client, place);
    const listed = new Set(index.manifests.map(({ digest }) => digest));
    const missing = all.filter(({ digest }) => !listed.has(digest));
    if (missing.length === 0) return;
    const bytes = Buffer.from(
      JSON.stringify({ ...index, manifests: [...index.manifests, ...missing] }),
    );
    const named = { repository: place.repository, reference: place.tag };
    await pushManifest(client, named, { mediaType: indexType, bytes });
    const settle = Math.max(leastSettleMilliseconds, slowerBy * (performance.now() - begun));
    await sleep(settle * (1 + Math.random() / 2));
  }
  throw new RegistryError(`listing signatures under ${place.repository}:${place.tag}`, {
    words: `other jobs have written the tag ${mostRounds} times since`,
  });
}

// Some registries have the API, and say nothing of it in their answer to a manifest with a subject.
async function listsReferrers(
  client: RegistryClient,
  repository: string,
  subject: Digest,
): Promise<boolean> {
  const { status, body } = await client.ask("GET", repository, `referrers/${subject}`);
  return status === 200 && referrersIn(body.toString()) !== undefined;
}

async function readReferrers(
  client: RegistryClient,
  { repository, tag }: Place,
): Promise<Referrers> {
  const { status, reason, body } = await client.ask("GET", repository, `manifests/${tag}`);
  if (status === 404) return emptyIndex;
  const doing = `reading ${repository}:${tag}`;
  if (status !== 200) {
    throw new RegistryError(doing, { words: wordsOfAnswer({ status, reason }, `${body}`), status });
  }
  const read = referrersIn(body.toString());
  if (read !== undefined) return read;
  const words = "what it serves is no index, as a list of signatures is";
  throw new RegistryError(doing, { words });
}

function referrersIn(text: string): Referrers | undefined {
  try {
    return v.parse(referrers, JSON.parse(text));
  } catch {
    return undefined;
  }
}

const emptyIndex = { schemaVersion: 2, mediaType: indexType, manifests: [] };
