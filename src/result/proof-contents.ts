// Whether contents are what their descriptors say.
import { formatPlatform } from "../domain/platform.ts";
import {
  type Entry,
  type ImageConfig,
  isAttestation,
  type ManifestDocument,
  mediaTypeOf,
  platformIn,
  subjectOf,
} from "./image-manifest.ts";
import { configOf, documentOf, type Evidence, type ServedDocument } from "./proof-evidence.ts";

const configTypes = [
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json",
];

type Said = {
  readonly digest: string;
  readonly size: number | undefined;
  readonly mediaType: string | undefined;
};

/** What is wrong with the bytes that came for a descriptor; `what` names them in the text. */
function problemsOfBytes(what: string, said: Said, served: ServedDocument | undefined): string[] {
  if (served === undefined) return [`${what} (${said.digest}) was not read`];
  if ("problem" in served) return [`${what} (${said.digest}) is not served: ${served.problem}`];
  const problems: string[] = [];
  if (served.digest !== said.digest) {
    problems.push(`${what} has other bytes than ${said.digest}: they are ${served.digest}`);
  }
  if (said.size !== undefined && served.size !== said.size) {
    problems.push(`${what} has ${served.size} bytes, and its descriptor says ${said.size}`);
  }
  return problems;
}

/** What is wrong with an index or a manifest; `kind` is what it has to be. */
export function problemsOfDocument(
  what: string,
  said: Said,
  { served, kind }: { readonly served: ServedDocument | undefined; readonly kind?: "manifest" },
): string[] {
  const problems = problemsOfBytes(what, said, served);
  if (served === undefined || "problem" in served) return problems;
  const document = documentOf(served);
  if (document === undefined) return [...problems, `${what} is neither an index nor a manifest`];
  if (kind !== undefined && document.kind !== kind) problems.push(`${what} is another index`);
  const mediaType = mediaTypeOf(document);
  if (mediaType !== undefined && said.mediaType !== undefined && mediaType !== said.mediaType) {
    problems.push(`${what} is ${mediaType}, and its descriptor says ${said.mediaType}`);
  }
  return [...problems, ...problemsOfContentType(what, served, mediaType ?? said.mediaType)];
}

/**
 * What is wrong with the header that says what a manifest is, by which clients choose how to read it:
 * the spec of opencontainers/distribution-spec wants it to be the manifest's own `mediaType`.
 */
export function problemsOfContentType(
  what: string,
  { contentType }: { readonly contentType?: string | undefined },
  mediaType: string | undefined,
): string[] {
  if (contentType === undefined || mediaType === undefined) return [];
  if (contentType === mediaType.toLowerCase()) return [];
  const said = contentType === "" ? "without a Content-Type" : `as ${contentType}`;
  return [`${what} is served ${said}, and is ${mediaType}; clients can't pull it so`];
}

/** What is wrong with an entry of an index, and with what it leads to. */
export function problemsOfEntry(entry: Entry, entries: readonly Entry[], evidence: Evidence) {
  return isAttestation(entry)
    ? problemsOfAttestation(entry, entries, evidence)
    : problemsOfImage(entry, evidence);
}

function problemsOfImage(entry: Entry, { contents }: Evidence): string[] {
  const { digest, platform } = entry;
  if (platform === undefined) return [`the manifest ${digest} has no platform`];
  const name = formatPlatform(platformIn(platform));
  const served = contents.get(digest);
  const problems = problemsOfDocument(`the manifest of ${name}`, entry, {
    served,
    kind: "manifest",
  });
  const document = documentOf(served);
  if (document?.kind !== "manifest") return problems;
  const { manifest } = document;
  const config = contents.get(manifest.config.digest);
  problems.push(...problemsOfConfig(name, manifest, config));
  const read = configOf(config);
  if (read === undefined || agree(platform, read)) return problems;
  return [...problems, `${name} has a config for ${formatPlatform(platformIn(read))}`];
}

// A base image of old may have no variant in its config, which then contradicts nothing.
function agree(said: NonNullable<Entry["platform"]>, config: ImageConfig): boolean {
  const { os, architecture, variant } = config;
  const given = {
    os,
    architecture,
    variant: variant === undefined || variant === "" ? said.variant : variant,
  };
  return formatPlatform(platformIn(said)) === formatPlatform(platformIn(given));
}

/** What is wrong with the config of a manifest; `name` is the platform's. */
export function problemsOfConfig(
  name: string,
  { config, layers }: ManifestDocument,
  served: ServedDocument | undefined,
): string[] {
  const what = `the config of ${name}`;
  const problems = problemsOfBytes(what, config, served);
  if (!configTypes.includes(config.mediaType)) {
    problems.push(`${what} is ${config.mediaType}, which is not an image's config`);
  }
  if (served === undefined || "problem" in served) return problems;
  const read = configOf(served);
  if (read === undefined) return [...problems, `${what} is not an image's config`];
  const named = read.rootfs.diff_ids?.length ?? 0;
  if (named !== layers.length) {
    problems.push(`${what} names ${named} layers, and the manifest has ${layers.length}`);
  }
  return problems;
}

function problemsOfAttestation(
  entry: Entry,
  entries: readonly Entry[],
  { contents }: Evidence,
): string[] {
  const what = `the attestation manifest ${entry.digest}`;
  const served = contents.get(entry.digest);
  const problems = problemsOfDocument(what, entry, { served, kind: "manifest" });
  const subject = subjectOf(entry);
  const images = entries.filter((other) => !isAttestation(other)).map(({ digest }) => digest);
  if (subject === undefined) problems.push(`${what} does not say what it is of`);
  else if (!images.some((digest) => digest === subject)) {
    problems.push(`${what} is of ${subject}, which is not in the index`);
  }
  const document = documentOf(served);
  const own = document?.kind === "manifest" ? document.manifest.subject?.digest : undefined;
  if (own !== undefined && subject !== undefined && own !== subject) {
    problems.push(`${what} is of ${own}, and its descriptor says ${subject}`);
  }
  return problems;
}
