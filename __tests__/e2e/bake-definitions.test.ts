// Definitions as people have them: what is in them is baked, proven and told of.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Job, job, type Texts } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { gitServer } from "./git-server.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { ownBuilder } from "./own-builder.ts";
import { isServed, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const own = await ownBuilder();
afterAll(() => own[Symbol.asyncDispose]());

const from = "FROM alpine:3.19\n";

async function bake(place: Job, inputs: Texts, environment: Texts = {}) {
  const main = await place.main({ builder: own.name, ...inputs }, { environment });
  await place.post();
  return { ...main, targets: JSON.parse(main.outputs["targets"] ?? "{}") };
}

test("one target tells of its image as a single build does", async () => {
  const repository = newRepository();
  await using place = await job({
    files: {
      "app.hcl": `
variable "VERSIONS" { default = ["1", "2"] }
target "base" {
  dockerfile-inline = "${from.trim()}\\nRUN echo base > /base"
}
target "app" {
  name = "app-\${version}"
  matrix = { version = VERSIONS }
  contexts = { base = "target:base" }
  dockerfile-inline = "FROM base\\nRUN cat /base > /app && echo $\${PATH} > /path"
  platforms = ["linux/amd64"]
  tags = ["${host}/${repository}:\${version}"]
}
`,
    },
  });
  const inputs = { "bake-files": "app.hcl", "bake-targets": "app-2", push: "true" };
  const main = await bake(place, inputs);
  expect(main.exitCode, main.log).toBe(0);
  const { digest, body } = await manifest(host, repository, "2");
  expect(main.outputs["digest"]).toBe(digest);
  const [amd64] = body.manifests ?? [];
  expect(main.outputs["digest-linux-amd64"]).toBe(amd64?.digest);
  expect(main.targets["app-2"].digest).toBe(digest);
  expect(main.outputs["tags"]).toBe(`${host}/${repository}:2`);
  expect(await isServed(host, repository, "1")).toBe(false);
});

test("a compose file, with values of `bake-set` and a secret, in a folder of its own", async () => {
  const repository = newRepository();
  await using place = await job({
    files: {
      "app/compose.yml": `
services:
  web:
    image: ${host}/${repository}:1
    build:
      context: .
      args: { WHO: nobody }
  db:
    image: postgres:16
`,
      "app/Dockerfile": `${from}ARG WHO\nRUN --mount=type=secret,id=word,required echo "$WHO $(wc -c < /run/secrets/word)"\n`,
    },
  });
  const main = await bake(place, {
    ...{ bake: "true", workdir: "app", push: "true", secrets: "word=a-secret-word" },
    set: "web.args.WHO=somebody\nweb.platform=linux/amd64\nweb.platform=linux/arm64",
  });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("somebody 13");
  expect(main.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain("a-secret-word");
  const { digest } = await manifest(host, repository, "1");
  expect(main.outputs["digest"]).toBe(digest);
  expect(main.outputs["platforms"]).toBe("linux/amd64,linux/arm64");
});

test("targets that leave files, archives and images in the engine are told of", async () => {
  const repository = newRepository();
  await using place = await job({
    files: {
      Dockerfile: `${from}RUN echo hello > /hello\n`,
      "docker-bake.json": JSON.stringify({
        group: { default: { targets: ["files", "archive", "loaded", "pushed"] } },
        target: {
          files: { output: ["out"] },
          archive: { output: ["type=oci,dest=app.tar"] },
          loaded: { output: ["type=docker"], tags: [`${repository}:loaded`] },
          pushed: { output: ["type=registry"], tags: [`${host}/${repository}:1`] },
        },
      }),
    },
  });
  const main = await bake(place, { bake: "true" });
  expect(main.exitCode, main.log).toBe(0);
  const { archive, loaded, pushed, files } = main.targets;
  expect(files.digest).toBe("");
  expect(archive.digest).toMatch(/^sha256:/);
  expect(loaded.digest).toMatch(/^sha256:/);
  expect(pushed.digest).toBe((await manifest(host, repository, "1")).digest);
  expect(await readdir(join(place.workspace, "out"))).toContain("hello");
  expect(await docker("run", "--rm", `${repository}:loaded`, "cat", "/hello")).toBe("hello");
  await docker("image", "rm", `${repository}:loaded`);
});

test("a definition that is fetched with Git is baked there, with the job's token", async () => {
  const repository = newRepository();
  const definition = `
target "default" {
  platforms = ["linux/amd64"]
  tags = ["${host}/${repository}:1"]
}
`;
  await using server = await gitServer({
    "docker-bake.hcl": definition,
    Dockerfile: `${from}COPY docker-bake.hcl /\n`,
  });
  await using place = await job({});
  const main = await bake(
    place,
    { bake: "true", push: "true", "github-token": server.token },
    {
      GITHUB_SERVER_URL: server.url,
      GITHUB_REPOSITORY: server.repository,
      GITHUB_REF: "refs/heads/main",
      GITHUB_SHA: server.sha,
    },
  );
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["digest"]).toBe((await manifest(host, repository, "1")).digest);
  expect(main.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(server.token);
});

const failing = (repository: string) => ({
  "docker-bake.hcl": `
group "default" { targets = ["good", "bad"] }
target "good" {
  dockerfile-inline = "${from.trim()}\\nRUN echo good"
  tags = ["${host}/${repository}:good"]
}
target "bad" {
  dockerfile-inline = "${from.trim()}\\nRUN sleep 2; exit 3"
  tags = ["${host}/${repository}:bad"]
}
`,
});

test("if one target fails, no tag of another has moved with before-tag", async () => {
  const repository = newRepository();
  await using place = await job({ files: failing(repository) });
  const main = await bake(place, { bake: "true", push: "true", verify: "before-tag" });
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*baking bad, good/);
  expect(main.log).toContain("exit code: 3");
  expect(await isServed(host, repository, "good")).toBe(false);
});

test.each<[string, Texts, Readonly<Record<string, string>>, readonly string[]]>([
  [
    "inputs of one build",
    { bake: "true", file: "x.Dockerfile", "build-args": "A=1" },
    { "docker-bake.hcl": 'target "default" {}' },
    ["`file`: is for a single build", "`build-args`: is for a single build"],
  ],
  [
    "a file that is not there",
    { files: "nope.hcl" },
    {},
    ["`bake-files`: there is no file `nope.hcl`"],
  ],
  ["no file at all", { bake: "true" }, {}, ["`bake-files`: no file is named"]],
  [
    "targets that are pushed without a name, or under one name",
    { bake: "true", push: "true" },
    {
      "docker-bake.hcl": `
group "default" { targets = ["a", "b", "c"] }
target "a" {}
target "b" { tags = ["${host}/x:1"] }
target "c" { tags = ["${host}/x:1", "${host}/X:2"] }
`,
    },
    [
      "`bake-targets`: target `a`: `tags` is empty, and the target is pushed",
      "target `c`: `tags`",
      "`b` and `c` would both be pushed as",
    ],
  ],
  [
    "two names of one input",
    { "bake-files": "docker-bake.hcl", files: "docker-bake.hcl" },
    { "docker-bake.hcl": 'target "default" {}' },
    ["`files`: says the same as `bake-files`"],
  ],
])("%s: an error that says so, and nothing is built", async (_, inputs, files, problems) => {
  await using place = await job({ files });
  const main = await bake(place, inputs);
  expect(main.exitCode).toBe(1);
  for (const problem of problems) expect(main.log).toContain(problem);
  expect(main.log).not.toContain("::group::Build");
});

test("an unknown target is told of in buildx's words, before there is a builder", async () => {
  await using place = await job({ files: { "docker-bake.hcl": 'target "app" {}' } });
  const main = await place.main({ "bake-targets": "api" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*reading the bake definition.*failed to find target api/s);
  expect(main.log).not.toContain("booted");
});

test("push: auto builds a pull request's targets, and pushes none", async () => {
  const repository = newRepository();
  await using place = await job({
    files: {
      "docker-bake.hcl": `target "default" {
  dockerfile-inline = "${from.trim()}\\nRUN echo built it"
  tags = ["${host}/${repository}:1"]
}`,
    },
  });
  const main = await bake(
    place,
    { bake: "true", push: "auto" },
    {
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REPOSITORY: "o/r",
      GITHUB_REF: "refs/pull/1/merge",
    },
  );
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("built it");
  expect(await isServed(host, repository, "1")).toBe(false);
  expect(main.targets.default.digest).toBe("");
});

/** What of the reference of bake files people build upon, and what each of its targets says. */
const reference: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    "inherits from several targets, the last of which counts",
    `
variable "TAG" { default = "latest" }
target "app-dev" {
  args = { GO_VERSION = "1.20", MODE = 1, DEFAULT = null }
  tags = ["HOST/dev:\${TAG}"]
  dockerfile = "app.Dockerfile"
}
target "_release" { args = { MODE = 0 } }
target "app-release" {
  inherits = ["app-dev", "_release"]
  tags = ["HOST/app-release:\${TAG}"]
}
group "default" { targets = ["app-release"] }
`,
    { "app-release": "go 1.20, mode 0, default as in the Dockerfile" },
  ],
  [
    "a matrix with several values for each target",
    `
target "app" {
  name = "app-\${item.tgt}-\${replace(item.version, ".", "-")}"
  matrix = { item = [{ tgt = "foo", version = "1.0" }, { tgt = "bar", version = "2.0" }] }
  target = item.tgt
  args = { VERSION = item.version }
  tags = ["HOST/app-\${item.tgt}-\${replace(item.version, ".", "-")}:latest"]
}
group "default" { targets = ["app"] }
`,
    { "app-bar-2-0": "bar 2.0", "app-foo-1-0": "foo 1.0" },
  ],
  [
    "functions, variables of other variables, and an override file beside the definition",
    `
variable "NAME" { default = "app" }
variable "FULL" { default = "HOST/\${NAME}" }
function "tag" {
  params = [tag]
  result = ["\${FULL}:\${tag}", tag == "" ? "" : "\${FULL}:latest"]
}
target "default" {
  target = "foo"
  args = { VERSION = upper("overridden") }
  tags = tag("1")
}
`,
    { default: "foo 3.0" },
  ],
];

