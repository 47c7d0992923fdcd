// The workflow that builds each platform on a runner of its own, and those that call it.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Texts } from "../../scripts/run-action.ts";
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
async function check(
  { steps }: RanWorkflow,
  { repository, tag = "latest" }: { readonly repository: string; readonly tag?: string },
): Promise<void> {
  for (const step of steps) expect(step.exitCode, step.log).toBe(0);
  const merged = steps.at(-1)?.outputs ?? {};
  const index = await manifest(auth, repository, tag);
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
  await check(ran, { repository });
  expect(ran.steps.map(({ action, runsOn }) => [action, runsOn])).toEqual([
    ["matrix", "ubuntu-24.04"],
    [".", ["ubuntu-24.04"]],
    [".", ["ubuntu-24.04-arm"]],
    ["merge", "ubuntu-24.04"],
  ]);
});

test.each([
  ["release.yml", ["ubuntu-24.04", ["ubuntu-24.04"], ["ubuntu-24.04-arm"], "ubuntu-24.04"]],
  ["legs-and-merge.yml", ["ubuntu-24.04", "ubuntu-24.04-arm", "ubuntu-24.04"]],
])("%s publishes a push, and builds a pull request", async (example, runners) => {
  const repository = newRepository();
  const around = onTheStack(repository);
  // The stack has no cache of GitHub's, and no Sigstore.
  const cache = `type=registry,ref=${http}/${repository}:cache-{{platform}}`;
  const adapt: Around["adapt"] = (inputs, action) => {
    const texts = Object.entries(around.adapt?.(inputs, action) ?? {});
    return Object.fromEntries(
      texts
        .filter(([name]) => name !== "sign")
        .map(([name, text]) => [name, text.replace(/^type=gha/, cache)]),
    );
  };
  const path = `examples/${example}`;
  const pushed = await inEvent({ name: "push", ref: "refs/heads/main" }, (variables) =>
    runWorkflow(path, { ...around, adapt, environment: variables }),
  );
  await check(pushed, { repository, tag: "main" });
  expect(pushed.steps.map(({ runsOn }) => runsOn)).toEqual(runners);
  const pull = await inEvent(pullRequest, (variables) =>
    runWorkflow(path, { ...around, adapt, environment: variables }),
  );
  expect(pull.result).toBe("success");
  expect(pull.steps.at(-1)?.outputs["digest"]).toBeUndefined();
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
      verify: "before-tag",
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
  expect(ran.steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1, 1]);
  await expect(manifest(auth, repository, "latest")).rejects.toThrow("404");
  const merge = ran.steps.at(-1)?.log ?? "";
  expect(merge).toContain("There is no leg for linux/arm64, so nothing is merged");
  expect(merge).toContain(
    "linux/arm64: its job, `build`, failed: docker buildx exited with code 1",
  );
  expect(merge).toContain('test "$(uname -m)" = x86_64');

  const again = await runWorkflow("examples/native-runners.yml", {
    ...onTheStack(repository),
    rerun: ran,
  });
  await check(again, { repository });
  expect(again.steps.slice(0, 2)).toEqual(ran.steps.slice(0, 2));
});

type Event = { readonly name: string; readonly ref: string; readonly payload?: object };

const sha = "860c1904a1ce19322e91ac35af1ab07466440c37";

const pullRequest: Event = {
  name: "pull_request",
  ref: "refs/pull/7/merge",
  payload: {
    number: 7,
    pull_request: {
      base: { ref: "main" },
      head: { ref: "patch", sha, repo: { full_name: "stranger/app" } },
    },
  },
};

/** Runs something with the environment that GitHub makes of an event. */
async function inEvent<T>(
  { name, ref, payload = {} }: Event,
  body: (variables: Texts) => Promise<T>,
): Promise<T> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "crossbuild-test-"));
  const path = join(folder.path, "event.json");
  const repository = {
    name: "app",
    full_name: "octocat/app",
    description: "An app",
    html_url: "https://github.com/octocat/app",
    default_branch: "main",
    license: { spdx_id: "MIT" },
  };
  const head_commit = { id: sha, timestamp: "2026-01-31T12:00:00Z" };
  await writeFile(path, JSON.stringify({ repository, head_commit, ...payload }));
  return await body({
    ...environment,
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY: "octocat/app",
  });
}

