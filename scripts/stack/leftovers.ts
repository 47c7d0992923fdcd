// What an engine can leave behind, above all one that was killed: processes, mounts, cgroups.
import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { attempt } from "./command.ts";
import { cgroupName } from "./engine.ts";
import { folders, stackFolder } from "./stack-folder.ts";

/** Ends what still runs of the private engine and its containers. */
export async function endEngineProcesses(): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const left = new Set([...(await engineFamily()), ...(await containerPids())]);
    if (left.size === 0) return;
    for (const pid of left) kill(pid);
    await sleep(50);
  }
}

/** Unmounts everything below the stack's folder, the innermost first. */
export async function unmountAll(): Promise<void> {
  const lines = (await readFile("/proc/self/mountinfo", "utf8")).split("\n");
  const points = lines
    .map((line) => (line.split(" ")[4] ?? "").replaceAll("\\040", " "))
    .filter((point) => point.startsWith(`${stackFolder}/`));
  for (const point of points.reverse()) {
    const ended = await attempt(["umount", point]);
    if (ended.exitCode !== 0) await attempt(["umount", "--lazy", point]);
  }
}

/** Removes the cgroups that the private engine's containers were in. */
export async function removeCgroups(): Promise<void> {
  for (const folder of await cgroupFolders(cgroupName)) await removeTree(folder);
}

/** Removes what runc noted outside of the stack's folder about builds that were cut short. */
export async function removeRuncStates(): Promise<void> {
  for (const name of await readdir("/run/runc").catch(() => [])) {
    const folder = join("/run/runc", name);
    const state = await readFile(join(folder, "state.json"), "utf8").catch(() => "");
    if (state.includes(`"${stackFolder}/`)) await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the group that buildx puts its builders in, whatever the engine's own group is. */
export async function removeBuildxCgroups(): Promise<void> {
  for (const folder of await cgroupFolders("docker")) await removeTree(folder);
}

/** Whether some engine has, or had, containers in Docker's usual group. */
export async function hasDockerCgroups(): Promise<boolean> {
  return (await cgroupFolders("docker")).length > 0;
}

type Process = { readonly pid: number; readonly parent: number; readonly ours: boolean };

const enginePrograms = ["dockerd", "containerd", "containerd-shim-runc-v2", "docker-proxy"];

/** The engine's programs, told by a path of the stack's on their command line, and all below. */
async function engineFamily(): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(pids.map(readProcess));
  const family = new Set(processes.filter((one) => one.ours).map((one) => one.pid));
  for (let size = -1; size !== family.size; ) {
    size = family.size;
    for (const one of processes) if (family.has(one.parent)) family.add(one.pid);
  }
  return [...family];
}

async function readProcess(pid: string): Promise<Process> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const [program = "", ...args] = text.split("\0");
  const named = args.some((arg) => arg.startsWith(`${folders.engine}/`));
  return { pid: Number(pid), parent, ours: named && enginePrograms.includes(basename(program)) };
}

async function containerPids(): Promise<readonly number[]> {
  const pids: number[] = [];
  for (const root of await cgroupFolders(cgroupName)) {
    for (const folder of [root, ...(await foldersBelow(root))]) {
      const text = await readFile(join(folder, "cgroup.procs"), "utf8").catch(() => "");
      pids.push(...text.split("\n").filter(Boolean).map(Number));
    }
  }
  return pids;
}

/** Version 1 has a tree for each controller, version 2 a single one. */
async function cgroupFolders(name: string): Promise<readonly string[]> {
  const root = "/sys/fs/cgroup";
  const controllers = await readdir(root).catch(() => []);
  const places = ["", ...controllers].map((controller) => join(root, controller, name));
  const there = places.map(async (place) => ((await isFolder(place)) ? [place] : []));
  return (await Promise.all(there)).flat();
}

async function foldersBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function removeTree(folder: string): Promise<void> {
  const all = [folder, ...(await foldersBelow(folder))].sort((a, b) => b.length - a.length);
  for (const one of all) await rmdir(one).catch(() => {});
}

async function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}
