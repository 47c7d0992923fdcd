// Reads back what a push left in the registries.
import { type Digest, parseDigest } from "../domain/digest.ts";
import { VerificationError } from "../domain/errors.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import { type Image, parseImage } from "../result/image.ts";
import type { Shell } from "./shell.ts";

/**
 * The image under `repository@digest`, read with the builder's registry settings (HTTP, mirrors,
 * CAs) and this user's credentials.
 *
 * @throws CommandError where the registry does not serve it
 */
export async function readImage(
  shell: Shell,
  builder: string,
  image: { readonly repository: string; readonly digest: Digest },
): Promise<Image> {
  const name = `${image.repository}@${image.digest}`;
  const { stdout } = await shell.capture(
    `reading ${name} back from its registry`,
    inspect(builder, name, '{"manifest":{{json .Manifest}},"image":{{json .Image}}}'),
  );
  return parseImage(stdout);
}

/** The digest that a tag stands for in its registry. */
export async function resolveTag(shell: Shell, builder: string, tag: Reference): Promise<Digest> {
  const name = formatReference(tag);
  const { stdout } = await shell.capture(
    `resolving ${name} in its registry`,
    inspect(builder, name, "{{.Manifest.Digest}}"),
  );
  const digest = parseDigest(stdout.trim());
  if (!digest.ok) throw new VerificationError(`${name} does not resolve: ${digest.problem}`);
  return digest.value;
}

// https://docs.docker.com/reference/cli/docker/buildx/imagetools/inspect/
function inspect(builder: string, name: string, format: string): readonly string[] {
  const command = ["docker", "buildx", "imagetools", "inspect", "--builder", builder];
  return [...command, "--format", format, name];
}
