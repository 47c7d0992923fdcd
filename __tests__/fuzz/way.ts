// The way that a step's inputs go until something would be changed.

import { InputError, UserError } from "../../src/domain/errors.ts";
import { runFiles } from "../../src/effects/run-files.ts";
import { buildxNeedOf } from "../../src/inputs/buildx-needs.ts";
import { rawInputs } from "../../src/inputs/raw-inputs.ts";
import { planBuildx } from "../../src/plan/buildx-plan.ts";
import { planClient } from "../../src/plan/docker-client.ts";
import type { Event } from "../../src/plan/event-facts.ts";
import type { Plan } from "../../src/plan/make-plan.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import { annotationsOf, labelsOf } from "../../src/plan/names-labels.ts";
import { namesOf } from "../../src/plan/names-plan.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { type CheckedInputs, checkInputs } from "../../src/step/check-inputs.ts";
import { facts, foundBuildx, job, run } from "../plan/planned.ts";

export type Given = Readonly<Record<string, string>>;

/** As the runner hands inputs over: in variables, whose names are in upper case. */
export function raw(given: Given) {
  return rawInputs(
    Object.fromEntries(
      Object.entries(given).map(([name, text]) => [
        `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
        text,
      ]),
    ),
  );
}

/** Reads and checks the inputs of the main step, and plans what they ask for. */
export async function planFor(given: Given, event: Event): Promise<Plan> {
  const workflow = { ...run.workflow, commit: undefined };
  const files = runFiles("/nonexistent/run");
  const config = { folder: "/nonexistent/docker" };
  const around = { ...run, workflow, config, variables: process.env };
  const checked = await checkInputs(raw(given), { files, mask: () => {} }, around);
  const inputs = named(checked.inputs, event);
  planBuildx(inputs.buildx, foundBuildx, buildxNeedOf(inputs.build));
  const client = planClient(inputs, facts, run);
  const buildkitd = checked.buildkitdConfig;
  const asked = { inputs, config: buildkitd, client, context: checked.context, job };
  return makePlan(asked, facts, run);
}

function named(inputs: CheckedInputs["inputs"], event: Event): CheckedInputs["inputs"] {
  const { build } = inputs;
  if (!build.event.describes) return inputs;
  const moment = { event, now: 0, committed: 0 };
  const { version, tags } = namesOf(build, moment);
  const labels = labelsOf(build.event.labels, moment, version);
  const { annotations, annotationLevels } = build.event;
  const all = annotationsOf(annotations, annotationLevels, { moment, version });
  return { ...inputs, build: { ...build, tags, labels, annotations: all } };
}

/**
 * What is wrong with the way in which inputs were refused; none if all is as it should be.
 *
 * @param names of all inputs
 */
export function faultsOf(
  error: unknown,
  given: Given,
  names: readonly string[],
): readonly string[] {
  if (!(error instanceof UserError))
    return [`it crashed: ${error instanceof Error ? error.stack : error}`];
  const texts = error instanceof InputError ? error.problems : [error.message];
  const shown = failureText(error);
  const sources = JSON.stringify(given);
  const known = [...names, ...raw(given).keys()];
  const foreign = /undefined|\[object |NaN|^ +at .+:\d+:\d+\)?$/m.exec(shown)?.[0];
  return [
    ...texts.filter((text) => !namesInput(text, known, error)).map((text) => `no input: ${text}`),
    ...(foreign === undefined || sources.includes(foreign) ? [] : [`${foreign} in: ${shown}`]),
    ...(texts.some((text) => text.length > 4000) ? ["it is longer than anybody reads"] : []),
  ];
}

function namesInput(text: string, names: readonly string[], error: UserError): boolean {
  if (error instanceof InputError) return names.some((name) => text.startsWith(`\`${name}\`: `));
  return names.some((name) => text.includes(`\`${name}\``) || text.includes(`\`${name}: `));
}
