// The command for each option of docker/build-push-action is the one that its user would type.

import { split } from "shlex";
import { expect, test } from "vitest";
import type { Facts } from "../../src/plan/machine.ts";
import type { RunFacts } from "../../src/plan/run-facts.ts";
import { plan } from "./planned.ts";

type Texts = Readonly<Record<string, string>>;

/** What is typed between `docker buildx build` and the context. */
const table: readonly (readonly [string, Texts, string])[] = [
  ["nothing", {}, ""],
  [
    "add-hosts",
    { "add-hosts": "a:10.0.0.1,b=10.0.0.2" },
    "--add-host a:10.0.0.1 --add-host b=10.0.0.2",
  ],
  [
    "add-hosts of IPv6",
    { "add-hosts": "a:::1\nb=[2001:db8::1]" },
    "--add-host a:::1 --add-host b=[2001:db8::1]",
  ],
  [
    "allow",
    { allow: "network.host,security.insecure" },
    "--allow network.host --allow security.insecure",
  ],
  [
    "annotations",
    { annotations: "a=1,2\nindex:b=x y" },
    "--annotation a=1,2 --annotation 'index:b=x y'",
  ],
  ["attests", { attests: "type=sbom,generator=scan:1" }, "--attest type=sbom,generator=scan:1"],
  [
    "build-args",
    { "build-args": "A=1,2\nB\nC=$(id)" },
    "--build-arg A=1,2 --build-arg B --build-arg 'C=$(id)'",
  ],
  ["a build-arg of two lines", { "build-args": '"A=1\n2"' }, "--build-arg 'A=1\n2'"],
  [
    "build-contexts",
    { "build-contexts": "base=docker-image://alpine:3.19" },
    "--build-context base=docker-image://alpine:3.19",
  ],
  ["cache-from", { "cache-from": "type=local,src=c" }, "--cache-from type=local,src=c"],
  [
    "cache-from an image",
    { "cache-from": "me/app:cache" },
    "--cache-from type=registry,ref=me/app:cache",
  ],
  ["cache-to inline", { "cache-to": "type=inline" }, "--cache-to type=inline"],
  [
    "cache-to",
    { "cache-to": "type=local,dest=c" },
    "--cache-to type=local,dest=c,ignore-error=true",
  ],
  [
    "cache-to, strictly",
    { "cache-to": "type=local,dest=c,ignore-error=false" },
    "--cache-to type=local,dest=c,ignore-error=false",
  ],
  [
    "call",
    { call: "check", push: "true", tags: "me/app:1", outputs: "out", sbom: "true" },
    "--call check",
  ],
  ["call that builds", { call: "build" }, ""],
  ["cgroup-parent", { "cgroup-parent": "/ci" }, "--cgroup-parent /ci"],
  ["file", { file: "a b/Dockerfile" }, "--file 'a b/Dockerfile'"],
  ["labels", { labels: 'a=1\nb=x, "y"' }, "--label a=1 --label 'b=x, \"y\"'"],
  ["load", { load: "true" }, "--load"],
  ["network", { network: "host" }, "--network host"],
  ["no-cache", { "no-cache": "true" }, "--no-cache"],
  [
    "no-cache-filters",
    { "no-cache-filters": "a,b\nc" },
    "--no-cache-filter a --no-cache-filter b --no-cache-filter c",
  ],
  [
    "outputs",
    { outputs: 'type=image,"name=a,b",push=true' },
    `--output 'type=image,"name=a,b",push=true'`,
  ],
  ["platforms", { platforms: "linux/amd64,linux/arm64" }, "--platform linux/amd64,linux/arm64"],
  ["provenance", { provenance: "mode=max" }, "--attest type=provenance,mode=max"],
  ["provenance: true", { provenance: "true" }, "--attest type=provenance"],
  ["provenance: false", { provenance: "false" }, "--attest type=provenance,disabled=true"],
  ["pull", { pull: "true" }, "--pull"],
  ["push", { push: "true", tags: "ghcr.io/me/app:1" }, "--tag ghcr.io/me/app:1 --push"],
  ["sbom: true", { sbom: "true" }, "--attest type=sbom,disabled=false"],
  ["sbom", { sbom: "generator=scan:1" }, "--attest type=sbom,generator=scan:1"],
  ["secrets", { secrets: "a=x,y" }, "--secret id=a,src=/tmp/run/secrets/0"],
  ["secret-files", { "secret-files": "a=x,y" }, `--secret 'id=a,"src=x,y"'`],
  ["secret-envs", { "secret-envs": "a=A,b=B" }, "--secret id=a,env=A --secret id=b,env=B"],
  ["shm-size", { "shm-size": "64m" }, "--shm-size 64m"],
  ["ssh", { ssh: 'default,"key=a,b"' }, "--ssh default --ssh key=a,b"],
  [
    "tags",
    { tags: "me/app,ghcr.io/me/app:1" },
    "--tag docker.io/me/app:latest --tag ghcr.io/me/app:1",
  ],
  ["target", { target: "app" }, "--target app"],
  ["ulimit", { ulimit: "nofile=1024:2048\ncore=-1" }, "--ulimit nofile=1024:2048 --ulimit core=-1"],
];

