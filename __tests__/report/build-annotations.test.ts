import { expect, test } from "vitest";
import { failureAnnotations, warningAnnotations } from "../../src/report/build-annotations.ts";
import { dockerfileOf, dockerfilesOf } from "../../src/report/context-dockerfile.ts";
import { buildFailure } from "../../src/result/build-failure.ts";
import { buildWarnings } from "../../src/result/build-warnings.ts";
import { fixture } from "../fixtures/read-fixture.ts";

const folders = { working: "/work/repository", workspace: "/work/repository" };
const dockerfile = { path: "app/Dockerfile", name: "Dockerfile" };
const warnings = buildWarnings(fixture("metadata-warnings.json"));

test.each([
  [".", undefined, "Dockerfile", "Dockerfile"],
  ["./app/", undefined, "app/Dockerfile", "Dockerfile"],
  ["/work/repository/app", undefined, "app/Dockerfile", "Dockerfile"],
  ["app", "docker/app.Dockerfile", "docker/app.Dockerfile", "app.Dockerfile"],
])("the Dockerfile of context %j and file %j is %j", (context, file, path, name) => {
  expect(dockerfileOf({ context, file }, folders)).toEqual({ path, name });
});

test("from a folder below the workspace it is found too", () => {
  const working = "/work/repository/app";
  expect(dockerfileOf({ context: ".", file: undefined }, { ...folders, working })).toEqual(
    dockerfile,
  );
});

test.each([
  ["https://github.com/owner/repository.git#main", undefined],
  ["git@github.com:owner/repository.git", undefined],
  [".", "https://example.com/Dockerfile"],
  ["/elsewhere", undefined],
  ["../other", undefined],
])("context %j and file %j are none of the repository's files", (context, file) => {
  expect(dockerfileOf({ context, file }, folders).path).toBeUndefined();
});

test("a warning is on its line, with the page that explains it", () => {
  expect(warningAnnotations(warnings, [dockerfile])[0]).toEqual({
    level: "warning",
    title: "FromAsCasing",
    message:
      "'as' and 'FROM' keywords' casing do not match\nhttps://docs.docker.com/go/dockerfile/rule/from-as-casing/",
    ...{ file: "app/Dockerfile", line: 1, endLine: 1 },
  });
});

test("without the file in the repository a warning has no place", () => {
  expect(warningAnnotations(warnings, [])[0]).not.toHaveProperty("file");
  const other = { path: "other.Dockerfile", name: "other.Dockerfile" };
  expect(warningAnnotations(warnings, [other])[0]).not.toHaveProperty("line");
});

test("no more than ten are shown, and the last says how many are left", () => {
  const [first] = warnings;
  if (first === undefined) throw new Error("the fixture has none");
  const many = Array.from({ length: 25 }, (_, line) => ({ ...first, line }));
  const shown = warningAnnotations(many, [dockerfile]);
  expect(shown).toHaveLength(10);
  expect(shown.at(-1)?.message).toBe("16 more warnings are in the log");
  expect(warningAnnotations(many.slice(0, 10), [dockerfile]).at(-1)?.line).toBe(9);
});

test("a failed instruction is on its lines, with the last of its output", () => {
  const [annotation, ...more] = failureAnnotations(buildFailure(fixture("progress-failure.txt")), [
    dockerfile,
  ]);
  expect(more).toEqual([]);
  expect(annotation).toMatchObject({ level: "error", file: "app/Dockerfile", line: 3, endLine: 6 });
  expect(annotation?.title).toMatch(/^\[linux\/amd64 2\/2\] RUN echo one/);
  expect(annotation?.message).toMatch(/out 30\n::error::injected\nERROR: failed to build/);
});

test("a failure of no line gets none", () => {
  expect(failureAnnotations(undefined, [dockerfile])).toEqual([]);
});

test("a file that several targets have in different folders is not guessed", () => {
  const web = { target: "web", name: "Dockerfile", path: "web/Dockerfile" };
  const api = { target: "api", name: "Dockerfile", path: "api/Dockerfile" };
  const inline = { target: "inline", name: "Dockerfile", path: undefined };
  const fileOf = (all: readonly (typeof web | typeof inline)[]) =>
    warningAnnotations(warnings, all)[0]?.file;
  expect(fileOf([web])).toBe("web/Dockerfile");
  expect(fileOf([web, { ...web, target: "other" }])).toBe("web/Dockerfile");
  expect(fileOf([web, api])).toBeUndefined();
  expect(fileOf([web, inline])).toBeUndefined();
});

test("a target's Dockerfile is in its context, as seen from the folder that is baked in", () => {
  const targets = [
    { name: "a", context: ".", dockerfile: "Dockerfile" },
    { name: "b", context: "b", dockerfile: "../b.Dockerfile" },
    { name: "c", context: "https://github.com/o/r.git", dockerfile: "Dockerfile" },
    { name: "d", context: ".", dockerfile: undefined },
  ];
  const place = { ...folders, workdir: "app" };
  expect(dockerfilesOf(targets, place, ".")).toEqual([
    { target: "a", name: "Dockerfile", path: "app/Dockerfile" },
    { target: "b", name: "b.Dockerfile", path: "app/b.Dockerfile" },
    { target: "c", name: "Dockerfile", path: undefined },
    { target: "d", name: "Dockerfile", path: undefined },
  ]);
  const [fetched] = dockerfilesOf(targets, place, "https://github.com/o/r.git");
  expect(fetched?.path).toBeUndefined();
});
