// Reads back what the build made, proves it, and gives it its tags if they were to wait for that.

import type { Digest } from "../domain/digest.ts";
import { RegistryError, VerificationError } from "../domain/errors.ts";
import type { Plan } from "../plan/make-plan.ts";
import type { ProofPlan } from "../plan/proof-plan.ts";
import { failureText } from "../report/failure-text.ts";
import { noDigestText } from "../report/outputs-no-digest.ts";
import { builtImage, describedImage } from "../result/build-files.ts";
import { wrongCpu } from "../result/cpu-problems.ts";
import { imageOf } from "../result/image.ts";
import { imageInEngine } from "../result/image-in-engine.ts";
import type { BuiltImage, Evidence } from "../result/proof-evidence.ts";
import { type PushedImage, pushedImages } from "../result/proof-images.ts";
import { problemsOf } from "../result/proof-problems.ts";
import type { MadeImage, Result } from "../result/result.ts";
import { readWithStarted } from "./cpu-read.ts";
import type { EngineApi } from "./engine-api.ts";
import { openLayout } from "./export-layout.ts";
import type { Ports } from "./ports.ts";
import { giveTags } from "./proof-give-tags.ts";
import { readImage, readIndex } from "./proof-read-image.ts";
import { problemsInRepository, problemsInTags, sourceIn } from "./proof-repositories.ts";
import { type Registry, registryOf } from "./registry-read.ts";
import { noteRegistries } from "./registry-settings-file.ts";
import { together } from "./together.ts";

/** What was pushed, and how it is read and proven. */
export type ReadBack = Pick<Plan, "proof" | "readBack"> & {
  readonly retry: Pick<Plan["retry"], "bound">;
  readonly builder: Pick<Plan["builder"], "name">;
};

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
    ...{ builder: builder.name, images: made, ...files },
    warnings: [
      ...pushed.warnings,
      ...(proof.verify === "false" ? [] : new Set(evidence.flatMap(wrongCpu))),
      ...(made.length === 0 ? [noDigestText(proof) ?? []].flat() : []),
    ],
  };
}

/** A pushed image, and what was read of it; undefined if it could not be read. */
type Read = PushedImage & { readonly evidence: Evidence | undefined };
type Pushed = { readonly images: readonly Read[]; readonly warnings: readonly string[] };
const nothing: Pushed = { images: [], warnings: [] };

function madeOf({ built: { digest }, evidence, ...places }: Read): MadeImage {
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

async function readPushed(
  images: readonly PushedImage[],
  plan: ReadBack,
  ports: Ports,
): Promise<Pushed> {
  const { proof, readBack: how } = plan;
  const { shell } = ports;
  await noteRegistries(how);
  const registry = registryOf(shell, how.access);
  if (proof.verify === "false") {
    const all = await together(images.map((image) => readUnproven(registry, image)));
    return {
      images: all.flatMap((one) => one.images),
      warnings: all.flatMap((one) => one.warnings),
    };
  }
  const read = await proveAll(registry, images, proof);
  if (proof.verify === "before-tag") {
    for (const image of read) await giveTags(plan, image, ports);
    const later = registryOf(shell, how.access);
    const moved = read.map(({ built, tags }) => problemsInTags(later, built, tags));
    refuse("the tags that were moved are not what was pushed", (await together(moved)).flat());
  }
  return { images: read, warnings: [] };
}

/** The images with what their first repositories have, once nothing is wrong with any of them. */
async function proveAll(
  registry: Registry,
  images: readonly PushedImage[],
  proof: ProofPlan,
): Promise<readonly (PushedImage & { readonly evidence: Evidence })[]> {
  const all = await together(images.map((image) => prove(registry, image, proof)));
  const untagged = proof.verify === "before-tag" ? ", and no tag was moved" : "";
  refuse(
    `what was pushed is not what was asked for${untagged}`,
    // Images of one build have the same programs.
    [...new Set(all.flatMap(({ problems }) => problems))],
  );
  return all.map(({ image, evidence }) => ({ ...image, evidence }));
}

async function prove(registry: Registry, image: PushedImage, proof: ProofPlan) {
  const { built, repositories } = image;
  const [repository = "", ...others] = repositories;
  const tags = proof.verify === "before-tag" ? [] : image.tags;
  const [evidence, elsewhere, moved] = await together([
    readWithStarted(sourceIn(registry, repository, built), built),
    together(others.map((other) => problemsInRepository(registry, other, built))),
    problemsInTags(registry, built, tags),
  ]);
  const problems = [...problemsInImage(evidence, proof), ...elsewhere.flat(), ...moved];
  return { image, evidence, problems };
}

function problemsInImage(evidence: Evidence, { platforms, strict }: ProofPlan): readonly string[] {
  return [...problemsOf(evidence, platforms), ...(strict ? wrongCpu(evidence) : [])];
}

function refuse(title: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new VerificationError(title, problems);
}

// Who wants no proof wants the digests if they are to be had, and never a failure.
async function readUnproven(registry: Registry, image: PushedImage): Promise<Pushed> {
  const { built, repositories } = image;
  const [repository = ""] = repositories;
  const unread = (warning: string) => ({
    images: [{ ...image, evidence: undefined }],
    warnings: [warning],
  });
  try {
    const evidence = await readIndex(sourceIn(registry, repository, built), built);
    if (!("problem" in evidence.root)) return { images: [{ ...image, evidence }], warnings: [] };
    const name = `${repository}@${built.digest}`;
    return unread(`${name} could not be read back: ${evidence.root.problem}`);
  } catch (error) {
    if (error instanceof RegistryError) return unread(failureText(error));
    throw error;
  }
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
