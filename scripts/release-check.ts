// Prints what the changelog says of the version that is checked out, if it may be released.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { notesOf, problemsOf } from "./release.ts";

const [tag = ""] = process.argv.slice(2);
const manifest = v.parse(v.object({ version: v.string() }), JSON.parse(read("package.json")));
const changelog = read("CHANGELOG.md");
const problems = problemsOf({
  tag,
  tags: git("tag", "--list").split("\n"),
  onMain: git("branch", "--remotes", "--list", "origin/main", "--contains", "HEAD") !== "",
  version: manifest.version,
  changelog,
  workflow: read(".github/workflows/multiarch.yml"),
});
if (problems.length === 0) console.log(notesOf(changelog, tag));
else {
  console.error([`${tag} can't be released:`, ...problems].join("\n  "));
  process.exitCode = 1;
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { encoding: "utf8" }).trim();
}
