// What the step says of a release server that gives something else; nothing of it runs or stays.
import { access, readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { job, type Step } from "../../scripts/run-action.ts";
import { dockerfile } from "./inputs-for.ts";
import { machineWithoutBuildx, putIntoToolCache, steps } from "./machine-without-buildx.ts";
import {
  faults,
  paths,
  platform,
  program,
  script,
  sum,
  sums,
  wrong,
  wrongAsset,
  zeros,
} from "./release-faults.ts";
import { body, cutShort, file, releaseServer, stalled } from "./release-server.ts";

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

  test("other bytes for a release that the action knows: refused, whatever checksums.txt says", async () => {
    await using machine = await machineWithoutBuildx();
    const known = "/download/v0.36.1";
    await using server = await releaseServer({
      [`${known}/buildx-v0.36.1.${platform}`]: body(script(machine.marker)),
      [`${known}/checksums.txt`]: body(`${zeros} *buildx-v0.36.1.${platform}\n`),
    });
    const inputs = { "buildx-version": ">=0.36 <0.36.2", "buildx-download-url": server.url };
    const { main, left } = await steps(machine, inputs);
    expect(main.exitCode).toBe(1);
    expect(errorOf(main)).toMatch(/Expected SHA-256 [0-9a-f]{64} \(from this action's list/);
    expect(server.requests).toEqual([`GET ${known}/buildx-v0.36.1.${platform}`]);
    expect(await exists(machine.marker)).toBe(false);
    expect(await machine.installed()).toEqual([]);
    expect(left).toEqual([]);
  });

  test("without a connection to the releases: which host, and what to try", async () => {
    await using machine = await machineWithoutBuildx();
    const { main } = await steps(machine, {
      "buildx-download-url": "https://nowhere.crossbuild.test/buildx",
      "buildx-version": "v0.29.1",
    });
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(
      /::error::downloading https:\/\/nowhere\.crossbuild\.test\S+ failed: .*(?:ENOTFOUND|EAI_AGAIN).*What to try: check that this runner reaches nowhere\.crossbuild\.test/,
    );
  });

  test.each([
    ["0", 1],
    ["2s", 2],
  ])("503, with `retry-timeout: %s`: asked %i times", async (timeout, times) => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({ [paths.sums]: body("busy", { status: 503 }) });
    const { main, post, left } = await steps(machine, {
      "buildx-version": `v${wrong}`,
      "buildx-download-url": server.url,
      "retry-timeout": timeout,
    });
    expect(main.exitCode, main.log).toBe(1);
    expect(server.requests).toEqual(Array(times).fill(`GET ${paths.sums}`));
    expect(main.log.match(/^The download failed: the server answered 503. Try 2 in 1s$/gm)).toEqual(
      times === 1 ? null : [expect.anything()],
    );
    expect(errorOf(main)).toContain(
      "failed: the server answered 503%0AWhat to try: try again later",
    );
    expect(post.exitCode, post.log).toBe(0);
    expect(left).toEqual([]);
  });

  test("nothing but cut connections, for longer than `timeout`: one error, with the cause", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      [paths.sums]: cutShort(`${zeros} *${wrongAsset}\n`),
    });
    const { main } = await steps(machine, {
      "buildx-version": `v${wrong}`,
      "buildx-download-url": server.url,
      timeout: "12s",
    });
    expect(main.exitCode, main.log).toBe(1);
    const error = errorOf(main);
    expect(error.match(/took longer than/g)).toHaveLength(1);
    expect(error).toMatch(
      /the buildx phase took longer than 12s, its time limit, and was ended\.%0ABefore that: downloading \S+ failed: \S.*timeout: buildx=24s/,
    );
  });

  test("no connection at all is reported at once", async () => {
    await using machine = await machineWithoutBuildx();
    const { main } = await steps(machine, {
      "buildx-version": `v${wrong}`,
      "buildx-download-url": "https://127.0.0.1:1/buildx",
      timeout: "20s",
    });
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(/::error::downloading \S+ failed: connect ECONNREFUSED 127.0.0.1:1/);
    expect(main.log).not.toContain("took longer");
  });

  test("half a program, and the step is killed: nothing is left after post", async () => {
    await using machine = await machineWithoutBuildx();
    await using server = await releaseServer({
      [paths.program]: stalled(script(machine.marker)),
      [paths.sums]: sums,
    });
    await using place = await job({
      files: { Dockerfile: dockerfile },
      environment: machine.environment,
    });
    const inputs = { "buildx-version": wrong, "buildx-download-url": server.url };
    const main = await place.main(inputs, { killAt: /Downloading \S+linux/ });
    expect(main.exitCode).toBeNull();
    const post = await place.post();
    expect(post.exitCode, post.log).toBe(0);
    expect(await readdir(place.temp)).toEqual([]);
    expect(await machine.installed()).toEqual([]);
  });

  test("nothing, while the tool cache has other bytes: neither is started", async () => {
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
      /\/latest does not redirect to the latest release: the server answered 404%0AWhat to try: name a version in `buildx-version`/,
    );
  });

  test("a program of another version than its release is reported", async () => {
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
    expect(errorOf(main)).toContain("buildx v0.1.2 was installed, and it calls itself ");
  });
});

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** The error that the runner shows with the step. */
function errorOf({ log }: Step): string {
  return log
    .split("\n")
    .filter((line) => line.startsWith("::error::"))
    .join("\n");
}
