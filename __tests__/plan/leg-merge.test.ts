import { expect, test } from "vitest";
import { composeBuildkitdConfig } from "../../src/inputs/buildkitd-config.ts";
import { readMerge } from "../../src/inputs/leg-merge-inputs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { createCommand, planMerge } from "../../src/plan/leg-merge.ts";
import { asLeg } from "../../src/plan/leg-plan.ts";
import { problemsOfMerge } from "../../src/result/leg-merged-index.ts";
import { digestOf } from "../result/pushed.ts";
import { client, facts, job, plan } from "./planned.ts";

type Texts = Readonly<Record<string, string>>;

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const [amd, arm] = [`ghcr.io/o/app@${digest("a")}`, `ghcr.io/o/app@${digest("b")}`];
const platforms = [
  { os: "linux", architecture: "amd64" },
  { os: "linux", architecture: "arm64" },
];

async function merging(digests: Texts, more: Texts = {}) {
  const given = { digests: JSON.stringify(digests), tags: "ghcr.io/o/app:1", ...more };
  const { inputs, problems } = await readMerge(new Map(Object.entries(given)), "1234567");
  expect(problems).toEqual([]);
  const to = { inputs: inputs.network, folder: "/tmp/run/certificates" };
  const config = composeBuildkitdConfig([], to, () => {});
  const files = { ...runFiles, registrySettings: "/tmp/run/registries" };
  const asked = { inputs, config, client: await client({}), job };
  return planMerge(asked, facts, { files, proxies: {} });
}

const runFiles = {
  folder: "/tmp/run",
  buildkitdConfig: "/tmp/run/buildkitd.toml",
  metadata: "/tmp/run/metadata.json",
  imageId: "/tmp/run/image-id",
  certificates: "/tmp/run/certificates",
  authorities: "/tmp/run/authorities",
  dockerConfig: "/tmp/run/docker",
  secrets: "/tmp/run/secrets",
};

const made = digestOf("the index");
const asTagged = ["ghcr.io/o/app:1", "ghcr.io/o/app:2", "docker.io/o/app:latest"];
const untagged = [`ghcr.io/o/app@${made}`, `docker.io/o/app@${made}`];

test.each([
  ["", "true", asTagged],
  ["true", "true", asTagged],
  ["false", "false", asTagged],
  ["before-tag", "before-tag", untagged],
])(
  "with verify %j, the same index as was shown is pushed to names",
  async (given, verify, names) => {
    const merge = await merging(
      { "leg-linux-amd64": `${amd} run=1234567`, "leg-linux-arm64": `${arm} run=1234567` },
      {
        ...{ tags: "ghcr.io/o/app:1,ghcr.io/o/app:2,o/app", annotations: "a=b c" },
        ...(given === "" ? {} : { verify: given }),
      },
    );
    const command = ["docker", "buildx", "imagetools", "create", "--builder", "default"];
    const annotated = ["--annotation", "index:a=b c"];
    const tags = names.flatMap((name) => ["--tag", name]);
    expect(createCommand(merge, made)).toEqual([...command, ...annotated, ...tags, amd, arm]);
    expect(merge.preview).toEqual([...command, "--dry-run", ...annotated, amd, arm]);
    expect(merge.proof).toMatchObject({ verify, builds: [{ platforms, names: merge.tags }] });
  },
);

test.each([
  ["a.b=c d", ["index:a.b=c d"]],
  ["index:a.b=c=d:e", ["index:a.b=c=d:e"]],
  ['"a=1\n2",b=3', ["index:a=1\n2,b=3"]],
  ["a.b:c=d", ["index:a.b:c=d"]],
  ["manifest:a=b", []],
  ["manifest,index:a=b", ["index:a=b"]],
  ["manifest-descriptor[linux/amd64]:a=b", ["manifest-descriptor[linux/amd64]:a=b"]],
])("of the annotations %j, the merge takes %j", async (annotations, taken) => {
  const { preview } = await merging({ "leg-linux-amd64": `${amd} run=1234567` }, { annotations });
  expect(preview.filter((_, at) => preview[at - 1] === "--annotation")).toEqual(taken);
});

test.each([
  ["a=b", ["a=b"]],
  ["manifest,index:a=b", ["manifest:a=b"]],
  ["index:a=b", []],
  ["manifest[linux/arm64],manifest-descriptor:a=b", ["manifest[linux/arm64]:a=b"]],
])("of the annotations %j, a leg takes %j", async (annotations, taken) => {
  const { inputs } = await readInputs(
    new Map(Object.entries({ leg: "true", tags: "ghcr.io/o/app", annotations })),
  );
  expect(asLeg(inputs.build).annotations).toEqual(taken);
});

