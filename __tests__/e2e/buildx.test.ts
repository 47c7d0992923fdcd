// Installing buildx from the runner's tool cache and from a release server over TLS.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import {
  buildxForAll,
  machineWithoutBuildx,
  putIntoToolCache,
  stackBuildx,
  steps,
} from "./machine-without-buildx.ts";
import { manifest } from "./registry.ts";
import { body, file, redirect, releaseServer } from "./release-server.ts";

const { program, version, platform, sum } = await stackBuildx();
const asset = `buildx-v${version}.${platform}`;
const release = `/download/v${version}`;
const sums = body(`${"0".repeat(64)} *other\n${sum} *${asset}\n`);

describe.skipIf(buildxForAll)("a machine without buildx", () => {
  test("gets it, checked by checksums.txt, and builds and pushes with it", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      [`${release}/${asset}`]: file(program),
      [`${release}/checksums.txt`]: sums,
    });
    const repository = newRepository();
    const { main, post, left } = await steps(machine, {
      "buildx-version": `v${version}`,
      "buildx-download-url": server.url,
      platforms: "linux/amd64,linux/arm64,linux/arm/v7",
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
    expect(
      createHash("sha256")
        .update(await readFile(plugin))
        .digest("hex"),
    ).toBe(sum);
    expect(server.requests).toEqual([`GET ${release}/checksums.txt`, `GET ${release}/${asset}`]);
  });

  test("has its emulators and BuildKit's image while buildx is still being downloaded", async () => {
    await using machine = await machineWithoutBuildx();
    const ready = Promise.withResolvers<void>();
    await using server = await releaseServer({
      [`${release}/${asset}`]: async (response, request) => {
        await ready.promise;
        await file(program)(response, request);
      },
      [`${release}/checksums.txt`]: sums,
    });
    let log = "";
    await using place = await job({
      files: { Dockerfile: dockerfile },
      environment: machine.environment,
      print: (text) => {
        log += text;
        const isReady = /Emulators installed|No emulator to install/.test(log);
        if (isReady && log.includes("BuildKit's image: ")) ready.resolve();
      },
    });
    const main = await place.main({
      ...privateRegistry,
      "buildx-version": `v${version}`,
      "buildx-download-url": server.url,
      platforms: "linux/arm64",
    });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toContain(`::group::buildx v${version} installed`);
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
      "/elsewhere/sums": sums,
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

  test("a configuration folder that can't be written is left alone: the run has its own", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      [`${release}/${asset}`]: file(program),
      [`${release}/checksums.txt`]: sums,
    });
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

test("the installed buildx is used if it is new enough, and no server is asked", async () => {
  await using place = await job({ files: { Dockerfile: dockerfile } });
  await using server = await releaseServer({});
  const url = { "buildx-download-url": server.url };
  const main = await place.main({ ...privateRegistry, ...url, "buildx-version": ">=0.13" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/::group::buildx v?\d+\.\d+\.\d+\S* found/);
  expect(server.requests).toEqual([]);
});

test("a range that no buildx is in stops the step before anything is changed", async () => {
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const platforms = { platforms: "linux/arm64,linux/s390x" };
  const main = await place.main({ ...privateRegistry, ...platforms, "buildx-version": ">=99" });
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("no release that this action knows is in `>=99`");
  expect(main.log).not.toMatch(/mulator|BuildKit|Builder/);
  expect(await readdir(place.temp)).toEqual([]);
  await place.post();
});
