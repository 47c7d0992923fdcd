// Images that buildx pushed to a registry, byte for byte, and ways to bend them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Digest, parseDigest } from "../../src/domain/digest.ts";
import {
  type BuiltImage,
  documentOf,
  type Evidence,
  configOf as readConfig,
  type ServedDocument,
  servedDocument,
} from "../../src/result/proof-evidence.ts";

/** The index or manifest first, then all that it leads to but layers. */
type Texts = readonly [string, ...string[]];

const images: Readonly<Record<string, Texts>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "pushed-images.json"), "utf8"),
);

export const names = Object.keys(images);

/** What reading the image back brings. */
export function pushed(name: string): Evidence {
  const texts = images[name];
  if (texts === undefined) throw new Error(`there is no image ${name}`);
  const [first, ...rest] = texts;
  const { mediaType }: { mediaType: string } = JSON.parse(first);
  const root = served(first);
  return {
    built: { digest: root.digest, size: root.size, mediaType },
    root,
    contents: new Map(rest.map((text) => [served(text).digest, served(text)])),
  };
}

/** The bytes behind what was served, by their digest. */
const texts = new Map<Digest, string>();

/** What comes for a text, be it a manifest or a config. */
export function served(text: string): Exclude<ServedDocument, { problem: string }> {
  const about = { digest: digestOf(text), size: Buffer.byteLength(text) };
  texts.set(about.digest, text);
  const [manifest, blob] = (["manifests", "blobs"] as const).map((kind) =>
    servedDocument(text, kind, about),
  );
  return { ...about, document: documentOf(manifest), config: readConfig(blob) };
}

/** The text that was served. */
export function textOf(document: ServedDocument): string {
  const text = "problem" in document ? undefined : texts.get(document.digest);
  if (text === undefined) throw new Error("nothing was served");
  return text;
}

export function digestOf(text: string): Digest {
  const read = parseDigest(`sha256:${createHash("sha256").update(text).digest("hex")}`);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

export type Entry = {
  mediaType: string;
  digest: string;
  size: number;
  platform?: { os: string; architecture: string; variant?: string };
  annotations?: Record<string, string>;
};

/** The image with other entries in its index, as if that had been built and pushed. */
export function withEntries(evidence: Evidence, bend: (entries: Entry[]) => Entry[]): Evidence {
  const index = JSON.parse(textOf(evidence.root));
  const root = served(JSON.stringify({ ...index, manifests: bend(index.manifests) }));
  return { ...evidence, built: builtAs(evidence.built, root), root };
}

function builtAs(
  { mediaType }: BuiltImage,
  { digest, size }: { digest: Digest; size: number },
): BuiltImage {
  return { digest, size, mediaType };
}

/** The entry for a platform: `entryOf(entries, "arm64")`. */
export function entryOf(entries: readonly Entry[], architecture: string): Entry {
  const found = entries.find(({ platform }) => platform?.architecture === architecture);
  if (found === undefined) throw new Error(`there is no entry for ${architecture}`);
  return found;
}

/** What the image's contents have under the digest of its entry for `architecture`. */
export function contentOf(evidence: Evidence, architecture: string): { key: Digest; text: string } {
  const { digest } = entryOf(JSON.parse(textOf(evidence.root)).manifests, architecture);
  return content(evidence, digest);
}

/** The same for the config that this manifest has. */
export function configOf(evidence: Evidence, architecture: string): { key: Digest; text: string } {
  return content(evidence, JSON.parse(contentOf(evidence, architecture).text).config.digest);
}

function content({ contents }: Evidence, digest: string): { key: Digest; text: string } {
  for (const [key, value] of contents) {
    if (key === digest && !("problem" in value)) return { key, text: textOf(value) };
  }
  throw new Error(`there is no content ${digest}`);
}

/** The image where `key` brings something else. */
export function withContent(evidence: Evidence, key: Digest, value: ServedDocument): Evidence {
  return { ...evidence, contents: new Map([...evidence.contents, [key, value]]) };
}

/** The image with another manifest for a platform, and an index that names it as it is. */
export function withManifest(
  evidence: Evidence,
  architecture: string,
  bend: (manifest: { config: Entry; layers: Entry[] }) => object,
): Evidence {
  const { key, text } = contentOf(evidence, architecture);
  const bent = served(JSON.stringify(bend(JSON.parse(text))));
  const more = withContent(evidence, bent.digest, bent);
  return withEntries(more, (entries) =>
    entries.map((entry) => {
      if (entry.digest === key) return { ...entry, digest: bent.digest, size: bent.size };
      const subject = "vnd.docker.reference.digest";
      return entry.annotations?.[subject] === key
        ? { ...entry, annotations: { ...entry.annotations, [subject]: bent.digest } }
        : entry;
    }),
  );
}
