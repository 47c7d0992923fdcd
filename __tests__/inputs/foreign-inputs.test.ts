import { expect, test } from "vitest";
import { readMerge } from "../../src/inputs/leg-merge-inputs.ts";
import { needlessInputs, readInputs } from "../../src/inputs/read-inputs.ts";

type Texts = Readonly<Record<string, string>>;
const read = async (given: Texts) => {
  const raw = new Map(Object.entries(given));
  const { problems, names } = await readInputs(raw);
  return { problems, needless: needlessInputs(raw, names) };
};

// All inputs of Docker's actions at their newest versions.
const theirs = {
  "setup-qemu": ["image", "platforms", "reset", "cache-image"],
  "setup-buildx": [
    ...["version", "name", "driver", "driver-opts", "buildkitd-flags", "buildkitd-config", "use"],
    ...["buildkitd-config-inline", "endpoint", "platforms", "append", "keep-state", "cleanup"],
    ...["cache-binary", "install", "config", "config-inline"],
  ],
  login: ["registry", "username", "password", "scope", "ecr", "logout", "registry-auth"],
  metadata: [
    ...["context", "images", "tags", "flavor", "labels", "annotations", "sep-tags", "sep-labels"],
    ...["sep-annotations", "bake-target", "github-token"],
  ],
  "build-push": [
    ...["add-hosts", "allow", "annotations", "attests", "build-args", "build-contexts", "builder"],
    ...["cache-from", "cache-to", "call", "cgroup-parent", "context", "file", "labels", "load"],
    ...["network", "no-cache", "no-cache-filters", "outputs", "platforms", "provenance", "pull"],
    ...["push", "sbom", "secrets", "secret-envs", "secret-files", "shm-size", "ssh", "tags"],
    ...["target", "ulimit", "github-token"],
  ],
  bake: [
    ...["builder", "source", "workdir", "files", "targets", "no-cache", "pull", "load", "set"],
    ...["provenance", "push", "sbom", "call", "github-token", "allow", "vars"],
  ],
};

test.each(Object.entries(theirs))(
  "every input of %s is here, or has words of its own",
  async (_, names) => {
    const { names: ours } = await readInputs(new Map());
    for (const name of names.filter((one) => !ours.includes(one))) {
      const { problems, needless } = await read({ [name]: "x" });
      expect([...problems, ...needless], name).toHaveLength(1);
      expect(problems.join(), name).not.toContain("is not an input");
    }
  },
);

test.each([
  ["version", "buildx-version"],
  ["config", "buildkitd-config"],
  ["config-inline", "buildkitd-config-inline"],
  ["image", "binfmt-image"],
])("%s is called %s here", async (name, ours) => {
  expect(await read({ [name]: "x" })).toEqual({
    problems: [`\`${name}\`: is called \`${ours}\` here`],
    needless: [],
  });
});

test.each(["install", "cache-binary", "cache-image", "ecr"])(
  "%s does not fail a step, as nothing else comes out without it",
  async (name) => {
    const { problems, needless } = await read({ [name]: "true" });
    expect(problems).toEqual([]);
    expect(needless).toEqual([expect.stringContaining(`\`${name}\`: is not needed here: `)]);
  },
);

test("an input that nobody has is refused, with the nearest one of ours", async () => {
  const { problems, needless } = await read({ platfroms: "linux/amd64", constructor: "x" });
  expect(needless).toEqual([]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain("did you mean `platforms`?");
});

test("a name that the step itself has not got is not given as its own", async () => {
  const { problems } = await readMerge(new Map(Object.entries({ version: "1", image: "x" })), "1");
  expect(problems).toContain("`version`: is called `buildx-version` here");
  expect(problems.join("\n")).toContain("`image`: is not an input of this action");
});

test.each<[string, Texts, string]>([
  ["driver: cloud", { driver: "cloud" }, "set `builder` to its output `name`"],
  [
    "host-gateway",
    { "add-hosts": "a:host-gateway" },
    "`a:host-gateway`: `host-gateway` works only with `driver: docker`; write the address itself",
  ],
])("%s says what to do instead", async (_, given, words) => {
  const { problems } = await read(given);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(words);
});

test.each<Texts>([
  { "add-hosts": "a:host-gateway", driver: "docker" },
  { "add-hosts": "a:host-gateway", builder: "theirs" },
])("host-gateway is left to a builder that may know it: %o", async (given) => {
  expect((await read(given)).problems).toEqual([]);
});
