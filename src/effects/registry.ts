// Reads back what a push left in the registries.
import type { Digest } from "../domain/digest.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { ReadBackPlan } from "../plan/plan.ts";
import { type Image, parseDescriptor, parseImage } from "../result/image.ts";
import type { Shell } from "./shell.ts";

/**
 * The image under `repository@digest`, read with the builder's registry settings and this user's
 * credentials.
 *
 * @throws CommandError where the registry does not serve it
 */
export async function readImage(
  shell: Shell,
  plan: ReadBackPlan,
  image: { readonly repository: string; readonly digest: Digest },
): Promise<Image> {
  const name = `${image.repository}@${image.digest}`;
  const format = '{"manifest":{{json .Manifest}},"image":{{json .Image}}}';
  return parseImage(await inspect(shell, plan, { name, format }));
}

/** The digest that a tag stands for in its registry. */
export async function resolveTag(
  shell: Shell,
  plan: ReadBackPlan,
  tag: Reference,
): Promise<Digest> {
  const name = formatReference(tag);
  return parseDescriptor(await inspect(shell, plan, { name, format: "{{json .Manifest}}" })).digest;
}

// https://docs.docker.com/reference/cli/docker/buildx/imagetools/inspect/
async function inspect(
  shell: Shell,
  { builder, environment }: ReadBackPlan,
  { name, format }: { readonly name: string; readonly format: string },
): Promise<string> {
  const { stdout } = await shell.capture(
    `reading ${name} back from its registry`,
    ["docker", "buildx", "imagetools", "inspect", "--builder", builder, "--format", format, name],
    { environment },
  );
  return stdout;
}
