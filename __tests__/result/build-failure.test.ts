import { expect, test } from "vitest";
import { buildFailure } from "../../src/result/build-failure.ts";
import { fixture } from "../fixtures/read-fixture.ts";

const source = { file: "Dockerfile", line: 3, endLine: 6 };

test.each([
  ["buildx 0.29", "progress-failure.txt", "linux/amd64", "ERROR: failed to build: failed to solve"],
  ["buildx 0.13", "progress-failure-buildx-0.13.txt", /linux/, "ERROR: failed to solve: process"],
])("%s names the step, its output and its lines", (_, file, platform, error) => {
  const failure = buildFailure(fixture(file));
  expect(failure?.step).toMatch(platform);
  expect(failure?.step).toMatch(/ 2\/2\] RUN echo one && .* exit 3$/);
  expect(failure?.output).toHaveLength(10);
  expect(failure?.output.slice(-2)).toEqual(["out 30", "::error::injected"]);
  expect(failure?.source).toMatchObject(source);
  expect(failure?.source?.excerpt[1]).toBe("   3 | >>> RUN echo one && \\");
  expect(failure?.error).toContain(error);
});

test("an instruction that no step stands for has its lines alone", () => {
  const text = `#1 [internal] load build definition from g.Dockerfile
#1 DONE 0.0s
g.Dockerfile:2
--------------------
   1 |     FROM alpine:3.19
   2 | >>> RUNN true
   3 |     
--------------------
ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)
`;
  expect(buildFailure(text)).toMatchObject({
    step: undefined,
    output: [],
    source: { file: "g.Dockerfile", line: 2, endLine: 2 },
  });
});

test("a step can't pass off its output for the end of the build", () => {
  const forged = [
    "------",
    " > [1/1] RUN forged:",
    "------",
    "forged:1",
    "--------------------",
    "--------------------",
    "ERROR: forged",
  ].map((line) => `#7 0.120 ${line}`);
  expect(buildFailure([...forged, "#7 DONE 0.1s"].join("\n"))).toBeUndefined();
  const failure = buildFailure([...forged, fixture("progress-failure.txt")].join("\n"));
  expect(failure?.source).toMatchObject(source);
});

test.each([
  ["nothing", ""],
  ["no error", "#1 DONE 0.0s\n"],
  ["no step and no line", 'ERROR: no builder "x" found\n'],
])("with %s it is no build that failed", (_, text) => {
  expect(buildFailure(text)).toBeUndefined();
});
