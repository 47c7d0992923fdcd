// How the step's overhead grows with platforms, tags and repositories.

import { table } from "../page-tables.ts";
import type { Texts } from "../run-action.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { s } from "./comparison.ts";
import { makeBuilder } from "./machine.ts";
import { median } from "./median.ts";
import { environmentOf, keptBuilder, plainHttp, toml } from "./scenarios.ts";
import { runStep } from "./step.ts";

/** Seconds of each round. */
type Grown = { readonly whole: readonly number[]; readonly build: readonly number[] };
export type Growth = Readonly<Record<string, Grown>>;

// Nothing is run in the image, so that no emulator is needed and every platform does.
const dockerfile = "FROM scratch\nCOPY nonce /nonce\n";
const all = [
  ...["amd64", "arm64", "arm/v7", "386", "riscv64", "ppc64le", "s390x", "arm/v6"],
  ...["amd64/v2", "amd64/v3", "amd64/v4", "arm64/v9", "arm/v5", "loong64", "mips64", "mips64le"],
].map((name) => `linux/${name}`);
const more = ["freebsd/amd64", "freebsd/arm64", "darwin/amd64", "darwin/arm64"];

/** Platforms, tags, and repositories that the tags are spread over. */
type Case = readonly [number, number, number];
const cases: readonly Case[] = [
  ...[1, 2, 4, 8, 20].map((platforms): Case => [platforms, 1, 1]),
  ...[10, 50].map((tags): Case => [1, tags, 1]),
  ...[3, 10, 50].map((tags): Case => [1, tags, 3]),
];

/** With a builder that is there, so that what is left is looking, building and proving. */
export async function measureGrowth(rounds: number): Promise<Growth> {
  await makeBuilder(keptBuilder, toml);
  const grown: Record<string, { whole: number[]; build: number[] }> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const one of cases) {
      const files = { Dockerfile: dockerfile, nonce: crypto.randomUUID() };
      const options = { files, environment: environmentOf("self-hosted") };
      const { milliseconds, bars } = await runStep(inputsOf(one), options);
      const bar = bars.find(({ name }) => name === "build") ?? {
        start: Number.NaN,
        end: Number.NaN,
      };
      const build = (bar.end - bar.start) / 1000;
      console.error(`${nameOf(one)}, round ${round}: ${s(milliseconds / 1000)}, build ${s(build)}`);
      if (round === 0) continue;
      grown[nameOf(one)] ??= { whole: [], build: [] };
      grown[nameOf(one)]?.whole.push(milliseconds / 1000);
      grown[nameOf(one)]?.build.push(build);
    }
  }
  return grown;
}

/** Medians, and by how much the overhead is more than that of the first case. */
export function growthTable(growth: Growth): string {
  const rows = Object.entries(growth).map(([name, { whole, build }]) => ({
    name,
    whole: median(whole),
    build: median(build),
    overhead: median(whole.map((seconds, round) => seconds - (build[round] ?? Number.NaN))),
  }));
  const least = rows[0]?.overhead ?? Number.NaN;
  return table(
    ["", "The step", "`docker buildx build`", "Overhead", "Against the first"],
    rows.map(({ name, whole, build, overhead }) => [
      ...[name, s(whole), s(build), s(overhead)],
      `${overhead < least ? "−" : "+"}${s(Math.abs(overhead - least))}`,
    ]),
  );
}

function inputsOf([platforms, tags, repositories]: Case): Texts {
  const { STACK_REGISTRY_HTTP: host } = stackEnvironment();
  const names = Array.from(
    { length: tags },
    (_, index) => `${host}/bench/growth-${index % repositories}:${index}`,
  );
  return {
    registries: plainHttp,
    provenance: "mode=min",
    push: "true",
    builder: keptBuilder,
    qemu: "off",
    platforms: [...all, ...more].slice(0, platforms).join(","),
    tags: names.join("\n"),
  };
}

function nameOf([platforms, tags, repositories]: Case): string {
  return [count(platforms, "platform"), count(tags, "tag"), count(repositories, "repository")].join(
    ", ",
  );
}

function count(number: number, what: string): string {
  return `${number} ${number === 1 ? what : `${what}s`.replace("ys", "ies")}`;
}
