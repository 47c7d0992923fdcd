// What is built where no context is given: the checkout, or the event's commit.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Job, job } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { type GitServer, gitServer } from "./git-server.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { type OwnBuilder, ownBuilder } from "./own-builder.ts";

const text = (place: string) => `FROM alpine:3.19\nRUN echo built from ${place}\n`;
let server: GitServer;
let builder: OwnBuilder;

beforeAll(async () => {
  builder = await ownBuilder();
  server = await gitServer({
    Dockerfile: text("the commit"),
    "sub/Dockerfile": `${text("its folder")}COPY --from=all Dockerfile /\n`,
  });
});
afterAll(async () => {
  await builder[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

async function build(place: Job, inputs: Readonly<Record<string, string>>, event = {}) {
  const environment = {
    GITHUB_SERVER_URL: server.url,
    GITHUB_REPOSITORY: server.repository,
    GITHUB_REF: "refs/heads/main",
    GITHUB_SHA: server.sha,
    ...event,
  };
  const given = { builder: builder.name, "no-cache": "true", ...inputs };
  const main = await place.main(given, { environment });
  await place.post();
  return main;
}

test("without a checkout, the commit is fetched with the token, which appears nowhere", async () => {
  await using place = await job({});
  const main = await build(place, { "github-token": server.token });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/built from the commit$/m);
  const context = `${server.url}/owner/app.git#${server.sha}`;
  expect(main.log).toContain(`Context: ${context}, which BuildKit fetches, as the working`);
  expect(main.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(server.token);
});

test("folders and named contexts of the commit are fetched with a token of one's own", async () => {
  await using place = await job({});
  const main = await build(place, {
    context: "{{defaultContext}}:sub",
    "build-contexts": "all={{defaultContext}}",
    secrets: `GIT_AUTH_TOKEN=${server.token}`,
    "github-token": "the wrong one",
  });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/built from its folder$/m);
});

test("the token goes only to its own host, and a secret GIT_AUTH_TOKEN to every host", async () => {
  await using other = await gitServer({ file: "public" }, { host: "localhost", isPublic: true });
  const from = `${other.url}/${other.repository}.git`;
  await using own = await gitServer({ Dockerfile: `FROM scratch\nADD ${from} /x\n` });
  await using place = await job({});
  const event = { GITHUB_SERVER_URL: own.url, GITHUB_SHA: own.sha };
  const main = await build(place, { "github-token": own.token }, event);
  expect(main.exitCode, main.log).toBe(0);
  expect(own.authorizations.filter((one) => one !== undefined)).not.toEqual([]);
  expect(other.authorizations.length).toBeGreaterThan(0);
  expect(other.authorizations.filter((one) => one !== undefined)).toEqual([]);
  // This one is for all hosts, as its name has none.
  const secrets = `GIT_AUTH_TOKEN=${own.token}`;
  const second = await build(place, { "github-token": "the wrong one", secrets }, event);
  expect(second.exitCode, second.log).toBe(0);
  const basic = Buffer.from(`x-access-token:${own.token}`).toString("base64");
  expect(other.authorizations.at(-1)).toBe(`basic ${basic}`);
});

test.each([
  ["without a checkout", {}],
  ["as {{defaultContext}}", { context: "{{defaultContext}}" }],
])(
  "a pull request is built %s as it was approved, whatever was pushed since",
  async (_, inputs) => {
    await using forge = await gitServer({ Dockerfile: text("main") });
    const approved = await forge.moveOn({ Dockerfile: text("the approved commit") });
    const later = await forge.moveOn({ Dockerfile: text("a later commit") });
    const event = {
      GITHUB_SERVER_URL: forge.url,
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REF: "refs/pull/1/merge",
      GITHUB_SHA: approved,
    };
    await using place = await job({});
    const repository = newRepository();
    const image = `${stack.STACK_REGISTRY_HTTP}/${repository}`;
    const given = {
      images: image,
      tags: "type=ref,event=pr",
      push: "true",
      provenance: "mode=max",
    };
    const main = await build(place, { ...given, ...inputs, "github-token": forge.token }, event);
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(/built from the approved commit$/m);
    const inspect = ["buildx", "imagetools", "inspect", "--builder", builder.name, `${image}:pr-1`];
    const labels = await docker(...inspect, "--format", "{{json .Image.Config.Labels}}");
    expect(JSON.parse(labels)["org.opencontainers.image.revision"]).toBe(approved);
    const provenance = await docker(...inspect, "--format", "{{json .Provenance}}");
    expect(provenance).toContain(approved);
    expect(provenance).not.toContain(later);
  },
);

test.each([
  ["a Dockerfile", "Dockerfile", {}, "as it has Dockerfile"],
  ["the file asked for", "app.Dockerfile", { file: "app.Dockerfile" }, "as it has app.Dockerfile"],
  ["a repository", "Dockerfile", {}, "as it has .git"],
])("with %s the working directory is built", async (kind, path, inputs, why) => {
  await using place = await job({ files: { [path]: text("the checkout") } });
  if (kind === "a repository") await mkdir(join(place.workspace, ".git"));
  const main = await build(place, inputs);
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/built from the checkout$/m);
  expect(main.log).toContain(`Context: the working directory, ${why}`);
});

test("a missing file is reported before anything is changed", async () => {
  await using place = await job({ files: { Dockerfile: text("nothing") } });
  await writeFile(join(place.workspace, "key"), "");
  const secret = crypto.randomUUID();
  const main = await place.main({
    "secret-files": "npm=.npmrc",
    "secret-envs": "token=NO_SUCH_TOKEN",
    ssh: "default,deploy=no/key,own=key",
    "build-contexts": "shared=../shared",
    secrets: secret,
    context: "{{defaultContext}}:sub",
  });
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("7 inputs are wrong; nothing was changed.");
  for (const name of ["secret-files", "secret-envs", "ssh", "build-contexts", "secrets", "context"])
    expect(main.log).toContain(`- \`${name}\`: `);
  expect(main.log).not.toContain(secret);
  expect((await place.post()).exitCode).toBe(0);
});
