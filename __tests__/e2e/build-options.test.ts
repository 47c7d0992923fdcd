// Each option of the build, by its effect on the image or on what the build sees.
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Job, job, type Step } from "../../scripts/run-action.ts";
import { docker, everything } from "./docker.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { type OwnBuilder, ownBuilder } from "./own-builder.ts";
import { blob, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const http = { registries: `${host}: {http: true}` };
let builder: OwnBuilder;

beforeAll(async () => {
  builder = await ownBuilder(["--buildkitd-flags", "--allow-insecure-entitlement=network.host"]);
});
afterAll(() => builder[Symbol.asyncDispose]());

/** Builds with the builder, and gives what the step did. */
async function build(place: Job, inputs: Readonly<Record<string, string>>, environment = {}) {
  const main = await place.main({ builder: builder.name, ...inputs }, { environment });
  const post = await place.post();
  expect(post.exitCode, post.log).toBe(0);
  return main;
}

async function succeed(place: Job, inputs: Readonly<Record<string, string>>, environment = {}) {
  const main = await build(place, inputs, environment);
  expect(main.exitCode, main.log).toBe(0);
  return main;
}

// The runner takes these lines out, and from then on what they name.
function withoutMasks(log: string): string {
  return log.replaceAll(/^::add-mask::.*$/gm, "");
}

test("what RUN steps run in, and what they are given, is what the inputs say", async () => {
  const text = `FROM alpine:3.19 AS app
ARG WORDS
COPY --from=more extra.txt /extra.txt
RUN printf %s "$WORDS" > /words && cat /etc/hosts > /hosts && df -k /dev/shm > /shm
RUN ulimit -n > /limit && cat /proc/net/route > /route && cat /proc/self/cgroup > /cgroup
RUN --mount=type=secret,id=multi --mount=type=secret,id=file --mount=type=secret,id=variable \\
  sha256sum /run/secrets/multi /run/secrets/file /run/secrets/variable > /sums
FROM app
RUN false
`;
  const words = 'two\nlines, with "quotes", $(id) and `id`';
  const secret = `first-${crypto.randomUUID()}\nhe said "$(id)", it's; \`x\` & 100%`;
  const inFile = `in-file-${crypto.randomUUID()}`;
  const inVariable = `in-variable-${crypto.randomUUID()}`;
  await using place = await job({ files: { Dockerfile: text, "npm secret": inFile } });
  await mkdir(join(place.workspace, "more files"));
  await writeFile(join(place.workspace, "more files", "extra.txt"), "extra");
  const repository = newRepository();
  const before = await everything();
  const main = await place.main(
    {
      builder: builder.name,
      ...http,
      target: "app",
      "build-args": `"WORDS=${words.replaceAll('"', '""')}"`,
      "build-contexts": "more=more files",
      "add-hosts": "build.internal:10.0.0.7,other.internal=10.0.0.8",
      allow: "network.host",
      network: "host",
      "shm-size": "48m",
      ulimit: "nofile=1234:2345",
      "cgroup-parent": "crossbuild-test",
      secrets: `"multi=${secret.replaceAll('"', '""')}"`,
      "secret-files": "file=npm secret",
      "secret-envs": "variable=NPM_TOKEN",
      labels: 'one=1\nquoted=a, "b" = c',
      annotations: "plain=on the manifest\nindex:which=the index",
      outputs: "type=local,dest=out",
      tags: `${host}/${repository}:1,${host}/${repository}-too:2`,
      push: "true",
    },
    { environment: { NPM_TOKEN: inVariable } },
  );
  expect(main.exitCode, main.log).toBe(0);
  expect(await filesWith(place.temp, /^first-.*$/m.exec(secret)?.[0] ?? "")).toEqual([]);
  expect((await place.post()).exitCode).toBe(0);
  expect(await everything()).toEqual(before);
  const made = (name: string) => readFile(join(place.workspace, "out", name), "utf8");
  expect(await made("words")).toBe(words);
  expect(await made("extra.txt")).toBe("extra");
  expect(await made("hosts")).toMatch(/10\.0\.0\.7\s+build\.internal/);
  expect(await made("hosts")).toMatch(/10\.0\.0\.8\s+other\.internal/);
  expect(await made("shm")).toContain(String(48 * 1024));
  expect((await made("limit")).trim()).toBe("1234");
  expect(await made("route")).toBe(await readFile("/proc/net/route", "utf8"));
  expect(await made("cgroup")).toContain("crossbuild-test");
  const sums = [secret, inFile, inVariable].map(sum);
  expect(
    (await made("sums"))
      .split("\n")
      .slice(0, 3)
      .map((line) => line.split(" ")[0]),
  ).toEqual(sums);
  for (const hidden of [...secret.split("\n"), inFile, inVariable]) {
    expect(withoutMasks(main.log)).not.toContain(hidden);
    expect(main.log).toContain(hidden);
    expect(JSON.stringify(main.outputs) + main.summary).not.toContain(hidden);
  }
  const { body } = await manifest(host, repository, "1");
  expect(body).toMatchObject({ annotations: { which: "the index" } });
  const [image] = body.manifests ?? [];
  const served = await manifest(host, repository, image?.digest ?? "");
  expect(served.body).toMatchObject({ annotations: { plain: "on the manifest" } });
  expect(await blob(host, repository, served.body.config?.digest ?? "")).toMatchObject({
    config: { Labels: { one: "1", quoted: 'a, "b" = c' } },
  });
  expect((await manifest(host, `${repository}-too`, "2")).digest).toBe(main.outputs["digest"]);
});

async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  expect(paths.length).toBeGreaterThan(0);
  return paths.filter((_, index) => texts[index]?.includes(text));
}

