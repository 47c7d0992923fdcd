import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Job = {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string }[];
};
type Jobs = Readonly<Record<string, Job>>;

const folder = join(import.meta.dirname, "../../.github/workflows");
const jobsOf = (file: string): Jobs => parse(readFileSync(join(folder, file), "utf8")).jobs;

/** Names of the jobs that can write. */
function writers(jobs: Jobs): readonly string[] {
  return Object.keys(jobs).filter((name) =>
    Object.values(jobs[name]?.permissions ?? {}).includes("write"),
  );
}

const all = globSync("*.yml", { cwd: folder }).flatMap((file) =>
  writers(jobsOf(file)).map((name) => [basename(file, ".yml"), name] as const),
);

test.each(all)("%s: the job %s can write, and runs nothing that npm installed", (file, name) => {
  const scripts = jobsOf(`${file}.yml`)[name]?.steps.flatMap(({ run }) => run ?? []);
  expect(scripts?.join("\n")).not.toMatch(/npm|npx|node|scripts\/|\.ci\//);
});

const release = jobsOf("release.yml");

/** The jobs of a release that have to go well before this one starts. */
function before(name: string): readonly string[] {
  const needs = [release[name]?.needs ?? []].flat();
  return [...needs, ...needs.flatMap(before)];
}

test.each(writers(release))("a release's job %s can write, and waits for the checks", (name) => {
  expect(before(name)).toContain("check");
});

test("a release moves the tag of its major version last", () => {
  expect(new Set(before("major"))).toEqual(new Set(["check", "attest", "release"]));
});
