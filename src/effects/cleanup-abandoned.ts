// Looks for what was made by runs of which nothing lives any more.
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import * as v from "valibot";
import { type CurrentMachine, isGone, parseOwner } from "../plan/cleanup-owner-text.ts";
import { type BuilderMarks, inspectMarks, readBuilderFile } from "./builder-marks.ts";
import { startOf } from "./cleanup-owner.ts";
import type { EnginePorts } from "./engine-api.ts";
import { ownerFile } from "./run-files.ts";

/** What is left of runs that ended without removing it. */
export type Abandoned = {
  /** Names of builders. */
  readonly builders: readonly string[];
  /** Names of containers that were to install emulators. */
  readonly emulators: readonly string[];
  /** Paths of runs' folders. */
  readonly folders: readonly string[];
};

type Where = {
  readonly buildx: string;
  readonly beside: string;
  /** Folders that runs have written down, which may lie anywhere. */
  readonly named: readonly string[];
  readonly here: CurrentMachine;
  /** The run that looks, which removes by itself what it made. */
  readonly own: string;
};

// The names that runs give. What has another name, or one of these but no owner, is not ours.
const ours = /^crossbuild-[0-9a-f]{16}$/;
const builderContainer = /^buildx_buildkit_(crossbuild-[0-9a-f]{16})0$/;
const pattern = "^/(buildx_buildkit_crossbuild-[0-9a-f]{16}0|crossbuild-[0-9a-f]{16}-binfmt)$";

export async function findAbandoned(
  ports: EnginePorts,
  { buildx, beside, named, here, own }: Where,
): Promise<Abandoned> {
  const instances = join(buildx, "instances");
  const [containers, builders, neighbours] = await Promise.all([
    listContainers(ports),
    namesIn(instances, own),
    namesIn(beside, own),
  ]);
  const files = await judgeAll(builders, (name) => judgeFile(join(instances, name), here));
  // buildx's files tell of most of them, so that the engine is asked for the rest alone.
  const rest = containers.filter((name) => !name.includes(own) && !files.has(builderOf(name)));
  const asked = await judgeAll(rest, (name) => judgeContainer(name, ports, here));
  const gone = [...asked].flatMap(([name, { isGone }]) => (isGone ? [name] : []));
  const marked = [...files.values(), ...asked.values()].flatMap(({ folder }) => folder ?? []);
  // A mark says where a folder lies; what is in it says whether it is a run's, and whose.
  const all = [...neighbours.map((name) => join(beside, name)), ...named, ...marked];
  const paths = [...new Set(all)].filter((path) => isOurs(basename(path), own));
  const folders = await judgeAll(paths, (path) => judgeFolder(path, here));
  return {
    builders: [...goneOf(files), ...gone.filter(isBuilder).map(builderOf)],
    emulators: gone.filter((name) => !isBuilder(name)),
    folders: goneOf(folders),
  };
}

const listed = v.array(v.object({ Names: v.array(v.string()) }));

async function listContainers({ shell, engine }: EnginePorts): Promise<readonly string[]> {
  const filters = encodeURIComponent(JSON.stringify({ name: [pattern] }));
  const answer = await engine(`/containers/json?all=true&filters=${filters}`);
  const told = v.safeParse(listed, answer?.status === 200 ? answer.json : undefined);
  if (told.success) return told.output.flatMap(({ Names }) => Names.map((name) => name.slice(1)));
  const list = ["docker", "ps", "--all", "--filter", `name=${pattern}`, "--format", "{{.Names}}"];
  const { stdout } = await shell.capture("looking for what dead runs left", list);
  return stdout.split("\n").filter((name) => name !== "");
}

async function namesIn(folder: string, own: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => isOurs(name, own));
}

function isOurs(name: string, own: string): boolean {
  return ours.test(name) && name !== own;
}

type Verdict = { readonly isGone: boolean; readonly folder?: string | undefined };

/** By name, those that have an owner. */
async function judgeAll(
  names: readonly string[],
  judge: (name: string) => Promise<Verdict | undefined>,
): Promise<ReadonlyMap<string, Verdict>> {
  const judged = await Promise.all(names.map(async (name) => [name, await judge(name)] as const));
  return new Map(judged.flatMap(([name, verdict]) => (verdict ? [[name, verdict]] : [])));
}

async function judgeFile(path: string, here: CurrentMachine): Promise<Verdict | undefined> {
  const [marks, made] = await Promise.all([readBuilderFile(path), timeOf(path)]);
  return await verdictOn(marks, made, here);
}

async function judgeFolder(path: string, here: CurrentMachine): Promise<Verdict | undefined> {
  const [owner, made] = await Promise.all([
    readFile(join(path, ownerFile), "utf8").catch(() => undefined),
    timeOf(path),
  ]);
  return await verdictOn({ owner, folder: undefined }, made, here);
}

async function judgeContainer(
  name: string,
  ports: EnginePorts,
  here: CurrentMachine,
): Promise<Verdict | undefined> {
  const marks = await inspectMarks(name, ports);
  return await verdictOn(marks, marks?.made, here);
}

async function verdictOn(
  marks: BuilderMarks | undefined,
  made: number | undefined,
  here: CurrentMachine,
): Promise<Verdict | undefined> {
  const owner = marks?.owner === undefined ? undefined : parseOwner(marks.owner);
  // Another run may be removing it.
  if (owner === undefined || made === undefined) return undefined;
  const started = await startOf(owner.pid);
  return { isGone: isGone(owner, made, { here, started }), folder: marks?.folder };
}

async function timeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

const isBuilder = (container: string) => builderContainer.test(container);
const builderOf = (container: string) => builderContainer.exec(container)?.[1] ?? "";

function goneOf(judged: ReadonlyMap<string, Verdict>): readonly string[] {
  return [...judged].flatMap(([name, { isGone }]) => (isGone ? [name] : []));
}