function sum(text: string): string {
  return execFileSync("sha256sum", { input: text, encoding: "utf8" }).split(" ")[0] ?? "";
}

test("ssh hands on an agent and a key", async () => {
  const text = `FROM alpine:3.19
RUN --mount=type=ssh test -S "$SSH_AUTH_SOCK"
RUN --mount=type=ssh,id=key test -S "$SSH_AUTH_SOCK"
RUN --mount=type=ssh,id=neither test ! -S "$SSH_AUTH_SOCK"
`;
  await using place = await job({ files: { Dockerfile: text } });
  const key = join(place.workspace, "id_ed25519");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
  const socket = join(place.temp, "agent");
  const agent = execFileSync("ssh-agent", ["-s", "-a", socket], { encoding: "utf8" });
  try {
    await succeed(place, { ssh: "default,key=id_ed25519" }, { SSH_AUTH_SOCK: socket });
  } finally {
    process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(agent)?.[1]));
  }
});

const random = `FROM alpine:3.19 AS first
RUN cat /proc/sys/kernel/random/uuid > /first
FROM first AS second
RUN cat /proc/sys/kernel/random/uuid > /second
`;

/** The random text of each stage. */
async function drawn(place: Job): Promise<readonly string[]> {
  const read = (name: string) => readFile(join(place.workspace, "out", name), "utf8");
  return Promise.all([read("first"), read("second")]);
}

test("no-cache builds all anew, no-cache-filters the stages that it names", async () => {
  await using place = await job({ files: { Dockerfile: random } });
  const outputs = "type=local,dest=out";
  await succeed(place, { outputs, "no-cache": "true" });
  const [first, second] = await drawn(place);
  await succeed(place, { outputs });
  expect(await drawn(place)).toEqual([first, second]);
  await succeed(place, { outputs, "no-cache-filters": "second" });
  const filtered = await drawn(place);
  expect(filtered[0]).toBe(first);
  expect(filtered[1]).not.toBe(second);
  await succeed(place, { outputs, "no-cache": "true" });
  expect((await drawn(place))[0]).not.toBe(first);
});

