// Plans for inputs, on a machine where all is as it mostly is.

import { composeBuildkitdConfig } from "../../src/inputs/buildkitd-config.ts";
import type { Inputs } from "../../src/inputs/inputs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import type { BuildxFacts } from "../../src/plan/buildx-plan.ts";
import { planContext } from "../../src/plan/context-plan.ts";
import { planClient } from "../../src/plan/docker-client.ts";
import type { Facts } from "../../src/plan/machine.ts";
import type { Plan } from "../../src/plan/make-plan.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { RunFacts } from "../../src/plan/run-facts.ts";
import type { SigningJob } from "../../src/plan/sign-plan.ts";

export const facts: Facts = {
  engine: { version: "28.5.2", os: "linux", architecture: "amd64" },
  handlers: [],
  images: [],
  endpoint: "unix:///var/run/docker.sock",
  builders: undefined,
  others: [],
  userConfig: {
    folder: "/home/me/.docker",
    writable: true,
    takesPlugins: true,
    buildx: undefined,
    logins: {},
    problem: undefined,
    context: "default",
    buildxPlugins: [],
  },
  engineTls: undefined,
  keepsIndexes: false,
  isPrivate: false,
};

export const foundBuildx: BuildxFacts = {
  installed: "v0.29.1",
  path: undefined,
  broken: [],
  latest: undefined,
  host: { platform: "linux", arch: "x64", armVersion: undefined },
};

export const run: RunFacts = {
  runId: "1a2b",
  workflowRun: "1234567",
  owner: undefined,
  machine: "kept",
  files: {
    folder: "/tmp/run",
    buildkitdConfig: "/tmp/run/buildkitd.toml",
    metadata: "/tmp/run/metadata.json",
    imageId: "/tmp/run/image-id",
    secrets: "/tmp/run/secrets",
    certificates: "/tmp/run/certificates",
    authorities: "/tmp/run/authorities",
    dockerConfig: "/tmp/run/docker",
    registrySettings: "/tmp/run/registries",
  },
  certificateFolders: "/etc/ssl/certs",
  proxies: {},
  nodeCertificates: [],
  workflow: { runUrl: undefined, commit: undefined, attestsByDefault: false },
};

/** A job without a token of its own. */
export const job: SigningJob = {
  ...{ idToken: undefined, isPrivate: false, githubToken: "ghs_token" },
  event: {
    serverUrl: "https://github.com",
    apiUrl: "https://api.github.com",
    repository: "octo/hello",
  },
};

type Texts = Readonly<Record<string, string>>;

/** Where docker's configuration lies; `more` is found in place of what is usual. */
export async function client(given: Texts, more: Partial<Facts & RunFacts> = {}) {
  return planClient(await inputsOf(given), { ...facts, ...more }, { ...run, ...more });
}

/** The plan for these inputs; `epoch` is the time that the image is to have. */
export async function plan(
  given: Texts,
  { epoch, ...more }: Partial<Facts & RunFacts> & { readonly epoch?: number } = {},
): Promise<Plan> {
  const inputs = await inputsOf(given);
  const texts = inputs.builder.buildkitdConfigs.flatMap((config) =>
    config.kind === "inline" ? [{ input: "buildkitd-config-inline", text: config.text }] : [],
  );
  const to = { inputs: inputs.network, folder: run.files.certificates };
  const config = composeBuildkitdConfig(texts, to, () => {});
  const own = { ...run, ...more };
  const { commit } = own.workflow;
  const context = planContext(inputs.build, { commit, checkout: ".git" });
  const asked = { inputs, config, client: await client(given, more), context, epoch, job };
  return makePlan(asked, { ...facts, ...more }, own);
}

async function inputsOf(given: Texts): Promise<Inputs> {
  const { inputs, problems } = await readInputs(new Map(Object.entries(given)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return inputs;
}
