// The name of an image to fetch: if it is, and a tag, a digest, or both.
import { parseDigest } from "./digest.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";
import { parseReference } from "./reference.ts";

export type ImageName = {
  /** `docker.io`, `mirror.internal:5000` */
  readonly registry: string;
  /** `tonistiigi/binfmt` */
  readonly path: string;
  /** `:latest`, `@sha256:…`, or one after the other. */
  readonly version: string;
};

/** Reads `moby/buildkit:v1`, `moby/buildkit@sha256:…`; an image's ID names no registry: refused. */
export function parseImageName(text: string): Parsed<ImageName> {
  const [name = "", digest, ...more] = text.split("@");
  const reference = parseReference(name);
  if (!reference.ok) return reference;
  // A bare ID is no name by the grammar either: reference.go of github.com/distribution/reference.
  if (more.length > 0 || /^(?:sha256:)?[0-9a-f]{64}$/.test(text)) {
    return refused(`\`${text}\` is not an image's name; one is \`ghcr.io/owner/image:1.0\``);
  }
  const { repository, tag } = reference.value;
  const slash = repository.indexOf("/");
  const place = { registry: repository.slice(0, slash), path: repository.slice(slash + 1) };
  if (digest === undefined) return parsed({ ...place, version: `:${tag}` });
  const read = parseDigest(digest);
  if (!read.ok) return read;
  const tagged = name.endsWith(`:${tag}`) ? `:${tag}` : "";
  return parsed({ ...place, version: `${tagged}@${digest}` });
}
