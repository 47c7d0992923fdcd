import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { withoutInput } from "../../scripts/multiarch.ts";
import { usedTags } from "../../scripts/release.ts";
import { legOutput } from "../../src/domain/leg.ts";
import { architectures, formatPlatform, parsePlatform } from "../../src/domain/platform.ts";
import { readMerge } from "../../src/inputs/leg-merge-inputs.ts";
import { readMatrix } from "../../src/inputs/matrix-inputs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

type Step = { readonly with: Readonly<Record<string, string>> };

const file = new URL("../../.github/workflows/multiarch.yml", import.meta.url);
const { on, jobs } = parse(readFileSync(file, "utf8"));

test("each leg is handed over under its own name", () => {
  for (const [name, value] of Object.entries(jobs.build.outputs)) {
    expect(value).toBe(`\${{ steps.leg.outputs.${name} }}`);
  }
});

test.each(architectures.filter((name) => name !== "wasm"))(
  "a leg for linux/%s is handed over",
  (name) => {
    const platform = parsePlatform(`linux/${name}`);
    if (!platform.ok) throw new Error(platform.problem);
    expect(jobs.build.outputs).toHaveProperty(legOutput(formatPlatform(platform.value)));
  },
);

test("what the merge gives is what the workflow gives", () => {
  expect(Object.keys(jobs.merge.outputs)).toEqual(Object.keys(on.workflow_call.outputs));
  for (const name of Object.keys(jobs.merge.outputs)) {
    expect(jobs.merge.outputs[name]).toBe(`\${{ steps.merge.outputs.${name} }}`);
    expect(on.workflow_call.outputs[name].value).toBe(`\${{ jobs.merge.outputs.${name} }}`);
  }
});

test("the workflow gives its actions only inputs that they have", async () => {
  const given = (steps: readonly Step[]) => Object.keys(steps.at(-1)?.with ?? {});
  const { names } = await readInputs(new Map());
  expect(names).toEqual(expect.arrayContaining(given(jobs.build.steps)));
  const merge = await readMerge(new Map(), "1");
  expect(merge.names).toEqual(expect.arrayContaining(given(jobs.merge.steps)));
  expect(readMatrix(new Map()).names).toEqual(expect.arrayContaining(given(jobs.plan.steps)));
});

test("every input of the step is there, or left out for a reason", async () => {
  const { names } = await readInputs(new Map());
  const inputs = Object.keys(on.workflow_call.inputs);
  for (const name of names) {
    const reason = withoutInput[name];
    expect([name, inputs.includes(name)]).toEqual([name, reason === undefined]);
  }
  expect(names).toEqual(expect.arrayContaining(Object.keys(withoutInput)));
});

test("its actions are those of the release that it belongs to", () => {
  const { version } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  expect(usedTags(readFileSync(file, "utf8"))).toEqual([`v${version}`]);
});

test("nothing of an input gets into a script", () => {
  const steps = Object.values<{ readonly steps: readonly object[] }>(jobs).flatMap(
    (job) => job.steps,
  );
  expect(steps.filter((step) => "run" in step)).toEqual([]);
});
