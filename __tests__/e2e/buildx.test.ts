// Installing buildx from a release server over TLS, and refusing whatever is not the release.
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { job, type Step, type Texts } from "../../scripts/run-action.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import {
  type BareMachine,
  buildxForAll,
  machineWithoutBuildx,
  stackBuildx,
} from "./machine-without-buildx.ts";
import { manifest } from "./registry.ts";
import {
  type Answer,
  body,
  cutShort,
  file,
  redirect,
  releaseServer,
  stalled,
} from "./release-server.ts";

const files = { Dockerfile: dockerfile };
const platform = `linux-${process.arch === "arm64" ? "arm64" : "amd64"}`;
const { path: program, version } = await stackBuildx();
const sum = await sha256(await readFile(program));
const asset = `buildx-v${version}.${platform}`;
const release = `/download/v${version}`;
const genuine = {
  [`${release}/${asset}`]: file(program),
  [`${release}/checksums.txt`]: body(`${"0".repeat(64)} *other\n${sum} *${asset}\n`),
};

async function sha256(bytes: Uint8Array): Promise<string> {
  return createHash("sha256").update(bytes).digest("hex");
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** As @actions/tool-cache lays it out. */
async function putIntoToolCache(machine: BareMachine, version: string, bytes: Uint8Array) {
  const folder = join(machine.toolCache, "buildx", version, process.arch);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "docker-buildx"), bytes, { mode: 0o755 });
  await writeFile(`${folder}.complete`, "");
}

/** Main and post of a build on a machine, and what is left in the runner's temporary folder. */
async function steps(machine: BareMachine, inputs: Texts, environment: Texts = {}) {
  await using place = await job({ files, environment: { ...machine.environment, ...environment } });
  const main = await place.main({ ...privateRegistry, ...inputs });
  const post = await place.post();
  return { main, post, left: await readdir(place.temp) };
}

describe.skipIf(buildxForAll)("a machine without buildx", () => {
  test("gets it, checked by checksums.txt, and builds and pushes with it", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer(genuine);
    const repository = newRepository();
    const { main, post, left } = await steps(machine, {
      "buildx-version": `v${version}`,
      "buildx-download-url": server.url,
      platforms: platform.replace("-", "/"),
      tags: `${stack.STACK_REGISTRY_HTTP}/${repository}:1`,
      push: "true",
    });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toContain(`::group::buildx v${version} installed`);
    const served = await manifest(stack.STACK_REGISTRY_HTTP, repository, "1");
    expect(main.outputs["digest"]).toBe(served.digest);
    expect(post.exitCode, post.log).toBe(0);
    expect(left).toEqual([]);
    expect(await machine.installed()).toEqual([
      "docker/cli-plugins/docker-buildx",
      `tools/buildx/${version}/${process.arch}.complete`,
      `tools/buildx/${version}/${process.arch}/docker-buildx`,
    ]);
    const plugin = join(machine.config, "cli-plugins/docker-buildx");
    expect(await sha256(await readFile(plugin))).toBe(sum);
    expect(server.requests).toEqual([`GET ${release}/checksums.txt`, `GET ${release}/${asset}`]);
  });

  test("takes it from the runner's tool cache, asks no server, and works with a login", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({});
    await putIntoToolCache(machine, version, await readFile(program));
    const { STACK_REGISTRY_AUTH: host, STACK_CA: ca } = stack;
    const repository = newRepository();
    const { main, post, left } = await steps(machine, {
      "buildx-version": version,
      "buildx-download-url": server.url,
      registries: `${host}: {ca: ${ca}}`,
      registry: host,
      username: stack.STACK_USERNAME,
      password: stack.STACK_PASSWORD,
      tags: `${host}/${repository}:1`,
      push: "true",
    });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(/::group::buildx v\S+ installed[\s\S]*the runner's tool cache/);
    expect(main.outputs["digest"]).toBe((await manifest(host, repository, "1")).digest);
    expect(server.requests).toEqual([]);
    expect(post.log).toMatch(/Builder \S+ removed/);
    expect(left).toEqual([]);
  });

  test("latest is what the server says, and a redirected file is taken", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      "/latest": redirect(`/tag/v${version}`),
      [`${release}/checksums.txt`]: redirect("/elsewhere/sums"),
      "/elsewhere/sums": genuine[`${release}/checksums.txt`] ?? body(""),
      [`${release}/${asset}`]: redirect("/elsewhere/program"),
      "/elsewhere/program": file(program),
    });
    const inputs = { "buildx-version": "latest", "buildx-download-url": server.url };
    const { main } = await steps(machine, inputs);
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toContain(`::group::buildx v${version} installed`);
    expect(server.requests[0]).toBe("GET /latest");
  });

  test("a checksum of one's own is enough, without checksums.txt", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({ [`${release}/${asset}`]: file(program) });
    const { main } = await steps(machine, {
      "buildx-version": version,
      "buildx-download-url": server.url,
      "buildx-checksum": `sha256:${sum}`,
    });
    expect(main.exitCode, main.log).toBe(0);
    expect(server.requests).toEqual([`GET ${release}/${asset}`]);
  });

  test("a configuration that can't be written is left alone: the run has its own", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer(genuine);
    // Root may write everywhere but below a file.
    const config = join(machine.config, "a-file/docker");
    await writeFile(join(machine.config, "a-file"), "");
    const inputs = { "buildx-version": version, "buildx-download-url": server.url };
    const { main, post, left } = await steps(machine, inputs, { DOCKER_CONFIG: config });
    expect(main.exitCode, main.log).toBe(0);
    expect(post.exitCode, post.log).toBe(0);
    expect(post.log).toMatch(/Builder \S+ removed/);
    expect(await readdir(machine.config)).toEqual(["a-file"]);
    expect(left).toEqual([]);
  });
});

