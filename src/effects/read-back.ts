// Reads back what the build made, proves it, and gives it its tags where they were to wait for that.
import { RegistryError, VerificationError } from "../domain/errors.ts";
import type { Plan } from "../plan/plan.ts";
import type { ProofPlan } from "../plan/proof.ts";
import { failureText } from "../report/failure.ts";
import { noDigestText } from "../report/no-digest.ts";
import { builtImage } from "../result/build-files.ts";
import { type Built, documentOf, type Evidence } from "../result/evidence.ts";
import { imageOf } from "../result/image.ts";
import type { Result } from "../result/result.ts";
import { sharedLayers } from "../result/shared-layers.ts";
import { problemsOf } from "../result/verify.ts";
import { giveTags } from "./give-tags.ts";
import { openLayout } from "./layout.ts";
import { problemsInRepository, problemsInTags, sourceIn } from "./pushed.ts";
import { readImage, readIndex } from "./read-image.ts";
import { type Registry, registryOf } from "./registry.ts";
import { noteRegistries } from "./registry-settings.ts";
import type { Doors } from "./set-up.ts";
import { together } from "./together.ts";

/** What was pushed, and how it is read and proven. */
export type ReadBack = Pick<Plan, "proof" | "readBack"> & {
  readonly retry: Pick<Plan["retry"], "bound">;
  readonly builder: Pick<Plan["builder"], "name">;
};

/**
 * @param files the texts that buildx left
 * @throws VerificationError where what was made is not what was asked for, with all that is wrong
 */
export async function readBack(
  plan: ReadBack,
  files: { readonly metadata: string; readonly imageId: string },
  doors: Doors,
): Promise<Result> {
  const { builder, proof } = plan;
  const { tags, repositories } = proof;
  const built = builtImage(files.metadata);
  const pushed = await readPushed(built, plan, doors);
  const images = [...pushed.images, ...(await readLayouts(built, proof))];
  const [first] = images;
  const digest = first?.built.digest ?? built?.digest;
  return {
    ...{ builder: builder.name, tags, repositories, digest, ...files },
    image: first === undefined ? undefined : imageOf(first),
    warnings: [
      ...pushed.warnings,
      ...(proof.verify === "false" ? [] : new Set(images.flatMap(sharedLayers))),
      ...(digest === undefined ? [noDigestText(proof)] : []),
    ],
  };
}

type Pushed = { readonly images: readonly Evidence[]; readonly warnings: readonly string[] };

async function readPushed(built: Built | undefined, plan: ReadBack, doors: Doors): Promise<Pushed> {
  const { proof, readBack: how } = plan;
  const [repository] = proof.repositories;
  if (repository === undefined) return { images: [], warnings: [] };
  if (built === undefined) {
    throw new VerificationError("buildx pushed, and its metadata file has no digest", []);
  }
  const { shell } = doors;
  await noteRegistries(how);
  const registry = registryOf(shell, how.access);
  if (proof.verify === "false") return readUnproven(registry, repository, built);
  const evidence = await prove(registry, built, proof);
  if (proof.verify === "before-tag") {
    const isIndex = documentOf(evidence.root)?.kind === "index";
    await giveTags(plan, { digest: built.digest, isIndex }, doors);
    refuse(
      "the tags that were moved are not what was pushed",
      await problemsInTags(registryOf(shell, how.access), built, proof.tags),
    );
  }
  return { images: [evidence], warnings: [] };
}

/** The evidence of the first repository, once it and all others have nothing wrong. */
async function prove(registry: Registry, built: Built, proof: ProofPlan): Promise<Evidence> {
  const [repository = "", ...others] = proof.repositories;
  const tags = proof.verify === "before-tag" ? [] : proof.tags;
  const [evidence, elsewhere, moved] = await together([
    readImage(sourceIn(registry, repository, built), built),
    together(others.map((other) => problemsInRepository(registry, other, built))),
    problemsInTags(registry, built, tags),
  ]);
  const untagged = proof.verify === "before-tag" ? ", and no tag was moved" : "";
  refuse(`what was pushed is not what was asked for${untagged}`, [
    ...problemsInImage(evidence, proof),
    ...elsewhere.flat(),
    ...moved,
  ]);
  return evidence;
}

function problemsInImage(evidence: Evidence, { platforms, strict }: ProofPlan): readonly string[] {
  return [...problemsOf(evidence, platforms), ...(strict ? sharedLayers(evidence) : [])];
}

function refuse(title: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new VerificationError(title, problems);
}

// Who wants no proof wants the digests where they are to be had, and never a failure.
async function readUnproven(registry: Registry, repository: string, built: Built): Promise<Pushed> {
  try {
    const evidence = await readIndex(sourceIn(registry, repository, built), built);
    if (!("problem" in evidence.root)) return { images: [evidence], warnings: [] };
    const name = `${repository}@${built.digest}`;
    return { images: [], warnings: [`${name} could not be read back: ${evidence.root.problem}`] };
  } catch (error) {
    if (error instanceof RegistryError) return { images: [], warnings: [failureText(error)] };
    throw error;
  }
}

async function readLayouts(
  built: Built | undefined,
  proof: ProofPlan,
): Promise<readonly Evidence[]> {
  const images: Evidence[] = [];
  for (const place of proof.layouts) {
    const layout = await openLayout(place, built?.digest);
    const evidence = await readImage(layout.source, layout.built);
    if (proof.verify !== "false") {
      refuse(`${place.path} is not what was asked for`, problemsInImage(evidence, proof));
    }
    images.push(evidence);
  }
  return images;
}
