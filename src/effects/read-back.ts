// Reads back what the build made, and checks what was pushed.
import { VerificationError } from "../domain/errors.ts";
import type { Plan } from "../plan/plan.ts";
import { builtDigest } from "../result/build-files.ts";
import type { Result } from "../result/result.ts";
import { verify } from "../result/verify.ts";
import { readImage, resolveTag } from "./registry.ts";
import type { Doors } from "./set-up.ts";
import { together } from "./together.ts";

/**
 * @param built the texts that buildx left
 * @throws VerificationError where the registry does not serve what was asked for
 */
export async function readBack(
  { build, builder, readBack: plan }: Plan,
  built: { readonly metadata: string; readonly imageId: string },
  { shell }: Doors,
): Promise<Result> {
  const digest = builtDigest(built.metadata);
  const { tags } = build;
  const result = { builder: builder.name, tags, digest, ...built };
  const [first] = tags;
  if (!build.push || first === undefined) return { ...result, image: undefined };
  if (digest === undefined) {
    throw new VerificationError("buildx pushed, and its metadata file has no digest");
  }
  const name = { repository: first.repository, digest };
  if (plan.create !== undefined) {
    const { environment } = plan;
    await shell.capture("noting the registries' settings", plan.create, { environment });
  }
  const [image, resolved] = await together([
    readImage(shell, plan, name),
    together(tags.map(async (tag) => ({ tag, digest: await resolveTag(shell, plan, tag) }))),
  ]);
  verify(image, { platforms: build.platforms, tags: resolved });
  return { ...result, image };
}
