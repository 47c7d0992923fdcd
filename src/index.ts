// The entry of both steps, and the only file that reads the environment.
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemShell } from "./effects/shell.ts";
import { githubRunner } from "./github.ts";
import { rawInputs } from "./inputs/raw-inputs.ts";
import { main } from "./main.ts";
import { post } from "./post.ts";
import { failureText } from "./report/failure.ts";

const environment = { ...process.env };
const shell = systemShell(environment);
const github = githubRunner({ hasSummary: environment["GITHUB_STEP_SUMMARY"] !== undefined });

async function run(): Promise<void> {
  if (environment["STATE_main"] !== undefined) {
    const undo = environment["STATE_undo"];
    return post({ undo, finished: environment["STATE_main"] === "finished" }, { shell, github });
  }
  github.saveState("main", "started");
  const runId = randomBytes(8).toString("hex");
  const folder = join(environment["RUNNER_TEMP"] ?? tmpdir(), `crossbuild-${runId}`);
  await main({ raw: rawInputs(environment), runId, folder, shell, github });
  github.saveState("main", "finished");
}

run().catch((error: unknown) => github.fail(failureText(error)));
