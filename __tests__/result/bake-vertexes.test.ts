// What `docker buildx bake` prints of several targets, as it was captured on the stack.
import { expect, test } from "vitest";
import { failedTarget, targetVertex, withoutTargets } from "../../src/result/bake-vertexes.ts";
import { buildFailure, failedInExport, lastWords } from "../../src/result/build-failure.ts";
import { lintViolations } from "../../src/result/build-lint.ts";
import { isProgress, progressOf } from "../../src/result/build-progress.ts";
import { pushedManifests } from "../../src/result/build-pushed.ts";
import { cacheFailures } from "../../src/result/cache-failures.ts";
import { fixture } from "../fixtures/read-fixture.ts";

const targets = ["api", "web"];
const linesOf = (text: string) =>
  text
    .split("\n")
    .filter(isProgress)
    .map((line, index) => ({ text: line, at: index * 100 }));

test.each([
  ["[api linux/arm64 build 2/3] RUN make", "api", "[linux/arm64 build 2/3] RUN make"],
  ["[api 2/3] RUN make", "api", "[2/3] RUN make"],
  ["[web] exporting to image", "web", "exporting to image"],
  ["[web internal] load build definition", "web", "[internal] load build definition"],
  ["[other 2/3] RUN make", undefined, "[other 2/3] RUN make"],
  ["[linux/amd64 api 2/3] RUN make", undefined, "[linux/amd64 api 2/3] RUN make"],
  ["exporting to image", undefined, "exporting to image"],
])("%s is of %s", (whole, target, name) => {
  expect(targetVertex(whole, targets)).toEqual({ target, name });
  expect(targetVertex(whole, [])).toEqual({ target: undefined, name: whole });
});

test("each step has its target, and one that several have in common that of the first", () => {
  const { steps, exports } = progressOf(linesOf(fixture("progress-bake.txt")), targets);
  const told = steps.map(({ target, platform, name }) => [target, platform, name]);
  expect(told).toContainEqual(["api", "linux/arm64", "RUN echo api > /who"]);
  expect(told).toContainEqual(["web", "linux/amd64", "RUN echo web > /who"]);
  expect(steps).toHaveLength(8);
  expect(exports.map(({ target, name }) => [target, name]).toSorted()).toEqual([
    ["api", "exporting to image"],
    ["web", "exporting to image"],
  ]);
});

test("each name has the digest that its target was pushed with, whatever a RUN prints", () => {
  const text = withoutTargets(fixture("progress-bake.txt"), targets);
  const pushed = [...pushedManifests(linesOf(text))];
  expect(pushed.map(([name]) => name.split("/").at(-1)).toSorted()).toEqual([
    "fixture:api",
    "fixture:web",
  ]);
  expect(new Set(pushed.map(([, digest]) => digest)).size).toBe(2);
});

test("the target that failed, its step and its lines are found", () => {
  const text = fixture("progress-bake-failure.txt");
  expect(failedTarget(text, ["api", "bad"])).toBe("bad");
  expect(failedTarget(text, targets)).toBeUndefined();
  expect(failedInExport(text)).toBe(false);
  expect(buildFailure(text)).toMatchObject({
    step: "[bad 1/2] RUN echo some words; exit 3",
    output: ["some words"],
    source: { file: "bad.Dockerfile", line: 2 },
  });
});

test("a push that fails needs no step again", () => {
  const text = fixture("progress-bake-push.txt");
  expect(failedTarget(text, ["web", "unpushed"])).toBe("unpushed");
  expect(failedInExport(text)).toBe(true);
  expect(lastWords(text).isLocal).toBe(false);
});

test("a load that fails is local", () => {
  const step =
    "\n------\n > [api] exporting to docker image format:\n------\nERROR: target api: failed";
  expect(lastWords(step).isLocal).toBe(true);
});

test("a cache that fails is told of, with the target's name before it or not", () => {
  const text = "#7 [api] exporting cache to registry\n#7 ERROR: failed to push: 401";
  expect(cacheFailures(linesOf(withoutTargets(text, targets)))).toEqual([
    "exporting cache to registry: failed to push: 401",
  ]);
});

test("a violation is of the Dockerfile in which it was found", () => {
  const rule = "MaintainerDeprecated: Maintainer instruction is deprecated (line 2)";
  const text = [
    "#2 [b internal] load build definition from b.Dockerfile",
    `#2 WARN: ${rule}`,
    "#3 [a internal] load build definition from a.Dockerfile",
    "#3 WARN: FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)",
    " - FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)",
    ` - ${rule}`,
    "ERROR: target a: failed to solve: lint violation found for rules: FromAsCasing, MaintainerDeprecated",
  ].join("\n");
  expect(lintViolations(text).map(({ file, rule: name }) => [file, name])).toEqual([
    ["a.Dockerfile", "FromAsCasing"],
    ["b.Dockerfile", "MaintainerDeprecated"],
  ]);
});