test.each(table)("%s", async (_, inputs, typed) => {
  expect(await ours(inputs)).toEqual(split(typed));
});

test("every input of docker/build-push-action has its command", () => {
  const tried = new Set(table.flatMap(([, inputs]) => Object.keys(inputs)));
  // These three have tests of their own.
  const others = ["builder", "context", "github-token"];
  expect([...tried, ...others].sort()).toEqual(inputsOfPeer);
});

const inputsOfPeer = [
  ...["add-hosts", "allow", "annotations", "attests", "build-args", "build-contexts", "builder"],
  ...["cache-from", "cache-to", "call", "cgroup-parent", "context", "file", "github-token"],
  ...["labels", "load", "network", "no-cache", "no-cache-filters", "outputs", "platforms"],
  ...["provenance", "pull", "push", "sbom", "secret-envs", "secret-files", "secrets", "shm-size"],
  ...["ssh", "tags", "target", "ulimit"],
];

/** What the action puts between `docker buildx build` and the context, but for its own files. */
async function ours(inputs: Texts, more: Partial<Facts & RunFacts> = {}) {
  const { build } = await plan(inputs, more);
  const [docker, buildx, verb, ...rest] = build.command;
  expect([docker, buildx, verb, ...rest.slice(-2)]).toEqual([
    "docker",
    "buildx",
    "build",
    "--",
    ".",
  ]);
  const own = ["--builder", "--iidfile", "--metadata-file"];
  return rest
    .slice(0, -2)
    .filter((word, index) => !own.includes(word) && !own.includes(rest[index - 1] ?? ""));
}

const runUrl = "https://github.com/me/app/actions/runs/7";
const workflow = { runUrl, commit: undefined, attestsByDefault: true };
const builderId = `builder-id=${runUrl}`;

test.each<[string, Texts, Partial<Facts & RunFacts>, string]>([
  ["a public repository", {}, {}, `--attest type=provenance,mode=max,${builderId}`],
  [
    "a private repository",
    {},
    { isPrivate: true },
    `--attest type=provenance,mode=min,inline-only=true,${builderId}`,
  ],
  ["provenance: true", { provenance: "true" }, {}, `--attest type=provenance,${builderId}`],
  [
    "a builder's ID of one's own",
    { provenance: "builder-id=me" },
    {},
    "--attest type=provenance,builder-id=me",
  ],
  [
    "attests with provenance",
    { attests: "type=provenance,mode=min\ntype=sbom" },
    {},
    `--attest type=provenance,mode=min,${builderId} --attest type=sbom`,
  ],
  [
    "provenance and sbom before attests",
    {
      attests: "type=provenance,mode=min\ntype=sbom,generator=a",
      provenance: "false",
      sbom: "generator=b",
    },
    {},
    "--attest type=provenance,disabled=true --attest type=sbom,generator=b",
  ],
  ["load", { load: "true" }, {}, "--load"],
  ["an output for docker", { outputs: "type=docker,dest=a" }, {}, "--output type=docker,dest=a"],
  ["the engine as builder", { driver: "docker" }, {}, ""],
  [
    "an engine that can hold it",
    { driver: "docker" },
    { keepsIndexes: true },
    `--attest type=provenance,mode=max,${builderId}`,
  ],
])("attestations of %s", async (_, inputs, more, typed) => {
  expect(await ours(inputs, { workflow, ...more })).toEqual(split(typed));
});

