// Reads back what the build made, proves it, and gives it its tags if they were to wait for that.

import type { Digest } from "../domain/digest.ts";
import { VerificationError } from "../domain/errors.ts";
import type { BuildProof, ProofPlan } from "../plan/proof-plan.ts";
import { noDigestText } from "../report/outputs-no-digest.ts";
import { builtImage, describedImage, metadataOf } from "../result/build-files.ts";
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
  const builds = proof.builds.map((build) => {
    const metadata = metadataOf(files.metadata, build.target);
    return { ...build, metadata, built: builtImage(metadata) };
  });
  const pushes = builds.map(({ target, platforms, names, built }) => {
    // Targets may push to one repository, and by digest its name does not tell them apart.
    const toldOf = target === undefined ? told : taggedOnly(told, names);
    const images = pushedImages(names, toldOf, built);
    if (images === undefined) {
      throw new VerificationError("buildx pushed, and its metadata file has no digest", []);
    }
    return images.map((image) => ({ ...image, target, platforms }));
  });
  const all = pushes.flat();
  const pushed = all.length === 0 ? nothing : await readPushed(all, plan, ports);
  const made: MadeImage[] = [];
  const evidence = pushed.images.flatMap((image) => image.evidence ?? []);
  for (const { target, metadata, built, ...build } of builds) {
    const layouts = await readLayouts(built, { ...proof, ...build });
    evidence.push(...layouts);
    const own = [
      ...pushed.images.filter((image) => image.target === target).map(madeOf),
      ...layouts.map(madeLayout),
    ];
    if (own.length === 0 && built !== undefined) own.push(await madeHere(built, metadata, engine));
    made.push(...own.map((image) => ({ ...image, target })));
  }
  return {
    targets: builds.flatMap(({ target }) => target ?? []),
    ...{ builder: builder.name, images: made, ...files, signing: pushed.signing },
    warnings: [
      ...pushed.warnings,
      ...(pushed.signing?.warnings ?? []),
      ...(proof.verify === "false" ? [] : new Set(evidence.flatMap(wrongCpu))),
      ...(made.length === 0 ? [noDigestText(proof.builds) ?? []].flat() : []),
    ],
  };
}

function taggedOnly(
  told: ReadonlyMap<string, Digest>,
  names: BuildProof["names"],
): ReadonlyMap<string, Digest> {
  const repositories = new Set(names.map(({ repository }) => repository));
  return new Map([...told].filter(([name]) => !repositories.has(name)));
}

const nothing: ReadImages = { images: [], warnings: [] };

function madeOf({ built: { digest }, evidence, repositories, tags }: ReadImage): MadeImage {
  return { digest, repositories, tags, image: evidence && imageOf(evidence) };
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
  proof: Omit<ProofPlan, "builds"> & Pick<BuildProof, "layouts" | "platforms">,
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