/** The workflow to call, in an event, on the stack. */
async function calledIn(
  event: Event,
  around: Omit<Around, "github"> & { readonly inputs: Texts },
): Promise<RanWorkflow> {
  const ran = await inEvent(event, (variables) =>
    runWorkflow(workflow, {
      files: { Dockerfile: dockerfile },
      ...around,
      environment: variables,
      github: { actor: "octocat", token: "" },
      inputs: { ...offline, context: ".", platforms: "linux/amd64,linux/arm64", ...around.inputs },
    }),
  );
  expect(ran.result, ran.steps.map(({ log }) => log).join("\n")).toBe("success");
  return ran;
}

const logins = {
  "registry-auth": `[{registry: '${auth}', username: '${stack.STACK_USERNAME}', password: '${stack.STACK_PASSWORD}'}]`,
};

test("a push: three platforms, two registries, names, annotations and a cache", async () => {
  const repository = newRepository();
  const cache = `type=registry,ref=${http}/${repository}:cache-{{platform}}`;
  const ran = await calledIn(
    { name: "push", ref: "refs/heads/main" },
    {
      secrets: logins,
      inputs: {
        platforms: "linux/amd64,linux/arm64,linux/arm/v7",
        images: `${http}/${repository},${auth}/${repository}`,
        tags: "type=ref,event=branch\ntype=raw,value=latest,enable={{is_default_branch}}",
        push: "auto",
        labels: "org.opencontainers.image.vendor=Octocat",
        "annotation-levels": "manifest,index",
        annotations: "manifest-descriptor:org.example.entry=yes",
        "cache-to": `${cache},mode=max`,
        "cache-from": cache,
        outputs: "type=image,compression=zstd",
        sbom: "false",
      },
    },
  );
  const index = await manifest(http, repository, "main");
  expect((await manifest(auth, repository, "latest")).digest).toBe(index.digest);
  expect(ran.outputs).toMatchObject({
    digest: index.digest,
    version: "main",
    tags: [http, auth]
      .flatMap((host) => [`${host}/${repository}:main`, `${host}/${repository}:latest`])
      .join("\n"),
    "tag-names": "main\nlatest",
    "image-refs": [http, auth].map((host) => `${host}/${repository}@${index.digest}`).join("\n"),
  });
  const images = (index.body.manifests ?? []).filter(({ platform }) => platform?.os === "linux");
  expect(ran.outputs["digest-linux-arm-v7"]).toBe(images[2]?.digest);
  expect(JSON.parse(String(ran.outputs["json"])).labels).toMatchObject({
    "org.opencontainers.image.vendor": "Octocat",
    "org.opencontainers.image.licenses": "MIT",
  });
  const described = {
    "org.opencontainers.image.title": "app",
    "org.opencontainers.image.created": "2026-01-31T12:00:00.000Z",
    "org.opencontainers.image.revision": sha,
  };
  expect(index.body).toMatchObject({
    annotations: { ...described, "org.opencontainers.image.vendor": "Octocat" },
  });
  for (const { digest, annotations } of images) {
    expect(annotations).toMatchObject({ "org.example.entry": "yes" });
    const image = await manifest(http, repository, digest);
    expect(image.body).toMatchObject({ annotations: described });
    expect(image.body.layers?.at(-1)?.mediaType).toContain("zstd");
  }
  for (const name of ["linux-amd64", "linux-arm64", "linux-arm-v7"]) {
    expect((await manifest(http, repository, `cache-${name}`)).body).toBeDefined();
  }
});

