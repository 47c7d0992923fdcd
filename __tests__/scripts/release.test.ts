import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notesOf, problemsOf } from "../../scripts/release.ts";

const changelog = `# Changelog

## Unreleased

## 1.2.3 - 2026-11-24

### Fixed

- A thing.

## 1.2.30

- Another.
`;
const workflow =
  "      - uses: OWNER/crossbuild@v1.2.3\n        uses: OWNER/crossbuild/merge@v1.2.3\n";
const good = {
  tag: "v1.2.3",
  tags: ["v1.2.3", "v1.2.2", "v1", "v2.0.0", "docs", ""],
  onMain: true,
  version: "1.2.3",
  changelog,
  workflow,
};

test("nothing speaks against a release that is as it should be", () => {
  expect(problemsOf(good)).toEqual([]);
});

test("the notes are what the changelog says of just that version", () => {
  expect(notesOf(changelog, "v1.2.3")).toBe("### Fixed\n\n- A thing.");
  expect(notesOf(changelog, "v1.2.30")).toBe("- Another.");
});

test.each([
  [{ onMain: false }, "the commit of v1.2.3 is not on main"],
  [{ version: "1.2.2" }, "package.json has version 1.2.2"],
  [{ changelog: "## Unreleased\n\n- A thing." }, "CHANGELOG.md says nothing below `## 1.2.3`"],
  [{ tags: ["v1.2.3", "v1.10.0"] }, "v1.10.0 is there already, and v1 would go back"],
  [
    { workflow: `${workflow}- uses: OWNER/crossbuild/matrix@v1` },
    "multiarch.yml takes actions of v1",
  ],
])("%j is a reason not to release", (change, problem) => {
  expect(problemsOf({ ...good, ...change })).toEqual([problem]);
});

test.each(["v1.2", "1.2.3", "v1.2.3-rc.1", "v01.2.3", "v1.2.3\n"])(
  "%j is no tag to release",
  (tag) => {
    expect(problemsOf({ ...good, tag })).toEqual([
      `${tag} is not a version: it takes three numbers, such as v1.2.3`,
    ]);
  },
);

test("a commit of a repository is released once it is on its main branch", () => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  const script = join(import.meta.dirname, "../../scripts/release-check.ts");
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder });
  const check = () =>
    spawnSync(process.execPath, [script, "v1.2.3"], { cwd: folder, encoding: "utf8" });
  try {
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    writeFileSync(join(folder, ".github/workflows/multiarch.yml"), workflow);
    writeFileSync(join(folder, "package.json"), '{"version":"1.2.3"}');
    writeFileSync(join(folder, "CHANGELOG.md"), changelog);
    git("init", "--quiet");
    git("add", "--all");
    const author = ["-c", "user.name=A", "-c", "user.email=a@b.c"];
    git(...author, "commit", "--quiet", "--message", "All");
    git("tag", "v1.2.3");
    git("remote", "add", "origin", folder);

    expect(check()).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "v1.2.3 can't be released:\n  the commit of v1.2.3 is not on main\n",
    });
    git("push", "--quiet", "origin", "HEAD:refs/heads/main");
    git("fetch", "--quiet", "origin");
    expect(check()).toMatchObject({ status: 0, stdout: "### Fixed\n\n- A thing.\n", stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