test.each(reference)("%s", async (_, text, says) => {
  const repository = newRepository();
  await using place = await job({
    files: {
      "docker-bake.hcl": text.replaceAll("HOST", `${host}/${repository}`),
      ...(text.includes("overridden")
        ? { "docker-bake.override.hcl": 'target "default" { args = { VERSION = "3.0" } }' }
        : {}),
      "app.Dockerfile": `${from}ARG GO_VERSION MODE DEFAULT="as in the Dockerfile"\nRUN echo "go $GO_VERSION, mode $MODE, default $DEFAULT" > /says\n`,
      Dockerfile: `FROM alpine:3.19 AS foo\nARG VERSION\nRUN echo "foo $VERSION" > /says\nFROM alpine:3.19 AS bar\nARG VERSION\nRUN echo "bar $VERSION" > /says\n`,
    },
  });
  const main = await bake(place, { bake: "true", push: "true" });
  expect(main.exitCode, main.log).toBe(0);
  expect(Object.keys(main.targets)).toEqual(Object.keys(says));
  for (const [target, words] of Object.entries(says)) {
    const name = target === "default" ? "app" : target;
    const { digest } = await manifest(host, `${repository}/${name}`, "latest");
    expect(main.targets[target].digest).toBe(digest);
    const image = `${host}/${repository}/${name}@${digest}`;
    expect(await docker("run", "--rm", image, "cat", "/says")).toBe(words);
    await docker("image", "rm", image);
  }
});

