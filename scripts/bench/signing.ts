// The signatures of an image for three platforms, by the step and by cosign.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cosignSign } from "../../__tests__/signing/cosign-sign.ts";
import { type PrivateSigstore, privateSigstore } from "../../__tests__/signing/private-sigstore.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { type Comparison, s, verdict } from "./comparison.ts";
import { median } from "./median.ts";
import { environmentOf, newContext, threePlatforms } from "./scenarios.ts";
import type { StampedLine } from "./stamped-lines.ts";
import { runStep } from "./step.ts";

/** Seconds of each round: all signatures by the step, by one cosign for each, and by one for all. */
export type SigningTimes = Readonly<Record<"step" | "oneEach" | "oneForAll", readonly number[]>>;

export async function measureSigning(rounds: number): Promise<SigningTimes> {
  const compile = join(import.meta.dirname, "../stack/signing.ts");
  execFileSync(process.execPath, [compile], { stdio: ["ignore", process.stderr, process.stderr] });
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const seconds: Record<keyof SigningTimes, number[]> = { step: [], oneEach: [], oneForAll: [] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    await pause();
    const { step, references } = await signedByStep(sigstore);
    await pause();
    const oneEach = await timed(async () => {
      for (const reference of references) await byCosign([reference], sigstore);
    });
    await pause();
    const oneForAll = await timed(() => byCosign(references, sigstore));
    console.error(
      `signing, round ${round}: ${s(step)}, cosign for each ${s(oneEach)}, for all ${s(oneForAll)}`,
    );
    if (round === 0) continue;
    seconds.step.push(step);
    seconds.oneEach.push(oneEach);
    seconds.oneForAll.push(oneForAll);
  }
  return seconds;
}

/**
 * The log answers once a second. What is measured would begin at the same part of that second in
 * each round, since what comes before it ends with such an answer.
 */
async function pause(): Promise<void> {
  await sleep(1000 * Math.random());
}

async function signedByStep({ sigstore, environment }: PrivateSigstore) {
  const { lines } = await runStep(
    { ...threePlatforms, sign: "true", sigstore },
    { files: newContext(), environment: { ...environmentOf("self-hosted"), ...environment } },
  );
  const start = lines.findIndex(({ text }) => text.startsWith("::group::Signing the index"));
  const inGroup = lines.slice(start);
  const end = inGroup.find(({ text }) => text === "::endgroup::");
  const references = inGroup.flatMap(({ text }: StampedLine) => {
    const [, reference] = /^(?:index|linux\/\S+): (\S+@sha256:[0-9a-f]{64})$/.exec(text) ?? [];
    return reference === undefined ? [] : [reference];
  });
  if (end === undefined || references.length !== 4) throw new Error("the step has not signed");
  return { step: (end.at - (inGroup[0]?.at ?? end.at)) / 1000, references };
}

async function byCosign(references: readonly string[], sigstore: PrivateSigstore): Promise<void> {
  const http = references.every((one) => one.startsWith(stackEnvironment().STACK_REGISTRY_HTTP));
  const ended = await cosignSign(references, { sigstore }, { http });
  if (ended.exitCode !== 0) throw new Error(`cosign sign: ${ended.stderr}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The goal: a quarter of what `cosign sign` for each digest takes. */
export function signingRow({ step, oneEach, oneForAll }: SigningTimes): Comparison {
  const [ours, theirs, all] = [median(step), median(oneEach), median(oneForAll)];
  const goal = verdict(ours <= 0.25 * theirs, "≤ 0.25 ×");
  const words = `${s(theirs)} (cosign once for all: ${s(all)})`;
  return [
    "signing an index and three manifests",
    s(ours),
    words,
    `${(ours / theirs).toFixed(2)} ×`,
    goal,
  ];
}