test.each<[string, Texts, string]>([
  [
    "an image and its platforms",
    { platforms: "linux/arm64,linux/amd64", tags: "ghcr.io/me/app:1" },
    "ghcr.io-me-app-linux-amd64-linux-arm64",
  ],
  [
    "an output's name",
    { outputs: "type=image,name=ghcr.io/me/app,push=true" },
    "ghcr.io-me-app-linux-amd64",
  ],
  ["a target without a name", { target: "tests" }, "image-tests-linux-amd64"],
])("the scope of gha's cache comes from %s", async (_, inputs, scope) => {
  const cache = { "cache-from": "type=gha", "cache-to": "type=gha,mode=max\ntype=gha,scope=mine" };
  const { build } = await plan({ ...inputs, ...cache });
  const words = build.command.filter((word) => word.startsWith("type=gha"));
  expect(words).toEqual([
    `type=gha,scope=${scope}`,
    `type=gha,mode=max,scope=${scope},ignore-error=true`,
    "type=gha,scope=mine,ignore-error=true",
  ]);
  expect(build.notes.join("\n")).toContain(`scope=${scope}`);
});

test("secrets that came as text are in files for the build, and nowhere in the command", async () => {
  const secret = 'first\nit\'s "$(id)"';
  const { build } = await plan({ secrets: `"a=${secret.replaceAll('"', '""')}"\nb=2` });
  expect(build.secretFiles).toEqual([
    { path: "/tmp/run/secrets/0", text: secret },
    { path: "/tmp/run/secrets/1", text: "2" },
  ]);
  expect(build.command.join(" ")).not.toContain("first");
});

const commit = {
  server: "https://github.com",
  repository: "me/app",
  ref: "refs/heads/main",
  sha: "ab",
};

const ofGitHub = [["GIT_AUTH_TOKEN.github.com", "word"]];

test.each<[string, Texts, readonly (readonly string[])[]]>([
  ["the workflow's repository", { context: "{{defaultContext}}:sub" }, ofGitHub],
  [
    "a named context of the same, once",
    { "build-contexts": "a=https://github.com/Me/App.git#v1\nb={{defaultContext}}" },
    ofGitHub,
  ],
  [
    "the host as BuildKit will look for it",
    { context: "https://GitHub.com/me/app.git" },
    [["GIT_AUTH_TOKEN.GitHub.com", "word"]],
  ],
  ["no other repository", { context: "https://github.com/me/app2.git" }, []],
  ["no folder", { context: "." }, []],
  ...["GIT_AUTH_TOKEN", "GIT_AUTH_HEADER", "GIT_AUTH_TOKEN.github.com"].map(
    (id): [string, Texts, readonly (readonly string[])[]] => [
      `nobody where there is an own ${id}`,
      { context: "{{ defaultContext }}", secrets: `${id}=own` },
      [[id, "own"]],
    ],
  ),
  [
    "the workflow's repository beside a token for another host",
    { context: "{{defaultContext}}", secrets: "GIT_AUTH_TOKEN.gitlab.com=own" },
    [["GIT_AUTH_TOKEN.gitlab.com", "own"], ...ofGitHub],
  ],
])("the token goes to %s", async (_, inputs, secrets) => {
  const given = { ...inputs, "github-token": "word" };
  const { build } = await plan(given, { workflow: { ...workflow, commit } });
  const ids = build.command.flatMap((word) => /^id=(GIT_\S+),src=/.exec(word)?.[1] ?? []);
  expect(ids.map((id, index) => [id, build.secretFiles[index]?.text])).toEqual(secrets);
});