// No release that this action knows: what is served under it goes by checksums.txt.
const wrong = "0.29.1";
const wrongAsset = `buildx-v${wrong}.${platform}`;
const paths = {
  program: `/download/v${wrong}/${wrongAsset}`,
  sums: `/download/v${wrong}/checksums.txt`,
};
const zeros = "0".repeat(64);
const sums = body(`${zeros} *${wrongAsset}\n`);

type Fault = {
  readonly sums?: Answer;
  readonly program?: (marker: string) => Answer;
  readonly inputs?: Texts;
  readonly words: readonly (string | RegExp)[];
};
/** A program that tells that it was run. */
const script = (marker: string) => `#!/bin/sh\ntouch '${marker}'\n`;

const faults: readonly (readonly [string, Fault])[] = [
  [
    "another program than the sum is of",
    { sums, words: [`Expected SHA-256 ${zeros}`, "checksums.txt), got ", "look like a script"] },
  ],
  [
    "the program's start, as if it were all",
    {
      sums: body(`${sum} *${wrongAsset}\n`),
      program: () => body("\x7fELF and no more"),
      words: [`Expected SHA-256 ${sum}`, "16 bytes, which look like a program for Linux"],
    },
  ],
  [
    "an HTML page with status 200",
    {
      sums,
      program: () => body("<!DOCTYPE html><title>Log in</title>"),
      words: ["look like an HTML page, such as a login or an error page"],
    },
  ],
  [
    "404 for the program",
    {
      sums,
      program: () => body("Not Found", { status: 404 }),
      words: [/downloading https:\S+linux-\w+ failed: the server answered 404. What to try: check/],
    },
  ],
  [
    "no checksums.txt",
    {
      sums: body("Not Found", { status: 404 }),
      words: [/downloading https:\S+\/checksums.txt failed: the server answered 404/],
    },
  ],
  [
    "a checksums.txt that ends within the sum",
    {
      sums: body(`${zeros} *other\n${zeros.slice(0, 60)}`),
      words: [`checksums.txt has no SHA-256 for ${wrongAsset}`, "was not downloaded"],
    },
  ],
  [
    "403 with the headers of a limit",
    {
      sums,
      program: () =>
        body("rate limit", {
          status: 403,
          headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1893456000" },
        }),
      words: ["localhost:", "wait until 2030-01-01T00:00:00.000Z", "`buildx-download-url`"],
    },
  ],
  [
    "other bytes than the checksum given, though checksums.txt knows them",
    {
      sums: body(`${sum} *${wrongAsset}\n`),
      program: () => file(program),
      inputs: { "buildx-checksum": zeros },
      words: [`Expected SHA-256 ${zeros} (by \`buildx-checksum\`), got ${sum}`],
    },
  ],
  // @actions/tool-cache tries three times, with pauses of 10 to 20 seconds.
  [
    "a connection that is cut within the program",
    { sums, program: (marker) => cutShort(script(marker)), words: [/failed: .+ What to try:/] },
  ],
  [
    "a connection that is cut within checksums.txt",
    {
      sums: cutShort(`${zeros} *${wrongAsset}\n`),
      words: [/checksums.txt failed: .+ What to try/],
    },
  ],
  [
    "a program that stalls",
    {
      sums,
      program: (marker) => stalled(script(marker)),
      words: ["failed: no byte came for 60 seconds", "What to try: check that this runner reaches"],
    },
  ],
];

