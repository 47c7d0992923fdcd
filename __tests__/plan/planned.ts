// Plans for inputs, on a machine where all is as it mostly is.
import { composeBuildkitdConfig } from "../../src/inputs/buildkitd-config.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import type { Facts, RunFacts } from "../../src/plan/facts.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { Plan } from "../../src/plan/plan.ts";

export const facts: Facts = {
  engine: { version: "28.5.2", os: "linux", architecture: "amd64" },
  buildxVersion: "v0.29.1",
  handlers: [],
  builders: undefined,
  userConfig: {
    folder: "/home/me/.docker",
    writable: true,
    buildx: undefined,
    problem: undefined,
    context: "default",
  },
  engineTls: undefined,
};

const run: RunFacts = {
  runId: "1a2b",
  files: {
    folder: "/tmp/run",
    buildkitdConfig: "/tmp/run/buildkitd.toml",
    metadata: "/tmp/run/metadata.json",
    imageId: "/tmp/run/image-id",
    certificates: "/tmp/run/certificates",
    authorities: "/tmp/run/authorities",
    dockerConfig: "/tmp/run/docker",
    registrySettings: "/tmp/run/registries",
  },
  certificateFolders: "/etc/ssl/certs",
  proxies: {},
  nodeCertificates: [],
};

/** The plan for these inputs; `more` is found in place of what is usual. */
export async function plan(
  given: Readonly<Record<string, string>>,
  more: Partial<Facts & RunFacts> = {},
): Promise<Plan> {
  const { inputs, problems } = await readInputs(new Map(Object.entries(given)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const texts = inputs.builder.buildkitdConfigs.flatMap((config) =>
    config.kind === "inline" ? [{ input: "buildkitd-config-inline", text: config.text }] : [],
  );
  const to = { inputs: inputs.network, folder: run.files.certificates };
  const config = composeBuildkitdConfig(texts, to, () => {});
  return makePlan({ inputs, config }, { ...facts, ...more }, { ...run, ...more });
}
