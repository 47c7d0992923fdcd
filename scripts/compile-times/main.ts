// Measures what a compile costs emulated, native and cross-compiled, on the test stack:
// npm run compile-times [-- ROUNDS]
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { job, type Step, type Texts } from "../run-action.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { pushCompilerImage } from "./compiler-image.ts";

const [amd64, arm64] = ["linux/amd64", "linux/arm64"];
const rounds = Number(process.argv[2] ?? 3);
const run = { GITHUB_RUN_ID: "1" };

execFileSync(process.execPath, [join(import.meta.dirname, "../stack/main.ts"), "up"], {
  stdio: "inherit",
});
const { STACK_REGISTRY_HTTP: http, STACK_CA: ca } = stackEnvironment();
const name = await pushCompilerImage(http);
const registries = `${http}: {http: true, ca: ${ca}}`;
const texts = ["compile.c", "emulated.Dockerfile", "cross.Dockerfile"].map(async (file) => {
  const text = await readFile(join(import.meta.dirname, file), "utf8");
  return [file, text.replaceAll("compiler:latest", name)] as const;
});
const files = Object.fromEntries(await Promise.all(texts));

const kinds = {
  native: { platforms: amd64, file: "emulated.Dockerfile" },
  emulated: { platforms: arm64, file: "emulated.Dockerfile" },
  "both, one emulated, in one job": { platforms: `${amd64},${arm64}`, file: "emulated.Dockerfile" },
  "both, cross-compiled, in one job": { platforms: `${amd64},${arm64}`, file: "cross.Dockerfile" },
};
const seconds: Record<string, number[]> = {};
for (let round = 1; round <= rounds; round++) {
  for (const [kind, inputs] of Object.entries(kinds)) note(kind, await build(inputs));
  note("merge of two legs", await merge());
}
report();

async function build(inputs: Texts, leg = "false"): Promise<Step> {
  await using place = await job({ files, environment: run });
  const tags = `${http}/compile-times/${crypto.randomUUID()}:1`;
  const more = { push: "true", mirrors: http, registries, "driver-opts": "network=host" };
  const step = await place.main({ ...more, tags, leg, ...inputs });
  await place.post();
  return passed(step);
}

async function merge(): Promise<Step> {
  const tags = `${http}/compile-times/legs:1`;
  const leg = await build({ platforms: amd64, file: "cross.Dockerfile", tags }, "true");
  const other = await build({ platforms: arm64, file: "cross.Dockerfile", tags }, "true");
  await using place = await job({ action: "merge", environment: run });
  const digests = JSON.stringify({ ...leg.outputs, ...other.outputs });
  const step = await place.main({ digests, tags, registries });
  await place.post();
  return passed(step);
}

function passed(step: Step): Step {
  if (step.exitCode !== 0) throw new Error(step.log);
  return step;
}

function note(kind: string, { milliseconds }: Step): void {
  const took = milliseconds / 1000;
  seconds[kind] = [...(seconds[kind] ?? []), took];
  console.error(`${kind}: ${took.toFixed(1)} s`);
}

function report(): void {
  const medians = Object.entries(seconds).map(([kind, all]) => [kind, median(all), all] as const);
  const of = (kind: string) => medians.find(([name]) => name === kind)?.[1] ?? Number.NaN;
  const legs = of("native") + of("merge of two legs");
  const ratio = of("both, one emulated, in one job") / legs;
  console.log(`${cpus()[0]?.model}, ${cpus().length} CPUs, ${rounds} rounds\n`);
  console.log("| Step | Seconds (median) | All |\n| --- | ---: | --- |");
  for (const [kind, middle, all] of medians) {
    const each = all.map((one) => one.toFixed(1)).join(", ");
    console.log(`| ${kind} | ${middle.toFixed(1)} | ${each} |`);
  }
  console.log(`\nEmulated in one job ÷ (native leg + merge): ${ratio.toFixed(1)}`);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
