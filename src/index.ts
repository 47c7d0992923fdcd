// The entry of every step but post, whose is post-index.ts; these two alone read the environment.
import { randomBytes } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";
import { systemShell } from "./effects/shell.ts";
import { rawInputs, withoutInputs } from "./inputs/raw-inputs.ts";
import { githubRunner } from "./runner/github.ts";
import { startTimeline } from "./runner/timeline.ts";
import { toTheEnd } from "./step/end.ts";
import type { Run, RunnerFacts } from "./step/run.ts";
import { runStep } from "./step/run-step.ts";

// crypto/x509/root_linux.go of Go
const goCertificateFolders = "/etc/ssl/certs:/etc/pki/tls/certs";

const proxyVariable = /^(?:https?|no)_proxy$/i;

// `performance` takes a few milliseconds to load.
const timeline = startTimeline(() => Number(process.hrtime.bigint() / 1000n) / 1000);
const environment = { ...process.env };
// What buildx says of a build is read, and so has to be in the one form that is for readers without a
// terminal, whatever the user's own commands have: BUILDKIT_PROGRESS may be `quiet` or `rawjson`.
const shell = systemShell({ ...withoutInputs(environment), BUILDKIT_PROGRESS: "plain" });
const github = githubRunner({ hasSummary: variable("GITHUB_STEP_SUMMARY") !== undefined });

// The other actions' entries are files of their own beside the bundle, which they load.
const steps: Readonly<Record<string, (run: Run) => Promise<void>>> = {
  "merge.cjs": async (run) => (await import("./merge.ts")).merge(run),
  "matrix.cjs": async (run) => (await import("./matrix.ts")).matrix(run),
};
const main = async (run: Run) => (await import("./main.ts")).main(run);

async function run(): Promise<void> {
  const runId = randomBytes(8).toString("hex");
  const folder = join(environment["RUNNER_TEMP"] ?? tmpdir(), `crossbuild-${runId}`);
  const raw = rawInputs(environment);
  const step = steps[basename(process.argv[1] ?? "")] ?? main;
  const given = { raw, runId, folder, runner: runnerFacts(), timeline };
  const exitCode = await runStep(step, given, { shell, github });
  if (exitCode !== 0) process.exit(exitCode);
}

function runnerFacts(): RunnerFacts {
  const home = variable("HOME") ?? accountHome();
  const folder = variable("DOCKER_CONFIG") ?? (home === undefined ? home : join(home, ".docker"));
  const host = variable("DOCKER_HOST");
  const { platform, arch, config: build } = process;
  return {
    certificateFolders: variable("SSL_CERT_DIR") ?? goCertificateFolders,
    config: {
      folder,
      buildx: variable("BUILDX_CONFIG"),
      logins: variable("DOCKER_AUTH_CONFIG"),
      context: host === undefined ? variable("DOCKER_CONTEXT") : "default",
    },
    engineHost: host,
    engineTls: engineTls(host, folder),
    host: { platform, arch, armVersion: armVersionOf(build.variables) },
    event: {
      name: variable("GITHUB_EVENT_NAME"),
      path: variable("GITHUB_EVENT_PATH"),
      ref: variable("GITHUB_REF") ?? "",
      sha: variable("GITHUB_SHA") ?? "",
      repository: variable("GITHUB_REPOSITORY") ?? "",
      serverUrl: variable("GITHUB_SERVER_URL") ?? "https://github.com",
      apiUrl: variable("GITHUB_API_URL") ?? "https://api.github.com",
      shortShaLength: variable("DOCKER_METADATA_SHORT_SHA_LENGTH"),
      prHeadSha: /true/i.test(variable("DOCKER_METADATA_PR_HEAD_SHA") ?? ""),
    },
    job: variable("GITHUB_JOB") ?? "",
    idToken: idToken(),
    toolCache: variable("RUNNER_TOOL_CACHE"),
    folders: { working: process.cwd(), workspace: variable("GITHUB_WORKSPACE") },
    proxies: Object.fromEntries(
      Object.entries(environment).filter(
        (entry): entry is [string, string] => proxyVariable.test(entry[0]) && !!entry[1],
      ),
    ),
    nodeCertificates: nodeCertificates(),
    workflow: workflow(),
    variables: environment,
    workflowRun: variable("GITHUB_RUN_ID") ?? "0",
    machine: variable("RUNNER_ENVIRONMENT") === "github-hosted" ? "thrown away" : "kept",
  };
}

// https://docs.github.com/actions/reference/security/oidc
function idToken(): RunnerFacts["idToken"] {
  const url = variable("ACTIONS_ID_TOKEN_REQUEST_URL");
  const token = variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
  return url === undefined || token === undefined ? undefined : { url, token };
}

// https://docs.github.com/actions/reference/workflows-and-actions/variables
function workflow(): RunnerFacts["workflow"] {
  const server = variable("GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = variable("GITHUB_REPOSITORY");
  const [id, attempt] = [variable("GITHUB_RUN_ID"), variable("GITHUB_RUN_ATTEMPT")];
  const [ref = "", sha = ""] = [variable("GITHUB_REF"), variable("GITHUB_SHA")];
  const run = `${server}/${repository}/actions/runs/${id}`;
  const isRun = repository !== undefined && id !== undefined;
  const hasCommit = repository !== undefined && ref + sha !== "";
  return {
    runUrl: isRun ? (attempt === undefined ? run : `${run}/attempts/${attempt}`) : undefined,
    commit: hasCommit ? { server, repository, ref, sha } : undefined,
    attestsByDefault: !isTrue(variable("BUILDX_NO_DEFAULT_ATTESTATIONS")),
  };
}

// strconv.ParseBool of Go, as buildx reads it
function isTrue(text = ""): boolean {
  return ["1", "t", "T", "true", "TRUE", "True"].includes(text);
}

/** A variable that is set to something, as Docker's programs take it. */
function variable(name: string): string | undefined {
  return environment[name] || undefined;
}

function accountHome(): string | undefined {
  try {
    return userInfo().homedir;
  } catch {
    // A container may run as a user that has no account.
    return undefined;
  }
}

// cli/flags/options.go of docker/cli
function engineTls(host = "", config: string | undefined): RunnerFacts["engineTls"] {
  const verify = variable("DOCKER_TLS_VERIFY") !== undefined;
  const tls = verify || variable("DOCKER_TLS") !== undefined;
  const folder = variable("DOCKER_CERT_PATH") ?? config;
  if (!host.startsWith("tcp://") || !tls || folder === undefined) return undefined;
  return { host, folder, skipVerify: !verify };
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

function armVersionOf(variables: object): string | undefined {
  const version = "arm_version" in variables ? variables.arm_version : undefined;
  return version === undefined ? undefined : String(version);
}

toTheEnd(run(), github);
