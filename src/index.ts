// The entry of both steps, and the only file that reads the environment.
import { randomBytes } from "node:crypto";
import { homedir, tmpdir } from "node:os";
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
  const { DOCKER_CONFIG, BUILDX_CONFIG, DOCKER_CONTEXT, DOCKER_HOST } = environment;
  const folder = DOCKER_CONFIG ?? join(environment["HOME"] ?? homedir(), ".docker");
  return {
    certificateFolders: environment["SSL_CERT_DIR"] ?? goCertificateFolders,
    config: {
      folder,
      buildx: BUILDX_CONFIG,
      context: DOCKER_HOST === undefined ? DOCKER_CONTEXT : "default",
    },
    engineTls: engineTls(folder),
    proxies: Object.fromEntries(
      Object.entries(environment).filter(
        (entry): entry is [string, string] => proxyVariable.test(entry[0]) && !!entry[1],
      ),
    ),
    nodeCertificates: nodeCertificates(),
  };
}

// cli/flags/options.go of docker/cli
function engineTls(config: string): RunnerFacts["engineTls"] {
  const { DOCKER_HOST: host = "", DOCKER_CERT_PATH: folder = config } = environment;
  const { DOCKER_TLS: tls = "", DOCKER_TLS_VERIFY: verify = "" } = environment;
  if (!host.startsWith("tcp://") || (tls === "" && verify === "")) return undefined;
  return { host, folder, skipVerify: verify === "" };
}

// The variables of docker/setup-buildx-action: BUILDER_NODE_0_AUTH_TLS_CACERT, …_CERT, …_KEY
function nodeCertificates(): RunnerFacts["nodeCertificates"] {
  const nodes: Record<string, string>[] = [];
  for (const [name, text] of Object.entries(environment)) {
    const [, index, part = ""] =
      /^BUILDER_NODE_(\d{1,3})_AUTH_TLS_(CACERT|CERT|KEY)$/.exec(name) ?? [];
    if (index === undefined || !text) continue;
    nodes[Number(index)] = { ...nodes[Number(index)], [part.toLowerCase()]: text };
  }
  return Array.from(nodes, (node) => node ?? {});
}

run().catch((error: unknown) => github.fail(failureText(error)));
