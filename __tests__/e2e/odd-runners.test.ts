// Runners whose docker, engine or folders are not as they should be: each gets words of its own.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { job, type Step, type Texts } from "../../scripts/run-action.ts";
import { privateRegistry, stack } from "./inputs-for.ts";
import { stackBuildx } from "./machine-without-buildx.ts";

const execute = promisify(execFile);
const { program } = await stackBuildx();
const files = { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" };

/** Main, which fails, and post, which leaves nothing. */
async function failure(inputs: Texts, environment: Texts): Promise<Step> {
  await using place = await job({ files, environment });
  const main = await place.main(inputs);
  const post = await place.post();
  expect(main.exitCode, main.log).toBe(1);
  expect(post.exitCode, post.log).toBe(0);
  expect(await readdir(place.temp)).toEqual([]);
  return main;
}

/** The error that the runner shows with the step. */
function errorOf({ log }: Step): string {
  const lines = log.split("\n").filter((line) => line.startsWith("::error::"));
  return decodeURIComponent(lines.join("\n"));
}

async function folder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "crossbuild-odd-"));
  const dispose = () => rm(path, { recursive: true, force: true });
  return { path, [Symbol.asyncDispose]: dispose };
}

/** Docker's configuration, with the stack's buildx. */
async function dockerConfig(settings: object) {
  const place = await folder();
  await mkdir(join(place.path, "cli-plugins"));
  await symlink(program, join(place.path, "cli-plugins/docker-buildx"));
  await writeFile(join(place.path, "config.json"), JSON.stringify(settings));
  return place;
}

describe.concurrent("an engine that", () => {
  test.each([
    [
      "DOCKER_HOST names by a path",
      { DOCKER_HOST: "/var/run/docker.sock" },
      "DOCKER_HOST is `/var/run/docker.sock`",
    ],
    [
      "DOCKER_HOST names by http",
      { DOCKER_HOST: "http://127.0.0.1:2375" },
      "DOCKER_HOST is `http://127.0.0.1:2375`, which docker does not support; write `tcp://127.0.0.1:2375`",
    ],
    [
      "is dead on another machine",
      { DOCKER_HOST: "tcp://127.0.0.1:1" },
      "DOCKER_HOST names an engine on another machine, tcp://127.0.0.1:1: check that it is running, and that this runner can reach its port",
    ],
    [
      "is dead behind SSH",
      { DOCKER_HOST: "ssh://nobody@127.0.0.1:1" },
      "check that it is running, and that this runner's user can log in there by SSH",
    ],
    [
      "has another socket",
      { DOCKER_HOST: "unix:///nonexistent/docker.sock" },
      "DOCKER_HOST names unix:///nonexistent/docker.sock: check that an engine listens there",
    ],
    [
      "is of a context that is gone",
      { DOCKER_HOST: "", DOCKER_CONTEXT: "gone" },
      "DOCKER_CONTEXT names the context `gone`, which does not exist on this runner",
    ],
    [
      "has no version of the API in common",
      { DOCKER_API_VERSION: "1.99" },
      "leave out DOCKER_API_VERSION if it is set",
    ],
  ])("%s", async (_, environment, words) => {
    const error = errorOf(await failure(privateRegistry, environment));
    expect(error).toContain(`What to try: `);
    expect(error).toContain(words);
    expect(error).not.toContain("systemctl");
  });

  test("config.json names by a context that no longer exists", async () => {
    await using config = await dockerConfig({ currentContext: "gone" });
    const environment = { DOCKER_HOST: "", DOCKER_CONFIG: config.path };
    const error = errorOf(await failure(privateRegistry, environment));
    expect(error).toContain("`currentContext` of config.json names the context `gone`");
  });
});

