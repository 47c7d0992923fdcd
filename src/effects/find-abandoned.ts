// Looks for what was made by runs of which nothing lives any more.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import { type Here, isGone, ownerVariable, parseOwner } from "../plan/owner.ts";
import type { EngineDoors } from "./engine-api.ts";
import { startOf } from "./owner.ts";
import { ownerFile } from "./run-files.ts";
import type { Shell } from "./shell.ts";

/** Names of what nobody needs any more. */
export type Abandoned = {
  readonly builders: readonly string[];
  /** Containers that were to install emulators. */
  readonly emulators: readonly string[];
  /** Folders of runs. */
  readonly folders: readonly string[];
};

type Where = {
  readonly buildx: string;
  readonly beside: string;
  readonly here: Here;
  /** The run that looks, which removes by itself what it made. */
  readonly own: string;
};

// The names that runs give. What has another name, or one of these but no owner, is not ours.
const ours = /^crossbuild-[0-9a-f]{16}$/;
const builderContainer = /^buildx_buildkit_(crossbuild-[0-9a-f]{16})0$/;
const pattern = "^/(buildx_buildkit_crossbuild-[0-9a-f]{16}0|crossbuild-[0-9a-f]{16}-binfmt)$";

export async function findAbandoned(
  doors: EngineDoors,
  { buildx, beside, here, own }: Where,
): Promise<Abandoned> {
  const [names, files, folders] = await Promise.all([
    listContainers(doors),
    judge(join(buildx, "instances"), { here, own }, async (file) =>
      ownerOfBuilder(await text(file)),
    ),
    judge(beside, { here, own }, (folder) => text(join(folder, ownerFile))),
  ]);
  // buildx's files tell of most of them, so that the engine is asked for the rest alone.
  const asked = names.filter((name) => !name.includes(own) && !files.has(builderOf(name)));
  const containers = await Promise.all(
    asked.map(async (name) => ((await isAbandoned(doors.shell, name, here)) ? [name] : [])),
  );
  const gone = containers.flat();
  return {
    builders: [...goneOf(files), ...gone.filter(isBuilder).map(builderOf)],
    emulators: gone.filter((name) => !isBuilder(name)),
    folders: goneOf(folders),
  };
}

const listed = v.array(v.object({ Names: v.array(v.string()) }));

async function listContainers({ shell, engine }: EngineDoors): Promise<readonly string[]> {
  const filters = encodeURIComponent(JSON.stringify({ name: [pattern] }));
  const answer = await engine(`/containers/json?all=true&filters=${filters}`);
  const told = v.safeParse(listed, answer?.status === 200 ? answer.json : undefined);
  if (told.success) return told.output.flatMap(({ Names }) => Names.map((name) => name.slice(1)));
  const list = ["docker", "ps", "--all", "--filter", `name=${pattern}`, "--format", "{{.Names}}"];
  const { stdout } = await shell.capture("looking for what dead runs left", list);
  return stdout.split("\n").filter((name) => name !== "");
}

/** Whether the owner is gone, by the name of each file or folder that has one. */
async function judge(
  folder: string,
  { here, own }: Pick<Where, "here" | "own">,
  ownerOf: (path: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, boolean>> {
  const all = await readdir(folder).catch(() => []);
  const names = all.filter((name) => ours.test(name) && name !== own);
  const judged = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another run may be removing it.
      const [owner, made] = await Promise.all([
        ownerOf(path).catch(() => undefined),
        stat(path).catch(() => undefined),
      ]);
      const gone = made && (await isOwnerGone(owner, made.mtimeMs, here));
      return gone === undefined ? [] : [[name, gone] as const];
    }),
  );
  return new Map(judged.flat());
}

/** @returns undefined where there is no owner */
async function isOwnerGone(
  mark: string | undefined,
  made: number,
  here: Here,
): Promise<boolean | undefined> {
  const owner = mark === undefined ? undefined : parseOwner(mark);
  if (owner === undefined) return undefined;
  return isGone(owner, made, { here, started: await startOf(owner.pid) });
}

const format = '{"made":{{json .Created}},"variables":{{json .Config.Env}}}';
const inspected = v.object({ made: v.string(), variables: v.nullish(v.array(v.string()), []) });

async function isAbandoned(shell: Shell, container: string, here: Here): Promise<boolean> {
  const command = ["docker", "container", "inspect", "--format", format, container];
  try {
    const { stdout } = await shell.capture("looking whose a container is", command);
    const { made, variables } = v.parse(inspected, JSON.parse(stdout));
    const owner = variables.find((variable) => variable.startsWith(`${ownerVariable}=`));
    const mark = owner?.slice(ownerVariable.length + 1);
    return (await isOwnerGone(mark, Date.parse(made), here)) ?? false;
  } catch (error) {
    // Its run has removed it meanwhile.
    if (error instanceof CommandError) return false;
    throw error;
  }
}

// store/nodegroup.go of docker/buildx
const instance = v.object({
  Nodes: v.array(v.object({ DriverOpts: v.nullish(v.record(v.string(), v.string()), {}) })),
});

function ownerOfBuilder(json: string): string | undefined {
  const [node] = v.parse(instance, JSON.parse(json)).Nodes;
  return node?.DriverOpts[`env.${ownerVariable}`];
}

const text = (path: string) => readFile(path, "utf8");
const isBuilder = (container: string) => builderContainer.test(container);
const builderOf = (container: string) => builderContainer.exec(container)?.[1] ?? "";

function goneOf(judged: ReadonlyMap<string, boolean>): readonly string[] {
  return [...judged].flatMap(([name, isGone]) => (isGone ? [name] : []));
}
