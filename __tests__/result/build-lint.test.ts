import { describe, expect, test } from "vitest";
import { CommandError } from "../../src/domain/errors.ts";
import { warningAnnotations } from "../../src/report/build-annotations.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { lintViolations } from "../../src/result/build-lint.ts";

// What buildx 0.29.1 printed; the second list is not always there.
const start = `#0 building with "b" instance using docker-container driver

#1 [internal] load build definition from app.Dockerfile
#1 transferring dockerfile: 104B done`;
const progress = `
#1 WARN: MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 3)
#1 WARN: FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 2)
#1 WARN: JSONArgsRecommended: not one of those (line 4)`;
const list = `
 \u001b[33m2 warnings found (use docker --debug to expand):
\u001b[0m - FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 2)
 - MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 3)`;
const error = `
ERROR: failed to build: failed to solve: lint violation found for rules: FromAsCasing, MaintainerDeprecated`;

const first = { rule: "FromAsCasing", line: 2, endLine: 2, file: "app.Dockerfile" };
const second = { rule: "MaintainerDeprecated", line: 3, endLine: 3 };

describe("lintViolations", () => {
  test.each([
    ["the progress", start + progress + error],
    ["the list in the end", start + list + error],
    ["both", start + progress + list + error],
  ])("reads %s: each once, in the order of the lines", (_, stderr) => {
    expect(lintViolations(stderr)).toMatchObject([first, second]);
    const annotations = warningAnnotations(
      lintViolations(stderr),
      [{ name: "app.Dockerfile", path: "docker/app.Dockerfile" }],
      "error",
    );
    expect(annotations).toMatchObject([
      { level: "error", title: "FromAsCasing", file: "docker/app.Dockerfile", line: 2 },
      { level: "error", title: "MaintainerDeprecated", line: 3 },
    ]);
  });

  test("takes warnings for no violations where the build failed for something else", () => {
    const other = "\nERROR: failed to build: failed to solve: x: not found";
    expect(lintViolations(start + progress + list + other)).toEqual([]);
    expect(lintViolations("")).toEqual([]);
  });
});

test("the failure shows the violations, without the progress and without escapes", () => {
  const command = ["docker", "buildx", "build"];
  const failure = { command, exitCode: 1, stderr: start + list + error };
  const text = failureText(new CommandError("building the image", failure));
  expect(text).toMatch(/:\napp\.Dockerfile:2 FromAsCasing: 'as' and [^\n]*\napp\.Dockerfile:3 /);
  expect(text).toMatch(
    /\nERROR: failed to build: [^\n]*\nThe command was: [^\n]*\nWhat to try: mend/,
  );
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("#1 ");
});

test("no failure shows escapes", () => {
  const stderr = "\u001b[31mcannot\u001b[0m do that";
  const failure = { command: ["docker"], exitCode: 1, stderr };
  expect(failureText(new CommandError("trying", failure))).toContain("\ncannot do that\n");
});
