// The examples' own steps, run on the stack: only hosts, files and secrets are the stack's.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { job } from "../../scripts/run-action.ts";
import { buildkitdNodes } from "./buildkitd-nodes.ts";
import { everything } from "./docker.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

type Texts = Readonly<Record<string, string>>;
type Step = { readonly uses?: string; readonly with?: Texts; readonly env?: Texts };
type Workflow = { readonly jobs: { readonly image: { readonly steps: readonly Step[] } } };

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_AUTH: auth, STACK_CA: ca } = stack;

/** Inputs and environment of the example's step, with `words` in place of the example's own. */
function stepOf(example: string, words: Texts): { readonly inputs: Texts; readonly env: Texts } {
  const text = readFileSync(new URL(`../../examples/${example}`, import.meta.url), "utf8");
  const { steps } = (parse(text) as Workflow).jobs.image;
  const step = steps.find(({ uses }) => uses?.startsWith("OWNER/crossbuild@"));
  if (step === undefined) throw new Error(`${example} does not use the action`);
  const replaced = (texts: Texts = {}) =>
    Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, put(String(value))]));
  const put = (value: string) =>
    Object.entries(words).reduce((line, [from, to]) => line.replaceAll(from, to), value);
  return { inputs: replaced(step.with), env: replaced(step.env) };
}

const login = {
  "${{ github.actor }}": stack.STACK_USERNAME,
  "${{ github.token }}": stack.STACK_PASSWORD,
};
/** What the stack needs beside an example that is written for the open internet. */
const offline = {
  mirrors: http,
  registries: `${http}: {http: true}\n${auth}: {ca: ${ca}}`,
  "driver-opts": "network=host",
};

async function pushes(
  inputs: Texts,
  env: Texts = {},
  files: Texts = { Dockerfile: dockerfile },
): Promise<Texts> {
  await using place = await job({ files, environment: env });
  const before = await everything();
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(await everything()).toEqual(before);
  return main.outputs;
}

test("quick-start.yml pushes three platforms", async () => {
  const repository = newRepository();
  const words = { ...login, "ghcr.io": auth, "${{ github.repository }}": repository };
  const { inputs } = stepOf("quick-start.yml", words);
  const outputs = await pushes({ ...inputs, ...offline });
  expect((await manifest(auth, repository, "latest")).digest).toBe(outputs["digest"]);
  expect(outputs["platforms"]).toBe("linux/amd64,linux/arm64,linux/arm/v7");
});

test("private-registry.yml pushes to both registries", async () => {
  const repository = newRepository();
  const { inputs } = stepOf("private-registry.yml", {
    "registry.internal:5000": http,
    "secure.internal": auth,
    "/etc/ssl/internal-ca.pem": ca,
    "${{ vars.REGISTRY_USER }}": stack.STACK_USERNAME,
    "${{ secrets.REGISTRY_PASSWORD }}": stack.STACK_PASSWORD,
    "${{ github.run_number }}": "7",
    "team/app": repository,
  });
  const outputs = await pushes(inputs);
  for (const host of [http, auth]) {
    expect((await manifest(host, repository, "7")).digest).toBe(outputs["digest"]);
  }
});

test("bake.yml pushes each target of its definition", async () => {
  const repository = newRepository();
  const words = {
    ...login,
    "ghcr.io": auth,
    "${{ github.repository }}": repository,
    "${{ github.sha }}": "1",
    // The stack has no cache of GitHub's.
    "type=gha": `type=registry,ref=${http}/${repository}:cache-{{target}}`,
  };
  const { inputs } = stepOf("bake.yml", words);
  const definition = `variable "REGISTRY" { default = "" }
variable "TAG" { default = "" }
group "default" { targets = ["api", "web"] }
target "api" { tags = ["\${REGISTRY}/api:\${TAG}"] }
target "web" { tags = ["\${REGISTRY}/web:\${TAG}"] }
`;
  const files = { Dockerfile: dockerfile, "docker-bake.hcl": definition };
  const event = { GITHUB_EVENT_NAME: "push", GITHUB_REPOSITORY: repository };
  const outputs = await pushes({ ...inputs, ...offline }, event, files);
  const targets = JSON.parse(outputs["targets"] ?? "{}");
  for (const name of ["api", "web"]) {
    const { digest } = await manifest(auth, `${repository}/${name}`, "1");
    expect(targets[name].digest).toBe(digest);
    expect(Object.keys(targets[name].digests)).toEqual(["linux/amd64", "linux/arm64"]);
  }
});

test("remote-nodes.yml builds on two nodes", async () => {
  await using fixture = await buildkitdNodes(2);
  const [amd, arm] = fixture.nodes;
  if (amd === undefined || arm === undefined) throw new Error("two nodes were asked for");
  const repository = newRepository();
  const { inputs, env } = stepOf("remote-nodes.yml", {
    ...login,
    "ghcr.io": auth,
    "${{ github.repository }}": repository,
    "${{ github.ref_name }}": "v1.2.3",
    "tcp://amd64.internal:1234": amd.endpoint,
    "tcp://arm64.internal:1234": arm.endpoint,
    "${{ secrets.BUILDKIT_CA }}": readFileSync(amd.cacert, "utf8"),
    "${{ secrets.BUILDKIT_CERT }}": readFileSync(amd.cert, "utf8"),
    "${{ secrets.BUILDKIT_KEY }}": readFileSync(amd.key, "utf8"),
  });
  // Both nodes run on this machine, whose CPU is not that of one of them.
  const here = { registries: offline.registries, qemu: "arm64" };
  const outputs = await pushes({ ...inputs, ...here }, env);
  expect((await manifest(auth, repository, "v1.2.3")).digest).toBe(outputs["digest"]);
});
