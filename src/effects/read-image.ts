// Reads an image, from its digest down to the configs.
import type { Digest } from "../domain/digest.ts";
import { type Built, documentOf, type Evidence, type Served } from "../result/evidence.ts";
import { isAttestation } from "../result/manifest.ts";
import { configsByDigest } from "../result/read-configs.ts";
import { together } from "./together.ts";

/** Where contents come from: a repository, or a layout on this machine. */
export type Source = {
  read(digest: Digest): Promise<Served>;
  /** All configs at once, as `Registry.readConfigs` has them; undefined where each has to be read. */
  readConfigs(): Promise<string | undefined>;
};

/** Everything that the image is made of but its layers. */
export async function readImage(source: Source, built: Built): Promise<Evidence> {
  const [root, configs] = await together([source.read(built.digest), source.readConfigs()]);
  const document = documentOf(root);
  const contents = new Map<Digest, Served>();
  const readAll = async (digests: readonly Digest[]) => {
    const unread = [...new Set(digests)].filter((digest) => !contents.has(digest));
    const all = await together(
      unread.map(async (digest) => [digest, await source.read(digest)] as const),
    );
    for (const [digest, served] of all) contents.set(digest, served);
  };
  const evidence = { built, root, contents };
  if (document === undefined) return evidence;
  if (document.kind === "manifest") {
    await readAll([document.manifest.config.digest]);
    return evidence;
  }
  const { manifests } = document.index;
  await readAll(manifests.map(({ digest }) => digest));
  for (const [digest, served] of configsByDigest(configs, manifests, contents)) {
    contents.set(digest, served);
  }
  const images = manifests.filter((entry) => !isAttestation(entry));
  await readAll(
    images.flatMap(({ digest }) => {
      const manifest = documentOf(contents.get(digest));
      return manifest?.kind === "manifest" ? [manifest.manifest.config.digest] : [];
    }),
  );
  return evidence;
}

/** The index alone, which has all digests; a config too where there is no index. */
export async function readIndex(source: Source, built: Built): Promise<Evidence> {
  const root = await source.read(built.digest);
  const document = documentOf(root);
  const contents = new Map<Digest, Served>();
  if (document?.kind === "manifest") {
    const { digest } = document.manifest.config;
    contents.set(digest, await source.read(digest));
  }
  return { built, root, contents };
}
