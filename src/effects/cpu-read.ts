// Looks into layers for the programs that images start.
import type { Digest } from "../domain/digest.ts";
import type { Layer } from "../result/cpu-layer-files.ts";
import { startCommand } from "../result/cpu-start-command.ts";
import { type StartedPrograms, startedBy } from "../result/cpu-started.ts";
import type { Descriptor } from "../result/image-manifest.ts";
import { type PlatformImage, platformImages } from "../result/image-platforms.ts";
import type { BuiltImage, Evidence } from "../result/proof-evidence.ts";
import { layerIn } from "./cpu-layer-part.ts";
import { readImage, type Source } from "./proof-read-image.ts";
import { together } from "./together.ts";

/** Where the bytes of layers come from. */
export type LayerSource = {
  /**
   * The bytes from the first up to `count` of them; fewer if the blob is smaller.
   *
   * @throws Error if they can't be read
   */
  begin(digest: Digest, count: number, signal: AbortSignal): Promise<Uint8Array>;
};

/** How long all that may take, in milliseconds. */
const patience = 5000;
/** A layer of this size is read at once: a file may be in an older one only if it is not in this. */
const smallBytes = 256 * 1024;
/** Of a larger one the beginning is: a large program is the first or only file of its layer. */
const firstBytes = 16 * 1024;
/** One that images for several CPUs share is read once, and is the likeliest to be wrong. */
const sharedBytes = 8 * 1024 * 1024;

/** Registries don't have others (`nondistributable`, `foreign`), or they can't be read. */
const readable =
  /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar|docker\.image\.rootfs\.diff\.tar)(?:[+.](?:gzip|zstd))?$/;

/** Everything that the image is made of, with what its layers tell of the programs that it starts. */
export async function readWithStarted(
  source: Source & LayerSource,
  built: BuiltImage,
): Promise<Evidence> {
  const evidence = await readImage(source, built);
  return { ...evidence, started: await readStarted(source, platformImages(evidence)) };
}

/**
 * The programs that the images of an index start, by the digest of the manifest. What can't be read,
 * or not within these bounds, is left out; nothing is read if all images are for one CPU.
 */
export async function readStarted(
  source: LayerSource,
  images: readonly PlatformImage[],
): Promise<ReadonlyMap<Digest, StartedPrograms>> {
  if (cpusOf(images).size < 2) return new Map();
  const read = layerReader(source, images);
  const started = await together(
    images.map(async (image) => [image.digest, await startedIn(image, read)] as const),
  );
  return new Map(started);
}

/** The layer as far as it is read in a step; undefined if it can't be, or no further. */
type ReadLayer = (layer: Descriptor, step: number) => Promise<Layer | undefined>;

// From the newest layer down, as far as needed: all that is newer has to be known.
async function startedIn(
  { config, layers }: PlatformImage,
  read: ReadLayer,
): Promise<StartedPrograms> {
  let started: StartedPrograms = { programs: [], isFound: "no" };
  const command = startCommand(config);
  if (command === undefined) return started;
  const seen: Layer[] = [];
  for (const descriptor of layers.toReversed()) {
    for (let step = 0; ; step++) {
      const layer = await read(descriptor, step);
      if (layer === undefined) return started;
      const soFar = [...seen, layer];
      started = startedBy(command, soFar, soFar.length === layers.length);
      if (started.isFound === "yes") return started;
      if (started.isFound === "no") continue;
      seen.push(layer);
      break;
    }
  }
  return started;
}

function layerReader(source: LayerSource, images: readonly PlatformImage[]): ReadLayer {
  const signal = AbortSignal.timeout(patience);
  const layers = new Map<string, Promise<Layer | undefined>>();
  const isShared = (digest: Digest) =>
    cpusOf(images.filter(({ layers }) => layers.some((one) => one.digest === digest))).size > 1;
  const readBeginning = async (digest: Digest, count: number) => {
    try {
      return await layerIn(await source.begin(digest, count, signal));
    } catch {
      return undefined;
    }
  };
  return async ({ digest, size, mediaType }, step) => {
    const further = isShared(digest) ? [smallBytes, sharedBytes] : [];
    const steps = size <= smallBytes ? [smallBytes] : [firstBytes, ...further];
    const [count, before] = [steps[step], steps[step - 1] ?? 0];
    if (!readable.test(mediaType) || count === undefined || size <= before) return undefined;
    const key = `${digest} ${count}`;
    const layer = layers.get(key) ?? readBeginning(digest, Math.min(count, size));
    layers.set(key, layer);
    return await layer;
  };
}

function cpusOf(images: readonly PlatformImage[]): ReadonlySet<string> {
  return new Set(images.map(({ platform }) => platform.architecture));
}