test("a leg of an image that this event does not push is a build", async () => {
  const given = { leg: "tagged", tags: "ghcr.io/o/app", push: "auto", platforms: "linux/arm64" };
  const { inputs } = await readInputs(new Map(Object.entries(given)));
  expect(asLeg(inputs.build)).toMatchObject({ leg: "false", push: false });
  expect(asLeg({ ...inputs.build, push: true })).toMatchObject({ leg: "tagged" });
});

test("a leg of several platforms is merged once, and its tag told of once", async () => {
  const leg = `ghcr.io/o/app:crossbuild-1234567-linux-arm64@${digest("a")} run=1234567`;
  const { create, legTags } = await merging({ "leg-linux-arm64": leg, "leg-linux-arm-v7": leg });
  expect(create.legs).toEqual([amd]);
  expect(legTags).toEqual([
    { repository: "ghcr.io/o/app", tag: "crossbuild-1234567-linux-arm64", digest: digest("a") },
  ]);
});

test("registries have their settings from a builder that no engine makes", async () => {
  const { create, readBack } = await merging(
    { "leg-linux-amd64": `${amd} run=1234567` },
    { registries: "registry.internal:5000: {http: true}" },
  );
  expect(create.command.slice(4, 6)).toEqual(["--builder", "registries"]);
  expect(readBack.file?.path).toBe("/tmp/run/registries/instances/registries");
});

test.each([
  [
    "by digest, without a tag",
    "true",
    "linux/arm64",
    ["type=image,name=ghcr.io/o/app,push-by-digest=true,name-canonical=true,push=true"],
    [],
  ],
  [
    "under a tag of the run's own",
    "tagged",
    "linux/arm/v7,linux/arm64",
    [],
    ["ghcr.io/o/app:crossbuild-1234567-linux-arm-v7"],
  ],
])("a leg is pushed %s", async (_, leg, forPlatforms, outputs, tags) => {
  const { build, proof } = await plan({
    leg,
    platforms: forPlatforms,
    tags: "ghcr.io/o/app:1,ghcr.io/o/app:2",
  });
  const after = (flag: string) => build.command.filter((_, at) => build.command[at - 1] === flag);
  expect(after("--output")).toEqual(outputs);
  expect(after("--tag")).toEqual(tags);
  expect(build.push).toBe(true);
  const names = tags.length === 0 ? [undefined] : tags.map((tag) => tag.split(":")[1]);
  expect(proof.builds[0]?.names).toEqual(
    names.map((tag) => ({ repository: "ghcr.io/o/app", tag })),
  );
});

const nodes = {
  driver: "remote",
  endpoint: "tcp://a:1",
  append: "- endpoint: tcp://b:1",
  tags: "ghcr.io/o/app",
};

test("several nodes can't push a leg by digest, as buildx moves `latest` then", async () => {
  const both = "linux/amd64,linux/arm64";
  const asked = plan({ ...nodes, leg: "true", platforms: both });
  await expect(asked).rejects.toThrow("has 2 nodes, and buildx moves the tag `latest`");
  const one = await plan({ ...nodes, leg: "true", platforms: "linux/arm64" });
  expect(one.proof.builds[0]?.names.map(({ tag }) => tag)).toEqual([undefined]);
  const tagged = await plan({ ...nodes, leg: "tagged", platforms: both });
  expect(tagged.proof.builds[0]?.names.map(({ tag }) => tag)).toEqual([
    "crossbuild-1234567-linux-amd64",
  ]);
});

const entry = (platform: object) => ({ digest: digest("a"), platform });
const [one, two] = platforms.map(entry);
const attestation = entry({ os: "unknown", architecture: "unknown" });

test.each([
  ["both", [one, two, attestation, attestation], []],
  ["arm64 as arm64/v8", [one, entry({ ...platforms[1], variant: "v8" })], []],
  ["one", [one], ["no leg has linux/arm64"]],
  ["one twice", [one, two, one], ["more than one leg has linux/amd64"]],
  [
    "a third",
    [one, two, entry({ os: "linux", architecture: "s390x" })],
    ["linux/s390x was not asked for"],
  ],
])("an index that has %s", (_, manifests, problems) => {
  expect(problemsOfMerge(JSON.stringify({ manifests }), platforms)).toEqual(problems);
});
