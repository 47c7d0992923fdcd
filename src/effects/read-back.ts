// Reads back what the build made, and checks what was pushed.
import { VerificationError } from "../domain/errors.ts";
import type { Plan } from "../plan/plan.ts";
import { builtDigest } from "../result/build-files.ts";
import type { Result } from "../result/result.ts";
import { verify } from "../result/verify.ts";
import { readImage, resolveTag } from "./registry.ts";
import { noteRegistries } from "./registry-settings.ts";
import type { Doors } from "./set-up.ts";
import { together } from "./together.ts";

/** What was pushed, and how it is read. */
export type ReadBack = Pick<Plan, "readBack"> & {
  readonly builder: Pick<Plan["builder"], "name">;
  readonly build: Pick<Plan["build"], "platforms" | "tags" | "repositories" | "push">;
};

/**
 * @param built the texts that buildx left
 * @throws VerificationError where the registry does not serve what was asked for
 */
export async function readBack(
  { build, builder, readBack: plan }: ReadBack,
  built: { readonly metadata: string; readonly imageId: string },
  { shell }: Doors,
): Promise<Result> {
  const digest = builtDigest(built.metadata);
  const { tags, repositories } = build;
  const result = { builder: builder.name, tags, repositories, digest, ...built };
  const [repository] = repositories;
  if (!build.push || repository === undefined) return { ...result, image: undefined };
  if (digest === undefined) {
    throw new VerificationError("buildx pushed, and its metadata file has no digest");
  }
  await noteRegistries(plan);
  const [image, resolved] = await together([
    readImage(shell, plan, { repository, digest }),
    together(tags.map(async (tag) => ({ tag, digest: await resolveTag(shell, plan, tag) }))),
  ]);
  verify(image, { platforms: build.platforms, tags: resolved });
  return { ...result, image };
}
