// Reads an image, from its digest down to the configs.
import type { Digest } from "../domain/digest.ts";
import { isAttestation } from "../result/image-manifest.ts";
import {
  type BuiltImage,
  documentOf,
  type Evidence,
  type ServedDocument,
} from "../result/proof-evidence.ts";
import { together } from "./together.ts";

/** Where contents come from: a repository, or a layout on this machine. */
export type Source = {
  read(digest: Digest, kind: "manifests" | "blobs"): Promise<ServedDocument>;
};

/** Everything that the image is made of but its layers. */
export async function readImage(source: Source, built: BuiltImage): Promise<Evidence> {
  const root = await source.read(built.digest, "manifests");
  const document = documentOf(root);
  const contents = new Map<Digest, ServedDocument>();
  const readAll = async (kind: "manifests" | "blobs", digests: readonly Digest[]) => {
    const unread = [...new Set(digests)].filter((digest) => !contents.has(digest));
    const all = await together(
      unread.map(async (digest) => [digest, await source.read(digest, kind)] as const),
    );
    for (const [digest, served] of all) contents.set(digest, served);
  };
  const evidence = { built, root, contents };
  if (document === undefined) return evidence;
  if (document.kind === "manifest") {
    await readAll("blobs", [document.manifest.config.digest]);
    return evidence;
  }
  const { manifests } = document.index;
  await readAll(
    "manifests",
    manifests.map(({ digest }) => digest),
  );
  const images = manifests.filter((entry) => !isAttestation(entry));
  await readAll(
    "blobs",
    images.flatMap(({ digest }) => {
      const manifest = documentOf(contents.get(digest));
      return manifest?.kind === "manifest" ? [manifest.manifest.config.digest] : [];
    }),
  );
  return evidence;
}

/** The index alone, which has all digests; a config too if there is no index. */
export async function readIndex(source: Source, built: BuiltImage): Promise<Evidence> {
  const root = await source.read(built.digest, "manifests");
  const document = documentOf(root);
  const contents = new Map<Digest, ServedDocument>();
  if (document?.kind === "manifest") {
    const { digest } = document.manifest.config;
    contents.set(digest, await source.read(digest, "blobs"));
  }
  return { built, root, contents };
}
