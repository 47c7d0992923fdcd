// What a builder carries of the run that made it: in buildx's file of it, and in its container.
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import { folderVariable, ownerOption, ownerVariable } from "../plan/cleanup-owner-text.ts";
import { readInstance } from "./builder-file.ts";
import type { EnginePorts } from "./engine-api.ts";

export type BuilderMarks = {
  /** `formatOwner`'s text, or `unknown`; undefined if no run made it, or it is to be kept. */
  readonly owner: string | undefined;
  /** The run's folder. */
  readonly folder: string | undefined;
};

export type BuilderFile = BuilderMarks & { readonly driver: string; readonly nodes: number };

/** What buildx's file of a builder says; undefined if there is none. */
export async function readBuilderFile(path: string): Promise<BuilderFile | undefined> {
  const builder = await readInstance(path);
  if (builder === undefined) return undefined;
  const { Driver, Nodes } = builder;
  const options = Nodes[0]?.DriverOpts ?? {};
  return {
    driver: Driver,
    nodes: Nodes.length,
    owner: options[ownerOption],
    folder: options[`env.${folderVariable}`],
  };
}

// https://docs.docker.com/reference/api/engine/: ContainerInspect
const inspected = v.object({
  Created: v.string(),
  Config: v.object({ Env: v.nullish(v.array(v.string()), []) }),
});

/** Also when it was made, in milliseconds since 1970. */
type MarkedContainer = BuilderMarks & { readonly made: number };

/** Undefined if there is no such container. */
export async function inspectMarks(
  container: string,
  ports: EnginePorts,
): Promise<MarkedContainer | undefined> {
  const json = await inspectContainer(container, ports);
  if (json === undefined) return undefined;
  const { Created, Config } = v.parse(inspected, json);
  const variable = (name: string) =>
    Config.Env.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    made: Date.parse(Created),
    owner: variable(ownerVariable),
    folder: variable(folderVariable),
  };
}

/** What the engine says of a container; undefined if there is none. */
export async function inspectContainer(
  name: string,
  { shell, engine }: EnginePorts,
): Promise<unknown> {
  const answer = await engine(`/containers/${name}/json`);
  if (answer?.status === 404) return undefined;
  if (answer?.status === 200) return answer.json;
  const command = ["docker", "container", "inspect", "--format", "{{json .}}", name];
  try {
    return JSON.parse((await shell.capture("looking at a container", command)).stdout);
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}