test("pull takes the registry's base image in place of the engine's", async () => {
  // The engine speaks plain HTTP to this name alone.
  const name = `${host.replace(/^[^:]+/, "127.0.0.1")}/${newRepository()}:1`;
  await using place = await job({ files: { Dockerfile: "FROM scratch\nCOPY which /which\n" } });
  const which = (text: string) => writeFile(join(place.workspace, "which"), text);
  await which("the registry's");
  await succeed(place, { tags: name, push: "true" });
  await which("the engine's");
  await succeed(place, { tags: name, load: "true" });
  await writeFile(join(place.workspace, "Dockerfile"), `FROM ${name}\n`);
  const made = () => readFile(join(place.workspace, "out", "which"), "utf8");
  try {
    const inputs = { builder: "default", outputs: "type=local,dest=out" };
    await succeed(place, inputs);
    expect(await made()).toBe("the engine's");
    await succeed(place, { ...inputs, pull: "true" });
    expect(await made()).toBe("the registry's");
  } finally {
    await docker("image", "rm", name);
  }
});

test.each([
  ["local", "type=local,dest=cache", "type=local,src=cache"],
  ["registry", `type=registry,ref=${host}/CACHE:1`, `type=registry,ref=${host}/CACHE:1`],
])("cache goes to %s and comes back", async (_, to, from) => {
  await using place = await job({ files: { Dockerfile: random } });
  const cache = newRepository();
  const outputs = "type=local,dest=out";
  const first = await succeed(place, {
    ...{ outputs, "no-cache": "true", "cache-to": `${to.replace("CACHE", cache)},mode=max` },
  });
  expect(first.log).toContain("mode=max,ignore-error=true");
  expect(first.log).toContain("Cache: an export that fails does not fail the build");
  const before = await drawn(place);
  await docker("buildx", "prune", "--all", "--force", "--builder", builder.name);
  await succeed(place, { outputs, "cache-from": from.replace("CACHE", cache) });
  expect(await drawn(place)).toEqual(before);
});

test("a cache export that fails does not fail the build, unless the input says so", async () => {
  await using place = await job({ files: { Dockerfile: random } });
  const to = "type=registry,ref=127.0.0.1:1/cache:1";
  const lenient = await succeed(place, { "cache-to": to });
  expect(lenient.log).toMatch(/ERROR: .*127\.0\.0\.1:1/);
  const strict = await build(place, { "cache-to": `${to},ignore-error=false` });
  expect(strict.exitCode).toBe(1);
  const service = {
    ACTIONS_CACHE_URL: "http://127.0.0.1:1/",
    ACTIONS_RUNTIME_TOKEN: runtimeToken(),
  };
  const gha = { "cache-from": "type=gha", "cache-to": "type=gha", tags: "me/app:1" };
  const github = await succeed(place, { ...gha, platforms: "linux/amd64" }, service);
  expect(github.log).toContain("--cache-from type=gha,scope=docker.io-me-app-linux-amd64 ");
  expect(github.log).toMatch(/ERROR: .*127\.0\.0\.1:1/);
});

/** A token as the runner's: a JWT whose claim `ac` names the branch whose cache may be written. */
function runtimeToken(): string {
  const ac = JSON.stringify([{ Scope: "refs/heads/main", Permission: 3 }]);
  const parts = [
    { alg: "HS256", typ: "JWT" },
    { ac, nbf: 1, exp: 4_000_000_000 },
  ];
  const encoded = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return [...encoded, "c2lnbmVk"].join(".");
}

