// The test stack's command line: npm run stack -- up [--engine] | down [--purge] | status | env
import { spawn } from "node:child_process";
import { once } from "node:events";
import { interruption, StackError } from "./command.ts";
import { purge, takeDown } from "./down.ts";
import { bringEngineUp, registryForEngine } from "./engine-alone.ts";
import { exportLines, stackEnvironment } from "./environment.ts";
import { locked } from "./lock.ts";
import { say } from "./progress.ts";
import { describeStatus } from "./status.ts";
import { bringUp, isUp } from "./up.ts";

const usage = "npm run stack -- up [--engine] | down [--purge] | status | env";

async function main(args: readonly string[]): Promise<number> {
  switch (args.join(" ")) {
    case "up":
      if (await isUp()) say("already up");
      else await up(bringUp);
      return 0;
    case "up --engine": {
      const registry = registryForEngine();
      process.stdout.write(`${await up(() => bringEngineUp(registry))}\n`);
      return 0;
    }
    case "down":
    case "down --purge":
      await locked(takeDown);
      if (args.includes("--purge")) await purge();
      say(args.includes("--purge") ? "down, and its folder is gone" : "down");
      return 0;
    case "status": {
      const status = await describeStatus();
      process.stdout.write(`${status.lines.join("\n")}\n`);
      return status.up ? 0 : 1;
    }
    case "env":
      process.stdout.write(`${exportLines(stackEnvironment()).join("\n")}\n`);
      return 0;
    default:
      say(usage);
      return 2;
  }
}

async function up<T>(bring: () => Promise<T>): Promise<T> {
  try {
    return await locked(bring);
  } catch (error) {
    fail(error);
    interruption.abort();
    await takeDownElsewhere();
    throw new StackError("up failed, and what it had brought is down again; its logs are kept");
  }
}

/** This process may run no more commands, lest its unfinished work bring up something again. */
async function takeDownElsewhere(): Promise<void> {
  const args = [import.meta.filename, "down"];
  await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
}

function fail(error: unknown): void {
  const expected = error instanceof StackError;
  say(expected ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}

process.once("SIGINT", () => interruption.abort());
process.once("SIGTERM", () => interruption.abort());
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  fail(error);
  return 1;
});
