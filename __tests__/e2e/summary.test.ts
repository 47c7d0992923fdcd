// The job's summary of real builds.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const counting = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
const dockerfile = `FROM alpine:3.19
RUN uname -m > /cpu.txt
RUN ${counting}
`;
const platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7"];

test("times, steps and a timeline of a push, and what the cache saved in the next one", async () => {
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const repository = newRepository();
  const name = `summary-${crypto.randomUUID()}`;
  const inputs = {
    ...privateRegistry,
    name,
    cleanup: "false",
    platforms: platforms.join(","),
    tags: `${host}/${repository}:1`,
    push: "true",
  };
  try {
    const first = await place.main(inputs);
    expect(first.exitCode, first.log).toBe(0);
    const served = await manifest(host, repository, "1");
    const block = /```text\n([^`]+)```/.exec(first.summary)?.[1];
    expect(block).toBe(`${host}/${repository}:1\n${host}/${repository}@${served.digest}\n`);
    for (const platform of platforms) {
      const digest = JSON.parse(first.outputs["digests"] ?? "")[platform];
      const [row = ""] = first.summary.split("\n").filter((line) => line.includes(digest));
      const built = platform === "linux/amd64" ? "native" : "emulated";
      expect(row).toMatch(new RegExp(`^\\| ${platform} \\|.* ${built} \\| [^|]+s \\| 0.of.2 \\|`));
      expect(stepSeconds(first.summary, platform)).toBeGreaterThan(0);
    }
    const [, costliest] = /\*\*Emulation cost most in (\S+):\*\*/.exec(first.summary) ?? [];
    expect(platforms.slice(1)).toContain(costliest);
    expect(first.summary).toMatch(/`RUN i=0; while .*` took .*natively.*`append`/);
    expect(sections(first.summary)).toEqual([
      "Set-up",
      "linux/amd64",
      "linux/arm64, emulated",
      "linux/arm/v7, emulated",
      "Export",
      "Verification",
    ]);
    expect(first.summary).toMatch(/^builder \(.*\) :\d+, \d+$/m);
    expect(first.summary).toMatch(/^push \(.*\) :\d+, \d+$/m);

    const second = await place.main(inputs);
    expect(second.exitCode, second.log).toBe(0);
    expect(second.summary.match(/\| 2.of.2 \|/g)).toHaveLength(3);
    expect(second.summary).not.toContain("Emulation cost");
  } finally {
    await place.post();
    await docker("buildx", "rm", "--force", name);
  }
});

test("a build of one platform that is not pushed has its times, too", async () => {
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main({ ...privateRegistry, platforms: "linux/amd64" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.summary).toContain("Nothing was pushed.");
  expect(main.summary).toMatch(/^\| linux\/amd64 \| native \| [^|]+s \| 0.of.2 \|$/m);
  expect(stepSeconds(main.summary, "linux/amd64")).toBeGreaterThan(0);
});

/** What the table of slow steps says of the one that counts. */
test.each([
  ["empty", "", undefined],
  ["a file that is not there", "/nonexistent/summary", "Unable to access summary file"],
  ["a folder", ".", "EISDIR"],
])("if GITHUB_STEP_SUMMARY is %s, the step still succeeds", async (_, path, words) => {
  await using place = await job({ files: { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" } });
  const inputs = { driver: "docker", outputs: "type=local,dest=out" };
  const main = await place.main(inputs, { environment: { GITHUB_STEP_SUMMARY: path } });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["builder"]).toBe("default");
  const warnings = main.log.split("\n").filter((line) => line.includes("GITHUB_STEP_SUMMARY"));
  expect(warnings).toHaveLength(words === undefined ? 0 : 1);
  if (words !== undefined) {
    expect(warnings[0]).toMatch(/^::warning::The job's summary could not be written to the file/);
    expect(warnings[0]).toContain(words);
  }
});

test.each([
  ["GITHUB_OUTPUT", "output `matrix`"],
  ["GITHUB_STATE", "what post needs"],
])("if %s names no file, the step fails and says so", async (variable, what) => {
  await using place = await job({ action: "matrix" });
  const environment = { [variable]: "/nonexistent/file" };
  const main = await place.main({ platforms: "linux/amd64" }, { environment });
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain(
    `::error::${what} can't be written to the file that ${variable} names: Missing file at path: /nonexistent/file%0AWhat to try: `,
  );
});

function stepSeconds(summary: string, platform: string): number {
  const row = new RegExp(`^\\| ${platform} \\| \`RUN i=0; .*\` \\| (\\d+\\.\\d)\\ss \\|$`, "m");
  return Number(row.exec(summary)?.[1]);
}

function sections(summary: string): readonly string[] {
  return Array.from(summary.matchAll(/^section (.+)$/gm), ([, title = ""]) => title);
}
