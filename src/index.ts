// The entry of both steps, and the only file that reads the environment.
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemShell } from "./effects/shell.ts";
import { githubRunner } from "./github.ts";
import { rawInputs } from "./inputs/raw-inputs.ts";
import { main, type RunnerFacts } from "./main.ts";
import { post } from "./post.ts";
import { failureText } from "./report/failure.ts";

// crypto/x509/root_linux.go of Go
const goCertificateFolders = "/etc/ssl/certs:/etc/pki/tls/certs";

const proxyVariable = /^(?:https?|no)_proxy$/i;

/** How long what hangs may keep the process after the end. */
const graceMilliseconds = 500;

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
  const raw = rawInputs(environment);
  await main({ raw, runId, folder, runner: runnerFacts(), shell, github });
  github.saveState("main", "finished");
}

function runnerFacts(): RunnerFacts {
  const { HOME: home, DOCKER_CONFIG: config, BUILDX_CONFIG: buildx } = environment;
  const { platform, arch, config: build } = process;
  return {
    host: { platform, arch, armVersion: armVersionOf(build.variables) },
    toolCache: environment["RUNNER_TOOL_CACHE"] || undefined,
    certificateFolders: environment["SSL_CERT_DIR"] ?? goCertificateFolders,
    userConfig: {
      folder: config ?? (home === undefined ? undefined : join(home, ".docker")),
      buildx,
    },
    proxies: Object.fromEntries(
      Object.entries(environment).filter(
        (entry): entry is [string, string] => proxyVariable.test(entry[0]) && !!entry[1],
      ),
    ),
  };
}

function armVersionOf(variables: object): string | undefined {
  const version = "arm_version" in variables ? variables.arm_version : undefined;
  return version === undefined ? undefined : String(version);
}

run()
  .catch((error: unknown) => github.fail(failureText(error)))
  // A download that stalled can't be ended, and would keep the process for minutes.
  .finally(() => setTimeout(() => process.exit(), graceMilliseconds).unref());
