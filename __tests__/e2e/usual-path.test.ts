// What a usual run starts: each process takes a tenth of a second.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { watchCommandLines } from "./command-lines.ts";
import { docker } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";

const files = { Dockerfile: dockerfile };

test("buildx is started three times, docker only for emulators, and post starts nothing", async () => {
  await using lines = await watchCommandLines();
  await using place = await job({ files, environment: lines.environment });
  const main = await place.main({
    ...privateRegistry,
    platforms: "linux/amd64,linux/arm64",
    tags: `${stack.STACK_REGISTRY_HTTP}/${newRepository()}:1`,
    push: "true",
  });
  const post = await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(post.log).toMatch(/Builder \S+ removed/);
  const started = await lines.started();
  const emulators = main.log.includes("Emulators installed") ? ["docker run"] : [];
  expect(started.toSorted()).toEqual(
    [...["build", "create", "version"].map((word) => `docker-buildx ${word}`), ...emulators].sort(),
  );
});

test("with builder and emulators in place, buildx is started twice and docker not at all", async () => {
  await using lines = await watchCommandLines();
  await using place = await job({ files, environment: lines.environment });
  const kept = { ...privateRegistry, name: `kept-${crypto.randomUUID()}` };
  const first = await place.main({ ...kept, cleanup: "false" });
  expect(first.exitCode, first.log).toBe(0);
  await place.post();
  const before = (await lines.started()).length;
  const main = await place.main({ ...kept, cleanup: "false" });
  await place.post();
  try {
    expect(main.exitCode, main.log).toBe(0);
    const started = (await lines.started()).slice(before);
    expect(started).toEqual(["docker-buildx version", "docker-buildx build"]);
  } finally {
    await docker("buildx", "rm", kept.name);
  }
});
