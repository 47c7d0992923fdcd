// Starts programs that outlive `up`, and ends exactly those again.
import { spawn } from "node:child_process";
import { mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { interruption, StackError } from "./command.ts";
import { folders } from "./stack-folder.ts";

/** A process as it is told from a later one with its number: by when it started. */
export type ProcessIdentity = { readonly pid: number; readonly started: string };

/** Who `pid` is now, or undefined if it is gone. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    return state === "Z" ? undefined : { pid, started: `${boot.trim()} ${ticks}` };
  } catch {
    return undefined;
  }
}

/** Whether this very process still runs. */
export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  return (await identify(process.pid))?.started === process.started;
}

/** Starts a program under `name`; what it says goes to that name's log file. */
export async function startInBackground(
  name: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  interruption.signal.throwIfAborted();
  await mkdir(folders.run, { recursive: true });
  const log = await open(logFile(name), "w");
  const [program = "", ...args] = command;
  const child = spawn(program, args, { detached: true, env, stdio: ["ignore", log.fd, log.fd] });
  const failure = new Promise<undefined>((_, reject) => child.on("error", reject));
  const identity = await Promise.race([identify(child.pid ?? 0), failure]);
  await log.close();
  await writeFile(join(folders.run, `${name}.json`), JSON.stringify(identity ?? {}));
  child.unref();
}

/** Waits until `ready` says so; fails with the program's last lines where it ends before. */
export async function waitUntilReady(
  name: string,
  ready: () => Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await ready().catch(() => false))) {
    const ended = !(await isRunning(name));
    if (!ended && performance.now() < end) {
      await sleep(50);
      continue;
    }
    const lines = (await readFile(logFile(name), "utf8")).trim().split("\n").slice(-8);
    const why = ended ? "ended at once" : `was not ready within ${seconds} s`;
    const said = lines.map((line) => `  | ${line}`).join("\n");
    throw new StackError(`starting ${name}: it ${why}\n${said}\nThe whole log: ${logFile(name)}`);
  }
}

/** Whether the program that was started under `name` still runs. */
export async function isRunning(name: string): Promise<boolean> {
  const process = await recorded(name);
  return process !== undefined && (await isAlive(process));
}

/** Ends the program that was started under `name`: gently first, then for good. */
export async function stopInBackground(name: string, seconds = 15): Promise<void> {
  const identity = await recorded(name);
  if (identity !== undefined && (await isAlive(identity))) {
    process.kill(identity.pid, "SIGTERM");
    const end = performance.now() + seconds * 1000;
    while ((await isAlive(identity)) && performance.now() < end) await sleep(30);
    if (await isAlive(identity)) process.kill(identity.pid, "SIGKILL");
  }
  await rm(join(folders.run, `${name}.json`), { force: true });
}

/** The names that programs were started under. */
export async function namesStarted(): Promise<readonly string[]> {
  const files = await readdir(folders.run).catch(() => []);
  return files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
}

async function recorded(name: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(join(folders.run, `${name}.json`), "utf8").catch(() => "{}");
  const value: Partial<ProcessIdentity> = JSON.parse(text);
  const { pid, started } = value;
  return pid === undefined || started === undefined ? undefined : { pid, started };
}

function logFile(name: string): string {
  return join(folders.log, `${name}.log`);
}
