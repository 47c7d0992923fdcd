// Programs that a test starts, and ends again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export type ChildProgram = AsyncDisposable & {
  /** What it has printed so far. */
  log(): string;
};

/** Starts a program, and waits until `ready` says that it can be used. */
export async function startProgram(
  command: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
  ready: (log: string) => boolean | Promise<boolean>,
): Promise<ChildProgram> {
  const [program, ...args] = command;
  const child = spawn(program, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const parts: string[] = [];
  const log = () => parts.join("");
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => parts.push(part.toString()));
  }
  const ended = Promise.race([once(child, "close"), once(child, "error")]);
  // None of them has anything to save.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    kill();
    await ended;
  };
  let failure: unknown;
  ended.catch((error: unknown) => {
    failure = error;
  });
  for (let wait = 0; wait < 600; wait++) {
    if (failure !== undefined || child.exitCode !== null) break;
    if (await ready(log())) return { log, [Symbol.asyncDispose]: stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`${program} did not start:\n${log()}`, { cause: failure });
}

/** Starts a program of scripts/stack/signing, which listens on a free port and prints its address. */
export async function startListening(
  program: string,
): Promise<ChildProgram & { readonly address: string }> {
  const listening = /^127\.0\.0\.1:\d+$/m;
  const started = await startProgram([program], {}, (log) => listening.test(log));
  const [address = ""] = listening.exec(started.log()) ?? [];
  return { ...started, address };
}

/** Whether a URL is answered well. */
export async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
