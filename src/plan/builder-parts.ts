// What a builder consists of in the engine and on the disk.
import type { Driver } from "../inputs/builder-drivers.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { NodeInputs } from "../inputs/builder-node-inputs.ts";

/** Whether a node runs in this client's engine. */
export function isHere(driver: Driver, { endpoint }: NodeInputs): boolean {
  return driver === "docker-container" && endpoint === undefined;
}

/**
 * @param buildxFolder where buildx keeps its builders
 * @returns undefined if the builder has other nodes than one in this client's engine
 */
export function partsOf(
  name: string,
  { driver, nodes: [first, ...more] }: Pick<BuilderInputs, "driver" | "nodes">,
  buildxFolder: string,
): BuilderParts | undefined {
  if (first === undefined || more.length > 0 || !isHere(driver, first)) return undefined;
  return partsIn(buildxFolder, name);
}

/** The file in which buildx keeps a builder. */
export function instanceFile(buildxFolder: string, name: string): string {
  return `${buildxFolder}/instances/${name.toLowerCase()}`;
}

/** The names are those of driver/docker-container/driver.go and store/store.go of docker/buildx. */
export function partsIn(buildxFolder: string, name: string): BuilderParts {
  const lower = name.toLowerCase();
  return {
    container: `buildx_buildkit_${lower}0`,
    files: ["activity", "refs", "instances"].map((folder) => `${buildxFolder}/${folder}/${lower}`),
  };
}

/** What a builder consists of, for it to be removed without buildx. */
type BuilderParts = {
  /** The container's name; with `_state` behind it that of its volume. */
  readonly container: string;
  /** Files and folders in which buildx keeps what it knows of the builder. */
  readonly files: readonly string[];
};

/** What is removed when the job ends: the builder and its cache, only the builder, or nothing. */
export type Cleanup = "all" | "all-but-state" | "nothing";

/** What becomes of a builder that runs have made. */
export type BuilderEnd = {
  readonly cleanup: Cleanup;
  /** Undefined if it has other nodes than one in this client's engine. */
  readonly here: BuilderParts | undefined;
};

/** What an input gives BuildKit to start with. */
export type BootSetting = { readonly input: string; readonly text: string };
