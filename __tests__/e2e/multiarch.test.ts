// The workflow that builds each platform on a runner of its own, and those that call it.
import { expect, test } from "vitest";
import { type Around, type RanWorkflow, runWorkflow } from "../../scripts/run-workflow.ts";
import { docker } from "./docker.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_AUTH: auth, STACK_CA: ca } = stack;
const workflow = ".github/workflows/multiarch.yml";
const environment = { GITHUB_RUN_ID: "1234567" };
const registries = `${http}: {http: true}\n${auth}: {ca: ${ca}}`;
const offline = { registries, mirrors: http, "driver-opts": "network=host" };

/** The stack in place of GitHub and its registry. */
function onTheStack(repository: string): Around {
  return {
    environment,
    files: { Dockerfile: dockerfile },
    github: { repository, actor: stack.STACK_USERNAME, token: stack.STACK_PASSWORD },
    adapt: (inputs, action) => {
      const texts = Object.entries(inputs).map(([name, text]) => [
        name,
        text.replaceAll("ghcr.io", auth),
      ]);
      const more = { ".": offline, merge: { registries } }[action];
      return { ...Object.fromEntries(texts), ...more };
    },
  };
}

/** That each step went well, and what is served is what the merge says. */
async function check({ steps }: RanWorkflow, host: string, repository: string): Promise<void> {
  for (const step of steps) expect(step.exitCode, step.log).toBe(0);
  const merged = steps.at(-1)?.outputs ?? {};
  const index = await manifest(host, repository, "latest");
  expect(merged["digest"]).toBe(index.digest);
  const images = (index.body.manifests ?? []).filter(({ platform }) => platform?.os === "linux");
  const digests = Object.fromEntries(
    images.map(({ platform, digest }) => [`linux/${platform?.architecture}`, digest]),
  );
  expect(JSON.parse(merged["digests"] ?? "")).toEqual(digests);
  expect(Object.keys(digests)).toEqual(["linux/amd64", "linux/arm64"]);
}

test("native-runners.yml builds each platform on its runner, and merges", async () => {
  const repository = newRepository();
  const ran = await runWorkflow("examples/native-runners.yml", onTheStack(repository));
  await check(ran, auth, repository);
  expect(ran.steps.map(({ action, runsOn }) => [action, runsOn])).toEqual([
    ["matrix", "ubuntu-24.04"],
    [".", ["ubuntu-24.04"]],
    [".", ["ubuntu-24.04-arm"]],
    ["merge", "ubuntu-24.04"],
  ]);
});

test("legs-and-merge.yml does the same by hand", async () => {
  const repository = newRepository();
  const ran = await runWorkflow("examples/legs-and-merge.yml", onTheStack(repository));
  await check(ran, auth, repository);
  expect(ran.steps.map(({ runsOn }) => runsOn)).toEqual([
    "ubuntu-24.04",
    "ubuntu-24.04-arm",
    "ubuntu-24.04",
  ]);
});

test("own runners, build arguments, build secrets and a password of its own", async () => {
  const repository = newRepository();
  const Dockerfile = `FROM alpine:3.19
ARG WORD
RUN echo $WORD > /word
RUN --mount=type=secret,id=hush test "$(cat /run/secrets/hush)" = "not for the log"
CMD cat /word
`;
  const ran = await runWorkflow(workflow, {
    environment,
    files: { "app.Dockerfile": Dockerfile },
    inputs: {
      ...offline,
      platforms: "linux/amd64",
      tags: `${auth}/${repository}:1`,
      file: "app.Dockerfile",
      "build-args": "WORD=two words",
      annotations: "org.opencontainers.image.title=App",
      runners: "linux/amd64 = self-hosted, linux, X64",
      runner: '["self-hosted", "linux"]',
      registry: auth,
      username: stack.STACK_USERNAME,
      leg: "tagged",
    },
    secrets: { password: stack.STACK_PASSWORD, "build-secrets": "hush=not for the log" },
  });
  for (const step of ran.steps) expect(step.exitCode, step.log).toBe(0);
  expect(ran.steps.map(({ runsOn }) => runsOn)).toEqual([
    ["self-hosted", "linux"],
    ["self-hosted", "linux", "X64"],
    ["self-hosted", "linux"],
  ]);
  const index = await manifest(auth, repository, "1");
  expect(ran.outputs["digest"]).toBe(index.digest);
  expect(ran.outputs["image-refs"]).toBe(`${auth}/${repository}@${index.digest}`);
  expect(ran.outputs["platforms"]).toBe("linux/amd64");
  expect(index.body).toMatchObject({ annotations: { "org.opencontainers.image.title": "App" } });
  const image = `${http}/${repository}@${index.digest}`;
  expect(await docker("run", "--rm", "--pull", "always", image)).toBe("two words");
});

test("a platform that does not build leaves the tags where they are", async () => {
  const repository = newRepository();
  const Dockerfile = 'FROM alpine:3.19\nRUN test "$(uname -m)" = x86_64\n';
  const ran = await runWorkflow("examples/native-runners.yml", {
    ...onTheStack(repository),
    files: { Dockerfile },
  });
  expect(ran.steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1]);
  await expect(manifest(auth, repository, "latest")).rejects.toThrow("404");
});
