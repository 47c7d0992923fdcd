// From where to get the images that the step itself needs: BuildKit's and binfmt's.

import type { ImageName } from "../domain/image-name.ts";
import type { RegistryInputs } from "../inputs/registry-inputs.ts";
import type { Engine } from "./engine.ts";
import { manifestUrl, plainHostsOf } from "./registry-manifest-url.ts";

export type ToolImage = {
  /** Its name in the log: `BuildKit's image`. */
  readonly what: string;
  /** Tried in order. */
  readonly candidates: readonly Candidate[];
  /** An image of another platform is not the one: GOOS and GOARCH of the engine. */
  readonly os: string;
  readonly architecture: string;
  /** The first candidate that the engine has; undefined if it has none. */
  readonly local: LocalImage | undefined;
};

/** An image in the engine. */
export type LocalImage = {
  readonly reference: string;
  /** `sha256:…` */
  readonly id: string;
  readonly os: string;
  readonly architecture: string;
};

export type Candidate = {
  /** As `docker pull` takes it. */
  readonly reference: string;
  /** Where its registry serves the manifest; undefined if the reference names no registry. */
  readonly manifestUrl: string | undefined;
};

/** What decides where images come from. */
export type Sources = {
  readonly network: Pick<RegistryInputs, "mirrors" | "registries">;
  readonly engine: Pick<Engine, "os" | "architecture">;
  /** Those of the candidates that the engine has. */
  readonly images: readonly LocalImage[];
};

/** The image under the first of `names` that is available. */
export function planToolImage(
  what: string,
  names: readonly ImageName[],
  { network, ...sources }: Sources,
): ToolImage {
  return toolImage(
    what,
    names.flatMap((name) => candidatesFor(name, network)),
    sources,
  );
}

/** The image that one of the candidates names. */
export function toolImage(
  what: string,
  candidates: readonly Candidate[],
  { engine: { os, architecture }, images }: Omit<Sources, "network">,
): ToolImage {
  const fitting = images.filter((image) => image.os === os && image.architecture === architecture);
  const [local] = candidates.flatMap(
    ({ reference }) => fitting.find((image) => image.reference === reference) ?? [],
  );
  return { what, candidates, os, architecture, local };
}

/**
 * The mirrors in turn and then Docker Hub, for its images; others are at one place only.
 * `docker.io/moby/buildkit:v1` → `mirror:5000/moby/buildkit:v1`, `docker.io/moby/buildkit:v1`
 */
export function candidatesFor(
  { registry, path, version }: ImageName,
  { mirrors, registries }: Sources["network"],
): readonly Candidate[] {
  const plainHosts = plainHostsOf(registries);
  const hosts = registry === "docker.io" ? [...mirrors, registry] : [registry];
  return hosts.map((host) => ({
    reference: `${host}/${path}${version}`,
    manifestUrl: manifestUrl({ registry: host, path, version }, plainHosts),
  }));
}