const inheriting = (names: string) => ({
  "docker-bake.hcl": `
target "docker-metadata-action" {}
target "default" {
  inherits = ["docker-metadata-action"]
  dockerfile-inline = "${from.trim()}\\nARG DOCKER_META_VERSION\\nRUN echo version $DOCKER_META_VERSION"
  ${names}
}
`,
});
const pushOfTag = {
  ...{ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/tags/v1.2.3", GITHUB_REF_NAME: "v1.2.3" },
  ...{ GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "5".repeat(40), GITHUB_SERVER_URL: "https://host" },
};
const rules = "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}";

test("targets inherit what the event makes of the names, and a bake by hand can too", async () => {
  const repository = newRepository();
  await using place = await job({ files: inheriting("") });
  const images = `${host}/${repository}\n${host}/${repository}/copy`;
  const label = `a=\${b} %{c}`;
  const inputs = { images, tags: rules, labels: label, push: "auto", bake: "true" };
  const main = await place.main({ builder: own.name, ...inputs }, { environment: pushOfTag });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/version 1\.2\.3$/m);
  for (const name of [repository, `${repository}/copy`]) {
    for (const tag of ["1.2.3", "1.2", "latest"]) {
      expect((await manifest(host, name, tag)).digest).toBe(main.outputs["digest"]);
    }
  }
  const file = main.outputs["bake-file"] ?? "";
  const files = [join(place.workspace, "docker-bake.hcl"), file];
  const printed = JSON.parse(
    await docker("buildx", "bake", "--print", ...files.flatMap((path) => ["--file", path])),
  ).target.default;
  expect(printed.tags).toEqual(main.outputs["tags"]?.split("\n"));
  expect(printed.labels["org.opencontainers.image.version"]).toBe("1.2.3");
  expect(printed.labels.a).toBe("$${b} %%{c}");
  await place.post();
  // They are there until the job ends.
  await expect(readdir(join(file, ".."))).rejects.toThrow("ENOENT");
});

test("names that no target inherits are told of", async () => {
  const repository = newRepository();
  await using place = await job({
    files: {
      "docker-bake.hcl": `target "default" {
  dockerfile-inline = "FROM scratch\\nCOPY docker-bake.hcl /"
  tags = ["${host}/${repository}:own"]
}`,
    },
  });
  const inputs = { images: `${host}/${repository}`, tags: rules, bake: "true" };
  const main = await bake(place, inputs, pushOfTag);
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("::warning::No target gets the names of the inputs");
});
