// Whatever the inputs are, they are taken or refused in words; nothing crashes and no shell reads them.
import { existsSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "../../src/domain/errors.ts";
import type { Inputs } from "../../src/inputs/inputs.ts";
import { readMerge } from "../../src/inputs/leg-merge-inputs.ts";
import { readMatrix } from "../../src/inputs/matrix-inputs.ts";
import { planBuildx } from "../../src/plan/buildx-plan.ts";
import { planClient } from "../../src/plan/docker-client.ts";
import { planMerge } from "../../src/plan/leg-merge.ts";
import { planMatrix } from "../../src/plan/matrix-plan.ts";
import { secretsOf } from "../../src/runner/secrets.ts";
import { eventFor } from "../plan/events.ts";
import { facts, foundBuildx, job, run } from "../plan/planned.ts";
import { promiseKept } from "../promise-kept.ts";
import { inCheckout } from "./checkout.ts";
import { givenInputs, inputNames } from "./given-inputs.ts";
import { settings } from "./runs.ts";
import { canary } from "./strange-texts.ts";
import { faultsOf, type Given, planFor, raw } from "./way.ts";

inCheckout();

const events = ["push refs/heads/main", "push refs/tags/v1.2.3", "pull_request octocat/fork"].map(
  (text) => eventFor(text),
);

const nothingBuilt = {
  config: undefined,
  builder: {
    ...{
      existing: undefined,
      name: undefined,
      driver: "remote" as const,
      nodes: [],
      buildkitdConfigs: [],
    },
    ...{ use: false, bootstrap: false, keepState: false, cleanup: false },
  },
} satisfies { readonly config: undefined; readonly builder: Inputs["builder"] };

const ways: Readonly<Record<string, (given: Given, choice: number) => unknown>> = {
  ".": (given, choice) => planFor(given, events[choice % events.length] ?? expect.fail()),
  merge: async (given) => {
    const { inputs, problems } = await readMerge(raw(given), run.workflowRun);
    if (problems.length > 0) throw new InputError(problems);
    secretsOf(inputs, run);
    const { config, ...dummies } = nothingBuilt;
    planBuildx(inputs.buildx, foundBuildx);
    const client = planClient({ ...inputs, ...dummies }, facts, run);
    return planMerge({ inputs, config, client, job }, facts, run);
  },
  matrix: (given) => {
    const { inputs, problems } = readMatrix(raw(given));
    if (problems.length > 0) throw new InputError(problems);
    return planMatrix(inputs);
  },
};

const shares = { ".": 0.8, merge: 0.12, matrix: 0.08 };

test("inputs are taken, or refused by name: nothing crashes, and nothing in them is run", async () => {
  let total = 0;
  for (const [action, share] of Object.entries(shares)) {
    const names = inputNames(action);
    const way = ways[action] ?? expect.fail();
    const ended = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(givenInputs(action), fc.nat(), async (given, choice) => {
        total += 1;
        try {
          await way(given, choice);
          ended.taken += 1;
        } catch (error) {
          ended.refused += 1;
          expect(faultsOf(error, given, names)).toEqual([]);
        }
      }),
      settings(share),
    );
    // Neither kind is tried by a few alone.
    expect(Math.min(ended.taken, ended.refused)).toBeGreaterThan(0.03 * ended.refused);
  }
  expect(existsSync(canary)).toBe(false);
  promiseKept({
    section: "secrets",
    fault: "10,000 generated inputs: strange, too long, nearly right",
    promise:
      "each is accepted, or refused with the name of the input; no crash, no stack trace, no shell",
    figure: `${total.toLocaleString("en")} inputs, 0 crashes`,
  });
}, 240_000);
