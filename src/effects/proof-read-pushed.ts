// Reads pushed images back, proves them, and gives them their tags if they were to wait for that.

import { RegistryError, VerificationError } from "../domain/errors.ts";
import type { Plan } from "../plan/make-plan.ts";
import type { BuildProof, ProofPlan } from "../plan/proof-plan.ts";
import { failureText } from "../report/failure-text.ts";
import { wrongCpu } from "../result/cpu-problems.ts";
import { imageOf } from "../result/image.ts";
import type { Evidence } from "../result/proof-evidence.ts";
import type { PushedImage } from "../result/proof-images.ts";
import { problemsOf } from "../result/proof-problems.ts";
import { subjectsOf } from "../result/sign-subjects.ts";
import type { Signing } from "../result/signing.ts";
import { readWithStarted } from "./cpu-read.ts";
import type { Ports } from "./ports.ts";
import { giveTags } from "./proof-give-tags.ts";
import { readIndex } from "./proof-read-image.ts";
import { problemsInRepository, problemsInTags, sourceIn } from "./proof-repositories.ts";
import { type Registry, registryOf } from "./registry-read.ts";
import { noteRegistries } from "./registry-settings-file.ts";
import { together } from "./together.ts";

/** What was pushed, and how it is read and proven. */
export type ReadBack = Pick<Plan, "proof" | "readBack" | "signing"> & {
  readonly retry: Pick<Plan["retry"], "bound">;
  readonly builder: Pick<Plan["builder"], "name">;
};

/** A pushed image, and the platforms that it has to have. */
export type ProvablePush = PushedImage & Pick<BuildProof, "target" | "platforms">;

/** A pushed image, and what was read of it; undefined if it could not be read. */
export type ReadImage = ProvablePush & { readonly evidence: Evidence | undefined };
export type ReadImages = {
  readonly images: readonly ReadImage[];
  readonly warnings: readonly string[];
  /** Undefined if nothing was signed. */
  readonly signing?: Signing | undefined;
};

/**
 * @throws VerificationError if what was pushed is not what was asked for, with all that is wrong
 */
export async function readPushed(
  images: readonly ProvablePush[],
  plan: ReadBack,
  ports: Ports,
): Promise<ReadImages> {
  const { proof, readBack: how } = plan;
  const { shell } = ports;
  await noteRegistries(how);
  const registry = registryOf(shell, how.access);
  if (proof.verify === "false") {
    const all = await together(images.map((image) => readUnproven(registry, image)));
    const read = all.flatMap((one) => one.images);
    return {
      images: read,
      warnings: all.flatMap((one) => one.warnings),
      signing: await signRead(plan, read, ports),
    };
  }
  const read = await proveAll(registry, images, proof);
  const signing = await signRead(plan, read, ports);
  if (proof.verify === "before-tag") {
    for (const image of read) await giveTags(plan, image, ports);
    const later = registryOf(shell, how.access);
    const moved = read.map(({ built, tags }) => problemsInTags(later, built, tags));
    refuse("the tags that were moved are not what was pushed", (await together(moved)).flat());
  }
  return { images: read, warnings: [], signing };
}

async function signRead(
  { signing, proof }: ReadBack,
  images: readonly ReadImage[],
  ports: Ports,
): Promise<Signing | undefined> {
  if (signing === undefined) return undefined;
  const { signImages } = await import("./sign-images.ts");
  const all = images.map(({ built: { digest }, repositories, evidence }) => {
    const image = evidence && imageOf(evidence);
    return { digest, repositories, subjects: image && subjectsOf(image) };
  });
  return await signImages(signing, all, { ...ports, isTagged: proof.verify !== "before-tag" });
}

/** The images with what their first repositories have, once nothing is wrong with any of them. */
async function proveAll(
  registry: Registry,
  images: readonly ProvablePush[],
  proof: ProofPlan,
): Promise<readonly (ProvablePush & { readonly evidence: Evidence })[]> {
  const all = await together(images.map((image) => prove(registry, image, proof)));
  const untagged = proof.verify === "before-tag" ? ", and no tag was moved" : "";
  refuse(
    `what was pushed is not what was asked for${untagged}`,
    // Images of one build have the same programs.
    [...new Set(all.flatMap(({ problems }) => problems))],
  );
  return all.map(({ image, evidence }) => ({ ...image, evidence }));
}

async function prove(registry: Registry, image: ProvablePush, proof: ProofPlan) {
  const { built, repositories } = image;
  const [repository = "", ...others] = repositories;
  const tags = proof.verify === "before-tag" ? [] : image.tags;
  const [evidence, elsewhere, moved] = await together([
    readWithStarted(sourceIn(registry, repository, built), built),
    together(others.map((other) => problemsInRepository(registry, other, built))),
    problemsInTags(registry, built, tags),
  ]);
  const wanted = { platforms: image.platforms, strict: proof.strict };
  const found = [...problemsInImage(evidence, wanted), ...elsewhere.flat(), ...moved];
  const { target } = image;
  const problems = target === undefined ? found : found.map((problem) => `${target}: ${problem}`);
  return { image, evidence, problems };
}

/** What is wrong with an image, as far as the inputs want to know. */
export function problemsInImage(
  evidence: Evidence,
  { platforms, strict }: Pick<ProofPlan, "strict"> & Pick<BuildProof, "platforms">,
): readonly string[] {
  return [...problemsOf(evidence, platforms), ...(strict ? wrongCpu(evidence) : [])];
}

/** @throws VerificationError if there are problems */
export function refuse(title: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new VerificationError(title, problems);
}

// Without a proof, the digests are read if possible, and a failure to read is a warning.
async function readUnproven(registry: Registry, image: ProvablePush): Promise<ReadImages> {
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
