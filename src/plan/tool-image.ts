// Where an image that a build needs beside its own can be had: BuildKit's and binfmt's.
import type { ImageName } from "../domain/image-name.ts";
import type { RegistryInputs } from "../inputs/registry-inputs.ts";
import type { Engine } from "./facts.ts";
import { manifestUrl, plainHostsOf } from "./manifest-url.ts";

export type ToolImage = {
  /** What it is to the reader of the log: `BuildKit's image`. */
  readonly what: string;
  /** Tried in order. */
  readonly candidates: readonly Candidate[];
  /** An image of another platform is not the one: GOOS and GOARCH of the engine. */
  readonly os: string;
  readonly architecture: string;
};

export type Candidate = {
  /** As `docker pull` takes it. */
  readonly reference: string;
  /** Where its registry serves the manifest; undefined where the reference names no registry. */
  readonly manifestUrl: string | undefined;
};

/** What decides where images come from. */
export type Sources = {
  readonly network: Pick<RegistryInputs, "mirrors" | "registries">;
  readonly engine: Pick<Engine, "os" | "architecture">;
};

/** The image under the first of `names` that is to be had. */
export function planToolImage(
  what: string,
  names: readonly ImageName[],
  { network, engine }: Sources,
): ToolImage {
  const { os, architecture } = engine;
  const candidates = names.flatMap((name) => candidatesFor(name, network));
  return { what, candidates, os, architecture };
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
