// What the machine was like before `up`, so that `down` can leave it that way.
import { readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asRoot, attempt, run } from "./command.ts";
import { otherStackFolders } from "./hosts-file.ts";
import { hasDockerCgroups, removeBuildxCgroups } from "./leftovers.ts";
import { say } from "./progress.ts";
import { stackFolder } from "./stack-folder.ts";

type Before = {
  readonly binfmtMounted: boolean;
  readonly registrations: readonly string[];
  readonly forwarding: string;
  readonly engineFolders: readonly string[];
  readonly dockerCgroups: boolean;
};

const file = "before.json";
const binfmt = "/proc/sys/fs/binfmt_misc";
const forwarding = "/proc/sys/net/ipv4/ip_forward";

// Where an engine makes folders outside its own, the inner ones first.
const engineFolders = [
  "/run/containerd/s",
  "/run/containerd",
  "/run/docker/plugins",
  "/run/docker",
  "/run/runc",
];

/** Writes down what is there, once for each `up`, and mounts binfmt_misc if it is not. */
export async function recordBefore(): Promise<void> {
  if ((await readBefore(stackFolder)) !== undefined) return;
  const binfmtMounted = await mountBinfmt();
  const others = (await Promise.all((await otherStackFolders()).map(readBefore))).filter(
    (other) => other !== undefined,
  );
  // What another stack has brought was not there before the two of them.
  const own: Before = {
    binfmtMounted,
    registrations: await registrations(),
    forwarding: (await readFile(forwarding, "utf8")).trim(),
    engineFolders: await existing(engineFolders),
    dockerCgroups: await hasDockerCgroups(),
  };
  const before = others.reduce(
    (merged, other) => ({
      binfmtMounted: merged.binfmtMounted && other.binfmtMounted,
      registrations: merged.registrations.filter((name) => other.registrations.includes(name)),
      forwarding: other.forwarding === "0" ? "0" : merged.forwarding,
      engineFolders: merged.engineFolders.filter((name) => other.engineFolders.includes(name)),
      dockerCgroups: merged.dockerCgroups && other.dockerCgroups,
    }),
    own,
  );
  await writeFile(join(stackFolder, file), JSON.stringify(before, null, 2));
}

/** Puts back what was there before; leaves it where another stack still stands on it. */
export async function restoreBefore(): Promise<void> {
  const before = await readBefore(stackFolder);
  if (before === undefined) return;
  const others = await Promise.all((await otherStackFolders()).map(readBefore));
  if (others.some((other) => other !== undefined)) {
    say("another stack is up: the emulators stay registered until it goes down");
  } else {
    await restore(before);
  }
  await rm(join(stackFolder, file), { force: true });
}

async function restore(before: Before): Promise<void> {
  await mountBinfmt();
  for (const name of await registrations()) {
    if (before.registrations.includes(name)) continue;
    await writeAsRoot(join(binfmt, name), "-1");
    say(`removed the emulator ${name}, which was not there before`);
  }
  if (!before.binfmtMounted) await attempt(asRoot(["umount", binfmt]));
  if ((await readFile(forwarding, "utf8")).trim() !== before.forwarding) {
    await writeAsRoot(forwarding, before.forwarding);
  }
  if (!before.dockerCgroups) await removeBuildxCgroups();
  for (const folder of engineFolders) {
    if (!before.engineFolders.includes(folder)) await rmdir(folder).catch(() => {});
  }
}

/** Mounts binfmt_misc if it is not; true if it was. */
async function mountBinfmt(): Promise<boolean> {
  if (await exists(join(binfmt, "status"))) return true;
  const command = ["mount", "-t", "binfmt_misc", "binfmt_misc", binfmt];
  await run(asRoot(command), { doing: "mounting binfmt_misc" });
  return false;
}

async function registrations(): Promise<readonly string[]> {
  return (await readdir(binfmt)).filter((name) => name !== "register" && name !== "status");
}

async function readBefore(folder: string): Promise<Before | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, file), "utf8"));
  } catch {
    return undefined;
  }
}

async function writeAsRoot(target: string, text: string): Promise<void> {
  const doing = `writing ${target}`;
  await run(asRoot(["tee", target]), { doing, input: text });
}

async function existing(paths: readonly string[]): Promise<readonly string[]> {
  const there = paths.map(async (path) => ((await exists(path)) ? [path] : []));
  return (await Promise.all(there)).flat();
}

async function exists(path: string): Promise<boolean> {
  return attempt(["test", "-e", path]).then((ended) => ended.exitCode === 0);
}
