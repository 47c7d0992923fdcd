// Where an image that a build needs beside its own can be had: BuildKit's and binfmt's.
import type { ImageName } from "../domain/image-name.ts";
import type { Registry, RegistryInputs } from "../inputs/registry-inputs.ts";
import type { Engine } from "./facts.ts";

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
  const hosts = registry === "docker.io" ? [...mirrors, registry] : [registry];
  return hosts.map((host) => ({
    reference: `${host}/${path}${version}`,
    manifestUrl: manifestUrl(`${host}/${path}`, version, registries),
  }));
}

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
function manifestUrl(repository: string, version: string, registries: readonly Registry[]): string {
  const slash = repository.indexOf("/");
  const host = repository.slice(0, slash);
  const plain = isLoopback(host) || registries.some((r) => r.host === host && r.http === true);
  const place = host === "docker.io" ? "registry-1.docker.io" : host;
  const name = version.split("@")[1] ?? version.slice(1);
  return `${plain ? "http" : "https"}://${place}/v2/${repository.slice(slash + 1)}/manifests/${name}`;
}

// Engines take registries there for plain HTTP by themselves.
function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::|$)/.test(host);
}
