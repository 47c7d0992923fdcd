import { describe, expect, test } from "vitest";
import { costliestEmulation, slowest, stepsFor } from "../../src/result/build-platform-steps.ts";
import { isProgress, progressOf, type Step } from "../../src/result/build-progress.ts";
import { progressFixture } from "../fixtures/read-fixture.ts";

const platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7"];
const hashes = "RUN for i in 1 2 3; do sha256sum /bin/* > /dev/null; done";

describe("steps of a build for three platforms", () => {
  const progress = progressFixture("progress-three-platforms.txt");

  test.each(platforms)("%s has its own, with their seconds", (platform) => {
    const { steps, cached, of } = stepsFor(progress, platform);
    expect(steps.map(({ name }) => name.replace(/@sha256:.*/, ""))).toEqual([
      "FROM docker.io/library/alpine:3.19",
      'RUN uname -m > /cpu.txt && echo "built on $(cat /cpu.txt)"',
      'RUN sleep 1; echo "::error::injected"; echo second',
      "COPY Dockerfile /D",
      hashes,
    ]);
    expect([cached, of]).toEqual([0, 4]);
  });

  test("the seconds are those that BuildKit gives", () => {
    expect(stepsFor(progress, "linux/arm64").seconds).toBeCloseTo(1.0 + 0.3 + 1.2 + 0.0 + 1.1);
    const [first] = slowest(stepsFor(progress, "linux/arm/v7").steps, 1);
    expect(first).toMatchObject({ name: expect.stringMatching(/^RUN sleep 1/), seconds: 1.3 });
  });

  test("a step begins no later than its seconds before its end", () => {
    for (const { start, end, seconds } of progress.steps) {
      expect(start).toBeLessThanOrEqual(Math.max(0, end - seconds * 1000));
    }
  });

  test("the export has its push", () => {
    expect(progress.exports).toHaveLength(1);
    expect(progress.exports[0]).toMatchObject({ name: "exporting to image", seconds: 1.9 });
    expect(progress.exports[0]?.pushSeconds).toBeCloseTo(0.4 + 0.1);
  });

  test("emulation cost most where its twin on a native platform was fastest", () => {
    const emulated = (platform: string) => platform !== "linux/amd64";
    expect(costliestEmulation(progress, platforms, emulated)).toBeUndefined();
    const slow = {
      ...progress,
      steps: progress.steps.map((step) =>
        step.platform === "linux/arm64" && step.name === hashes ? { ...step, seconds: 9 } : step,
      ),
    };
    expect(costliestEmulation(slow, platforms, emulated)).toMatchObject({
      platform: "linux/arm64",
      step: { name: hashes, seconds: 9 },
      nativeSeconds: 0.2,
    });
    expect(costliestEmulation(slow, platforms, () => false)).toBeUndefined();
  });

  test.each<[string, Partial<Step>]>([
    ["that copies", { name: "COPY Dockerfile /D" }],
    ["that runs on the build's platform", { runsOn: "linux/amd64" }],
  ])("a slow step %s costs no emulation", (_, is) => {
    const emulated = (platform: string) => platform !== "linux/amd64";
    const steps = progress.steps.map((step) =>
      step.platform === "linux/arm64" && step.name === hashes
        ? { ...step, seconds: 9, ...is }
        : step,
    );
    expect(costliestEmulation({ ...progress, steps }, platforms, emulated)).toBeUndefined();
  });
});

test("what came from the cache counts, but for FROM", () => {
  const progress = progressFixture("progress-cached.txt");
  for (const platform of platforms) {
    expect(stepsFor(progress, platform)).toMatchObject({ cached: 4, of: 4 });
  }
});

test("a step that cross-compiles is its target's, and runs on the build's platform", () => {
  const { steps } = progressFixture("progress-cross-compiled.txt");
  expect(steps.filter(({ name }) => name.startsWith("RUN echo"))).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ platform: "linux/amd64", runsOn: "linux/amd64" }),
      expect.objectContaining({ platform: "linux/arm64", runsOn: "linux/amd64" }),
      expect.objectContaining({ platform: "linux/arm/v7", runsOn: "linux/amd64" }),
    ]),
  );
});

test("the nodes of one builder tell of their steps alike", () => {
  const progress = progressFixture("progress-two-nodes.txt");
  expect(platforms.map((platform) => stepsFor(progress, platform).of)).toEqual([4, 4, 4]);
  expect(progress.exports.map(({ name }) => name)).toContainEqual(
    expect.stringContaining("merging manifest list"),
  );
});

test("a step that failed or was cancelled has no end", () => {
  const { steps } = progressFixture("progress-failure.txt");
  expect(steps.map(({ name }) => name.slice(0, 5))).toEqual(["FROM ", "FROM "]);
});

test("what a step prints is no progress", () => {
  expect(isProgress("#7 0.120 #8 DONE 9.9s")).toBe(false);
  expect(isProgress("#7 0.120")).toBe(false);
  expect(isProgress("#7 CACHED")).toBe(true);
});

test("a build for one platform names none", () => {
  const lines = ["#4 [2/2] RUN make", "#4 DONE 62.5s"].map((text, at) => ({ text, at }));
  expect(stepsFor(progressOf(lines), "linux/arm64")).toMatchObject({ seconds: 62.5, of: 1 });
});

test("lines of another form are no steps", () => {
  const texts = ["", "#x DONE 1.0s", "#1 DONE", "[+] Building 1.2s", "#0 building with x", "null"];
  const lines = texts.map((text, at) => ({ text, at }));
  expect(progressOf(lines)).toEqual({ steps: [], exports: [] });
});
