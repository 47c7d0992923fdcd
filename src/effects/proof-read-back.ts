// Reads back what the build made, proves it, and gives it its tags if they were to wait for that.

import type { Digest } from "../domain/digest.ts";
import { VerificationError } from "../domain/errors.ts";
import type { ProofPlan } from "../plan/proof-plan.ts";
import { noDigestText } from "../report/outputs-no-digest.ts";
import { builtImage, describedImage } from "../result/build-files.ts";
import { wrongCpu } from "../result/cpu-problems.ts";
import { imageOf } from "../result/image.ts";
import { imageInEngine } from "../result/image-in-engine.ts";
import type { BuiltImage, Evidence } from "../result/proof-evidence.ts";
import { pushedImages } from "../result/proof-images.ts";
import type { MadeImage, Result } from "../result/result.ts";
import { readWithStarted } from "./cpu-read.ts";
import type { EngineApi } from "./engine-api.ts";
import { openLayout } from "./export-layout.ts";
import type { Ports } from "./ports.ts";
import { readImage } from "./proof-read-image.ts";
import {
  problemsInImage,
  type ReadBack,
  type ReadImage,
  type ReadImages,
  readPushed,
  refuse,
} from "./proof-read-pushed.ts";

/** What the build left to be read. */
type Left = {
  /** The texts of the files that buildx wrote. */
  readonly metadata: string;
  readonly imageId: string;
  /** The digests that names were pushed with, as the progress told. */
  readonly pushed: ReadonlyMap<string, Digest>;
};

/**
 * @param ports with the engine, if an image may have been loaded into it
 * @throws VerificationError if what was made is not what was asked for, with all that is wrong
 */
export async function readBack(
  plan: ReadBack,
  { pushed: told, ...files }: Left,
  { engine, ...ports }: Ports & { readonly engine?: EngineApi },
): Promise<Result> {
  const { builder, proof } = plan;
  const built = builtImage(files.metadata);
  const images = pushedImages(proof.names, told, built);
  if (images === undefined) {
    throw new VerificationError("buildx pushed, and its metadata file has no digest", []);
  }
  const pushed = images.length === 0 ? nothing : await readPushed(images, plan, ports);
  const layouts = await readLayouts(built, proof);
  const evidence = [...pushed.images.flatMap((image) => image.evidence ?? []), ...layouts];
  const made = [...pushed.images.map(madeOf), ...layouts.map(madeLayout)];
  if (made.length === 0 && built !== undefined) {
    made.push(await madeHere(built, files.metadata, engine));
  }
  return {
    ...{ builder: builder.name, images: made, ...files, signing: pushed.signing },
    warnings: [
      ...pushed.warnings,
      ...(pushed.signing?.warnings ?? []),
      ...(proof.verify === "false" ? [] : new Set(evidence.flatMap(wrongCpu))),
      ...(made.length === 0 ? [noDigestText(proof) ?? []].flat() : []),
    ],
  };
}

const nothing: ReadImages = { images: [], warnings: [] };

function madeOf({ built: { digest }, evidence, ...places }: ReadImage): MadeImage {
  return { digest, ...places, image: evidence && imageOf(evidence) };
}

function madeLayout(evidence: Evidence): MadeImage {
  const { digest } = evidence.built;
  return { digest, repositories: [], tags: [], image: imageOf(evidence) };
}

// The engine's own store, or the builder's. Of an index the metadata file does not name the manifests.
async function madeHere(
  built: BuiltImage,
  metadata: string,
  engine: EngineApi | undefined,
): Promise<MadeImage> {
  const { digest } = built;
  const told = () => engine?.(`/images/${digest}/json?manifests=1`);
  const image = describedImage(metadata, built) ?? imageInEngine((await told())?.json, digest);
  return { digest, repositories: [], tags: [], image };
}

async function readLayouts(
  built: BuiltImage | undefined,
  proof: ProofPlan,
): Promise<readonly Evidence[]> {
  const images: Evidence[] = [];
  for (const place of proof.layouts) {
    const layout = await openLayout(place, built?.digest);
    const read = proof.verify === "false" ? readImage : readWithStarted;
    const evidence = await read(layout.source, layout.built);
    if (proof.verify !== "false") {
      refuse(`${place.path} is not what was asked for`, problemsInImage(evidence, proof));
    }
    images.push(evidence);
  }
  return images;
}