test("outputs write a tar file and an OCI layout, and the engine's store gets neither", async () => {
  await using place = await job({ files: { Dockerfile: random } });
  const main = await succeed(place, {
    outputs: "type=tar,dest=out.tar\ntype=oci,dest=image.tar\ntype=local,dest=out",
    platforms: "linux/amd64",
    provenance: "false",
  });
  const list = (file: string) =>
    execFileSync("tar", ["--list", "--file", file], { cwd: place.workspace, encoding: "utf8" });
  expect(list("out.tar")).toMatch(/^second$/m);
  expect(list("image.tar")).toMatch(/^oci-layout$/m);
  expect((await drawn(place))[1]).toMatch(/^[0-9a-f-]{36}\n$/);
  expect(main.outputs["imageid"]).toBe("");
});

test.each([
  ["check", 1, /ConsistentInstructionCasing[\s\S]*Dockerfile:3/],
  ["outline", 0, /^TARGET: first\n[\s\S]*^VERSION +1\.0/m],
  ["targets", 0, /^first\b[\s\S]*^second \(default\)/m],
])("call: %s prints it, and nothing is built or pushed", async (call, exitCode, printed) => {
  const text = "FROM alpine:3.19 AS first\nARG VERSION=1.0\nfrom first AS second\nRUN false\n";
  await using place = await job({ files: { Dockerfile: text } });
  const tags = `${host}/${newRepository()}:1`;
  const target = call === "outline" ? { target: "first" } : {};
  const main = await build(place, { ...http, ...target, call, tags, push: "true" });
  expect(main.exitCode, main.log).toBe(exitCode);
  expect(main.log).toMatch(printed);
  expect(main.log).not.toContain("exporting");
  expect(main.outputs).toEqual(exitCode === 0 ? { builder: builder.name } : {});
});

/** The provenance that a registry serves with the first image of an index. */
async function provenance(repository: string) {
  const { body } = await manifest(host, repository, "1");
  const attestation = body.manifests?.find(({ annotations }) => annotations !== undefined);
  if (attestation === undefined) return undefined;
  const { body: of } = await manifest(host, repository, attestation.digest);
  const [statement] = of.layers ?? [];
  return blob(host, repository, statement?.digest ?? "");
}

const run = {
  GITHUB_REPOSITORY: "owner/app",
  GITHUB_RUN_ID: "7",
  GITHUB_RUN_ATTEMPT: "2",
};
const runUrl = "https://github.com/owner/app/actions/runs/7/attempts/2";

test("provenance has all details of a public repository's build, and few of a private one's", async () => {
  await using place = await job({ files: { Dockerfile: random, "event.json": "" } });
  const event = join(place.workspace, "event.json");
  await writeFile(event, JSON.stringify({ repository: { private: true } }));
  const pushed = async (inputs: Readonly<Record<string, string>>, environment = {}) => {
    const repository = newRepository();
    const tags = `${host}/${repository}:1`;
    await succeed(place, { ...http, ...inputs, tags, push: "true" }, { ...run, ...environment });
    return provenance(repository);
  };
  const all = JSON.stringify(await pushed({}));
  expect(all).toContain(runUrl);
  expect(all).toContain("buildConfig");
  const little = JSON.stringify(await pushed({}, { GITHUB_EVENT_PATH: event }));
  expect(little).toContain(runUrl);
  expect(little).not.toContain("buildConfig");
  expect(await pushed({ provenance: "false" })).toBeUndefined();
  const own = { attests: "type=provenance,mode=max,builder-id=https://me.test" };
  expect(JSON.stringify(await pushed(own))).toContain("https://me.test");
  const both = JSON.stringify(await pushed({ ...own, provenance: "mode=min" }));
  expect(both).toContain(runUrl);
  expect(both).not.toContain("https://me.test");
});

test("sbom asks for the scanner, and its absence is reported", async () => {
  await using place = await job({ files: { Dockerfile: random } });
  const main = await build(place, { sbom: "generator=127.0.0.1:1/scanner:1" });
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("--attest type=sbom,generator=127.0.0.1:1/scanner:1");
  expect(errorOf(main)).toContain("127.0.0.1:1/scanner:1");
});

function errorOf({ log }: Step): string {
  return /^::error::.*$/m.exec(log)?.[0] ?? "";
}
