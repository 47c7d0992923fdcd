// Writes the newest releases of buildx and their sums into src/plan/buildx-releases.ts.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { knownReleases, type Releases } from "../src/plan/buildx-releases.ts";
import { sumsOf, versionsToKnow, withTable } from "./release-table.ts";

const repository = "https://github.com/docker/buildx";
const file = join(import.meta.dirname, "../src/plan/buildx-releases.ts");

const tags = execFileSync("git", ["ls-remote", "--tags", "--refs", repository, "v*"], {
  encoding: "utf8",
});
const releases: Record<string, Releases[string]> = {};
for (const version of versionsToKnow(knownReleases, tags)) {
  const checksums = await checksumsOf(version);
  if (checksums !== undefined) releases[version] = sumsOf(version, checksums, knownReleases);
}
await writeFile(file, withTable(await readFile(file, "utf8"), releases));
const added = Object.keys(releases).filter((version) => knownReleases[version] === undefined);
if (added.length > 0) console.log(`buildx: the sums of ${added.join(", ")}`);

/** The release's checksums.txt; undefined if a tag has no release. */
async function checksumsOf(version: string): Promise<string | undefined> {
  const url = `${repository}/releases/download/v${version}/checksums.txt`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (answer.ok) return await answer.text();
  if (answer.status === 404 && knownReleases[version] === undefined) return undefined;
  throw new Error(`${url} answers ${answer.status}`);
}