// Podman prints `null` for a server that it has not.
describe.concurrent("a docker", () => {
  test.each([
    [
      "that is Podman",
      "null",
      "podman version 5.4.2",
      "it printed `null`, and `docker --version` `podman version 5.4.2`\nWhat to try: it is Podman under docker's name",
    ],
    [
      "that prints nothing",
      "",
      "",
      "it printed nothing, and `docker --version` nothing\nWhat to try: look what `docker` on PATH is",
    ],
    [
      "that prints words",
      "Hello\\nthere",
      "docker 1",
      "it printed `Hello`, and `docker --version` `docker 1`",
    ],
  ])("%s is named", async (_, printed, version, words) => {
    await using bin = await folder();
    const script = `#!/bin/sh\nif [ "$1" = --version ]; then printf '${version}\\n'; else printf '${printed}\\n'; fi\n`;
    await writeFile(join(bin.path, "docker"), script, { mode: 0o755 });
    const environment = {
      PATH: `${bin.path}:${stack.PATH}`,
      DOCKER_HOST: "unix:///nonexistent.sock",
    };
    const error = errorOf(await failure(privateRegistry, environment));
    expect(error).toContain(`reported no engine: ${words}`);
  });
});

describe.concurrent("a builder", () => {
  test.each([
    [
      "with a mistyped option",
      { "driver-opts": "netwrok=host" },
      "`driver-opts`: the docker-container driver of this buildx has no option `netwrok`; did you mean `network`?",
    ],
    [
      "with an option's wrong value",
      { "driver-opts": "network=host,cpu-period=abc" },
      "`driver-opts`: `cpu-period=abc` has a value that buildx can't parse",
    ],
    [
      "with a wrong size",
      { "driver-opts": "memory=much" },
      "`driver-opts`: `memory=much` has a value that buildx can't parse",
    ],
    [
      "on a context that is not there",
      { endpoint: "colima" },
      "`endpoint`: there is no context `colima` on this runner; there are `default`",
    ],
    [
      "with an engine twice",
      { append: `- endpoint: ${stack.DOCKER_HOST}` },
      "`append`: two nodes are the same engine",
    ],
  ])("%s", async (_, inputs, words) => {
    const error = errorOf(await failure({ ...privateRegistry, ...inputs }, {}));
    expect(error).toContain(words);
  });

  test("beside a file that is no builder's", async () => {
    await using buildx = await folder();
    const file = join(buildx.path, "instances/other");
    await mkdir(join(buildx.path, "instances"));
    await writeFile(file, "");
    const error = errorOf(await failure({ use: "true" }, { BUILDX_CONFIG: buildx.path }));
    expect(error).toContain(
      `What to try: remove ${file} (0 bytes): buildx keeps its builders there`,
    );
  });
});

describe.skipIf(process.getuid?.() !== 0).concurrent("the runner's temporary folder", () => {
  test.each([
    [
      "is read-only",
      "ro",
      /can't be written to \S+crossbuild-\w+: .*EROFS[\s\S]* which RUNNER_TEMP names/,
    ],
    [
      "is full",
      "size=4k",
      /a disk is full: \S+\s\w+ of \S+\s\w+ are free at \S+ \(the runner's temporary files, RUNNER_TEMP\)/,
    ],
  ])("%s", async (_, option, words) => {
    await using place = await folder();
    await execute("mount", ["-t", "tmpfs", "-o", option, "tmpfs", place.path]);
    try {
      const main = await failure(privateRegistry, { RUNNER_TEMP: place.path });
      expect(errorOf(main)).toMatch(words);
    } finally {
      await execute("umount", [place.path]);
    }
  });
});

describe.concurrent("a workflow that sets", () => {
  test.each(["quiet", "rawjson", "tty"])(
    "BUILDKIT_PROGRESS to %s gets all that is read of a build",
    async (form) => {
      await using place = await job({ files, environment: { BUILDKIT_PROGRESS: form } });
      const main = await place.main({ "driver-opts": "network=host" });
      await place.post();
      expect(main.exitCode, main.log).toBe(0);
      expect(main.log).toMatch(/^#\d+ \[1\/1\] COPY Dockerfile \/$/m);
    },
  );

  test("DEBUG for its own programs gets buildx's error without stack traces", async () => {
    const broken = { Dockerfile: "FROM scratch\nCOPY EOF /\n" };
    await using place = await job({ files: broken, environment: { DEBUG: "app:*" } });
    const main = await place.main({ "driver-opts": "network=host" });
    await place.post();
    expect(main.exitCode, main.log).toBe(1);
    expect(main.log).toContain("main.runStandalone");
    expect(errorOf(main)).toMatch(/"\/EOF": not found\nThe command was: /);
  });
});
