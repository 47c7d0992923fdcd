// Builders that die, and disks that are full.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { docker, everything } from "./docker.ts";
import { newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { ownBuilder } from "./own-builder.ts";
import { manifest, putManifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: host } = stack;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

test.each([
  { times: 1, promise: "the step restarts it, once, and goes on" },
  {
    times: 2,
    promise: "the step restarts it once, and fails within 30 s after it was killed again",
  },
])(
  "a builder that is killed during a build (times: $times): $promise",
  async ({ times, promise }) => {
    await using own = await ownBuilder();
    let killed = 0;
    let last = 0;
    const print = (text: string) => {
      if (!/^#\d+ \d+\.\d+ began$/m.test(text) || killed === times) return;
      killed++;
      last = Date.now();
      void docker("kill", `buildx_buildkit_${own.name}0`);
    };
    const dockerfile = `FROM alpine:3.19\nRUN echo done before\nRUN echo began && sleep 2\n`;
    await using place = await job({ files: { Dockerfile: dockerfile }, print });
    const main = await place.main({ builder: own.name });
    const later = Date.now() - last;
    expect(main.exitCode, main.log).toBe(times - 1);
    expect(killed).toBe(times);
    expect(main.log).toMatch(/^Try 2 in 1s: BuildKit went away and is started again/m);
    expect(main.log.match(/^#\d+ \d+\.\d+ done before/gm)).toHaveLength(1);
    if (times === 2) {
      expect(main.log).toMatch(/::error::.*(?:did not answer|BuildKit ended in the middle)/);
    }
    expect(later).toBeLessThan(30_000);
    promiseKept({
      section: "faults",
      fault: `BuildKit is killed ${times === 1 ? "once" : "twice"} during the build`,
      promise,
      figure: `${times === 1 ? "built" : "failed"} ${seconds(later)} after it was killed`,
    });
  },
);

// What is copied lies there twice before the export, which needs room for a third.
test.each([
  { when: "before the export", room: 18, bytes: 12_000_000 },
  { when: "in the export", room: 28, bytes: 10_000_000 },
])("a disk that is full $when is reported, and no tag changes", async ({ when, room, bytes }) => {
  const name = `full-${crypto.randomUUID()}`;
  const volume = `buildx_buildkit_${name}0_state`;
  const options = ["type=tmpfs", "device=tmpfs", `o=size=${room}m`];
  const before = await everything();
  await docker("volume", "create", ...options.flatMap((one) => ["--opt", one]), volume);
  const repository = newRepository();
  const mediaType = "application/vnd.oci.image.index.v1+json";
  const earlier = await putManifest(
    repository,
    "1",
    JSON.stringify({ schemaVersion: 2, mediaType, manifests: [] }),
  );
  await using place = await job({ files: { Dockerfile: "FROM scratch\nCOPY layer /\n" } });
  await writeFile(join(place.workspace, "layer"), randomBytes(bytes));
  const tags = `${host}/${repository}:1`;
  const main = await place.main({ ...privateRegistry, name, tags, push: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    new RegExp(
      `::error::a disk is full: \\S+\\sM?B of \\S+\\sMB are free at \\S+/${volume}/_data \\(what BuildKit`,
    ),
  );
  expect(main.log).toMatch(/::error::.*no space left on device.*What to try: see what uses/);
  expect(/#\d+ exporting/.test(main.log)).toBe(when === "in the export");
  expect(main.log).not.toMatch(/^Try \d/m);
  expect((await manifest(host, repository, "1")).digest).toBe(earlier);
  expect(await everything()).toEqual(before);
  const free = /a disk is full: (\S+\s\w+) of/.exec(main.log)?.[1];
  promiseKept({
    section: "faults",
    fault: `the disk is full ${when}`,
    promise: "the error has the cause, the free space, and what to try; no tag changes",
    figure: `told that ${free} of ${room} MiB are free; the tag stayed`,
  });
});