describe.concurrent("a server that gives", () => {
  test.each(faults)("%s: nothing of it runs or stays", async (_, fault) => {
    await using machine = await machineWithoutBuildx();
    const { marker } = machine;
    const served = fault.program?.(marker) ?? body(script(marker));
    await using server = await releaseServer({
      [paths.program]: served,
      ...(fault.sums === undefined ? {} : { [paths.sums]: fault.sums }),
    });
    const { main, post, left } = await steps(machine, {
      "buildx-version": `v${wrong}`,
      "buildx-download-url": server.url,
      ...fault.inputs,
    });
    expect(main.exitCode, main.log).toBe(1);
    const error = errorOf(main);
    for (const words of fault.words) expect(error).toMatch(words);
    expect(await exists(marker)).toBe(false);
    expect(await machine.installed()).toEqual([]);
    expect(post.exitCode, post.log).toBe(0);
    expect(left).toEqual([]);
  });

  test("other bytes for a release that the action knows: refused, whatever it says", async () => {
    await using machine = await machineWithoutBuildx();
    const known = "/download/v0.36.1";
    await using server = await releaseServer({
      [`${known}/buildx-v0.36.1.${platform}`]: body(script(machine.marker)),
      [`${known}/checksums.txt`]: body(`${zeros} *buildx-v0.36.1.${platform}\n`),
    });
    const inputs = { "buildx-version": ">=0.36 <0.36.2", "buildx-download-url": server.url };
    const { main, left } = await steps(machine, inputs);
    expect(main.exitCode).toBe(1);
    expect(errorOf(main)).toMatch(/Expected SHA-256 [0-9a-f]{64} \(by this action's list/);
    expect(server.requests).toEqual([`GET ${known}/buildx-v0.36.1.${platform}`]);
    expect(await exists(machine.marker)).toBe(false);
    expect(await machine.installed()).toEqual([]);
    expect(left).toEqual([]);
  });

  test("without a way to the releases it says which host, and what to try", async () => {
    await using machine = await machineWithoutBuildx();
    const { main } = await steps(machine, {
      "buildx-download-url": "https://nowhere.crossbuild.test/buildx",
      "buildx-version": "v0.29.1",
    });
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(
      /::error::downloading https:\/\/nowhere\.crossbuild\.test\S+ failed: .*ENOTFOUND.* What to try: check that this runner reaches nowhere\.crossbuild\.test/,
    );
  });

  test("half a program to a step that is killed: nothing stays after post", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      [paths.program]: stalled(script(machine.marker)),
      [paths.sums]: sums,
    });
    await using place = await job({ files, environment: machine.environment });
    const inputs = { "buildx-version": wrong, "buildx-download-url": server.url };
    const main = await place.main(inputs, { killAt: /Downloading \S+linux/ });
    expect(main.exitCode).toBeNull();
    const post = await place.post();
    expect(post.exitCode, post.log).toBe(0);
    expect(await readdir(place.temp)).toEqual([]);
    expect(await machine.installed()).toEqual([]);
  });

  test("nothing, while the tool cache has other bytes: neither is run", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({});
    await putIntoToolCache(machine, "0.36.1", Buffer.from(script(machine.marker)));
    const inputs = { "buildx-version": "v0.36.1", "buildx-download-url": server.url };
    const { main } = await steps(machine, inputs);
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(
      /^::warning::\S+docker-buildx has not the SHA-256 of this action's list/m,
    );
    expect(errorOf(main)).toContain("the server answered 404");
    expect(await exists(machine.marker)).toBe(false);
  });

  test("no /latest: the step asks for a version", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({});
    const inputs = { "buildx-version": "latest", "buildx-download-url": server.url };
    const { main } = await steps(machine, inputs);
    expect(main.exitCode).toBe(1);
    expect(errorOf(main)).toMatch(
      /\/latest does not redirect to the latest release: the server answered 404. What to try: name a version in `buildx-version`/,
    );
  });

  test("a program of another version than it says: told", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      [`/download/v0.1.2/buildx-v0.1.2.${platform}`]: file(program),
    });
    const { main } = await steps(machine, {
      "buildx-version": "v0.1.2",
      "buildx-download-url": server.url,
      "buildx-checksum": sum,
    });
    expect(main.exitCode).toBe(1);
    expect(errorOf(main)).toContain("buildx v0.1.2 was installed, and docker runs");
  });
});

/** The error that the runner shows with the step. */
function errorOf({ log }: Step): string {
  return log
    .split("\n")
    .filter((line) => line.startsWith("::error::"))
    .join("\n");
}

test("the buildx that is there is used where it will do, and no server is asked", async () => {
  await using place = await job({ files });
  await using server = await releaseServer({});
  const url = { "buildx-download-url": server.url };
  const main = await place.main({ ...privateRegistry, ...url, "buildx-version": ">=0.13" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/::group::buildx v?\d+\.\d+\.\d+\S* found/);
  expect(server.requests).toEqual([]);
});