test("a tag, with a checkout of its own, a prepared context, and a platform that may fail", async () => {
  const repository = newRepository();
  const Dockerfile = `FROM alpine:3.19
COPY page.html /
RUN --mount=type=ssh test -S "$SSH_AUTH_SOCK"
ARG TARGETARCH
RUN test "$TARGETARCH" != arm
CMD cat /page.html
`;
  const ran = await calledIn(
    { name: "push", ref: "refs/tags/v1.2.3" },
    {
      files: { "app/Dockerfile": Dockerfile },
      artifacts: { "front-end": { "page.html": "made by another job" } },
      secrets: { ...logins, "ssh-key": privateKey() },
      inputs: {
        platforms: "linux/amd64,linux/arm/v7",
        "optional-platforms": "linux/arm/v7",
        images: `${auth}/${repository}`,
        tags: "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}",
        context: "app",
        prepare: "front-end",
        checkout: "submodules=recursive,fetch-depth=0",
        verify: "before-tag",
      },
    },
  );
  expect(ran.steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1, 0]);
  expect(ran.steps.map(({ log }) => log.includes("::group::Proven; now for its"))).toEqual([
    ...[false, false, false, true],
  ]);
  expect(ran.steps[1]?.checkout).toMatchObject({
    ...{ submodules: "recursive", "fetch-depth": "0", lfs: "false" },
  });
  const { digest } = await manifest(auth, repository, "1.2.3");
  expect((await manifest(auth, repository, "latest")).digest).toBe(digest);
  expect(ran.outputs).toMatchObject({ digest, version: "1.2.3", platforms: "linux/amd64" });
  expect(ran.steps.at(-1)?.log).toMatch(
    /::warning::The image is published without linux\/arm\/v7, which is optional: .*`build`, failed/,
  );
  const image = `${http}/${repository}@${digest}`;
  expect(await docker("run", "--rm", "--pull", "always", image)).toBe("made by another job");
});

test("fail-fast ends the other platforms' jobs, and the merge tells of all that are missing", async () => {
  const ran = await runWorkflow(workflow, {
    ...onTheStack(newRepository()),
    files: {
      Dockerfile:
        'FROM alpine:3.19\nRUN --mount=type=secret,id=hush echo "$(cat /run/secrets/hush)shown" && false\n',
    },
    secrets: { "build-secrets": "hush=not-for-the-merge" },
    inputs: {
      ...{ platforms: "linux/amd64,linux/arm64", "fail-fast": true, leg: "tagged" },
      tags: `${http}/${newRepository()}:1`,
    },
  });
  expect(ran.steps.map(({ action, exitCode }) => [action, exitCode])).toEqual([
    ...[
      ["matrix", 0],
      [".", 1],
      ["merge", 1],
    ],
  ]);
  expect(ran.steps.at(-1)?.log).toContain("***shown");
  expect(ran.steps.at(-1)?.log).not.toContain("not-for-the-merge");
  expect(ran.steps.at(-1)?.log).toMatch(
    /There is no leg for linux\/amd64, linux\/arm64, .*%0Alinux\/arm64: its job says nothing/,
  );
});

test("a pull request from a fork is built, and nothing is pushed", async () => {
  const repository = newRepository();
  const ran = await calledIn(pullRequest, {
    // Secrets are empty there.
    secrets: { "registry-auth": "", password: "" },
    inputs: { images: `${auth}/${repository}`, push: "auto", registry: auth, username: "me" },
  });
  expect(ran.steps.map(({ action }) => action)).toEqual(["matrix", ".", ".", "merge"]);
  expect(ran.steps[2]?.summary).toContain("linux/arm64");
  expect(ran.outputs).toMatchObject({
    ...{ digest: "", tags: `${auth}/${repository}:pr-7`, version: "pr-7" },
  });
  await expect(manifest(auth, repository, "pr-7")).rejects.toThrow("404");
});

test("a schedule, without a checkout", async () => {
  const repository = newRepository();
  const ran = await calledIn(
    { name: "schedule", ref: "refs/heads/main" },
    {
      files: {},
      artifacts: { context: { Dockerfile: dockerfile } },
      inputs: {
        platforms: "linux/amd64",
        images: `${http}/${repository}`,
        tags: "type=schedule",
        push: "auto",
        checkout: "none",
        prepare: "context",
      },
    },
  );
  expect(ran.steps[1]?.checkout).toBeUndefined();
  expect(ran.outputs["digest"]).toBe((await manifest(http, repository, "nightly")).digest);
});

function privateKey(): string {
  return execFileSync(
    "sh",
    [
      "-c",
      'ssh-keygen -q -t ed25519 -N "" -f "$0/key" && cat "$0/key"; rm -r "$0"',
      mkdtempSync(join(tmpdir(), "crossbuild-test-")),
    ],
    { encoding: "utf8" },
  );
}
