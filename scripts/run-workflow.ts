// Runs a workflow that uses this action, as GitHub does: each job with a home of its own. (act keeps
// only the outputs of the first job of a matrix.)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { evaluated, evaluatedAll, type Value, type Values } from "./expressions.ts";
import { type JobOptions, job, type Step, type Texts } from "./run-action.ts";

const root = join(import.meta.dirname, "..");
const ours = /^OWNER\/crossbuild(?:\/(?<path>.+))?@v\d+(?:\.\d+\.\d+)?$/;

type StepText = { readonly uses?: string; readonly id?: string; readonly with?: Values };
type JobText = {
  readonly uses?: string;
  readonly with?: Values;
  readonly secrets?: Values;
  readonly strategy?: { readonly matrix: Value };
  readonly "runs-on"?: Value;
  readonly outputs?: Values;
  readonly steps?: readonly StepText[];
};
type Declared = { readonly default?: Value; readonly value?: string };
type Workflow = {
  readonly on: {
    readonly workflow_call?: {
      readonly inputs?: Readonly<Record<string, Declared>>;
      readonly outputs?: Readonly<Record<string, Declared>>;
    };
  };
  readonly jobs: Readonly<Record<string, JobText>>;
};

/** What a workflow runs in. */
export type Around = Pick<JobOptions, "files" | "environment"> & {
  readonly github?: Values;
  readonly inputs?: Values;
  readonly secrets?: Values;
  /** Has the last word on the inputs of an action: `.`, `merge` or `matrix`. */
  readonly adapt?: (inputs: Texts, action: string) => Texts;
};

/** One job's step that is ours, with the labels of the runner that it was for. */
export type RanStep = Step & { readonly action: string; readonly runsOn: Value };

export type RanWorkflow = { readonly steps: readonly RanStep[]; readonly outputs: Values };

/**
 * Runs the workflow's jobs in the order of the file; a job that fails ends it.
 *
 * @param path seen from the root: `examples/native-runners.yml`
 */
export async function runWorkflow(path: string, around: Around): Promise<RanWorkflow> {
  const { on, jobs }: Workflow = parse(readFileSync(join(root, path), "utf8"));
  const declared = on.workflow_call ?? {};
  const { github = {}, secrets = {} } = around;
  const inputs = withDefaults(path, declared.inputs ?? {}, around.inputs ?? {});
  const needs: Record<string, { readonly outputs: Values }> = {};
  const steps: RanStep[] = [];
  const contexts = { github, inputs, secrets, needs };
  for (const [name, text] of Object.entries(jobs)) {
    const ran = await runJob(text, contexts, around);
    steps.push(...ran.steps);
    needs[name] = { outputs: ran.outputs };
    if (ran.steps.some(({ exitCode }) => exitCode !== 0)) return { steps, outputs: {} };
  }
  const outputs = Object.entries(declared.outputs ?? {}).map(
    ([name, { value }]) => [name, evaluated(value, { ...contexts, jobs: needs })] as const,
  );
  return { steps, outputs: Object.fromEntries(outputs) };
}

function withDefaults(
  path: string,
  declared: Readonly<Record<string, Declared>>,
  given: Values,
): Values {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`${path} has no input ${unknown.join(", ")}`);
  const defaults = Object.entries(declared).map(([name, field]) => [name, field.default ?? ""]);
  return { ...Object.fromEntries(defaults), ...given };
}

async function runJob(text: JobText, contexts: Values, around: Around): Promise<RanWorkflow> {
  const { path } = ours.exec(text.uses ?? "")?.groups ?? {};
  if (path !== undefined) {
    const inputs = evaluatedAll(text.with, contexts);
    return await runWorkflow(path, {
      ...around,
      inputs,
      secrets: evaluatedAll(text.secrets, contexts),
    });
  }
  const steps: RanStep[] = [];
  let outputs: Values = {};
  for (const matrix of combinations(evaluated(text.strategy?.matrix, contexts))) {
    const ran = await runSteps(text, { ...contexts, matrix }, around);
    steps.push(...ran.steps);
    // A job of a matrix that leaves an output empty leaves it to the others.
    const filled = Object.entries(ran.outputs).filter(([, value]) => value !== "");
    outputs = { ...ran.outputs, ...outputs, ...Object.fromEntries(filled) };
  }
  return { steps, outputs };
}

/** `{a: [1, 2]}` → `[{a: 1}, {a: 2}]`; `include` has them one by one. */
function combinations(matrix: Value): readonly Values[] {
  if (matrix === undefined) return [{}];
  const { include = [], ...lists } = matrix as Readonly<Record<string, readonly Value[]>>;
  if (Object.keys(lists).length === 0) return include as readonly Values[];
  return Object.entries(lists).reduce<readonly Values[]>(
    (all, [name, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

async function runSteps(text: JobText, contexts: Values, around: Around): Promise<RanWorkflow> {
  const { files = {}, environment = {}, adapt = (inputs: Texts) => inputs } = around;
  const ran: RanStep[] = [];
  const steps: Record<string, { readonly outputs: Texts }> = {};
  for (const { uses = "", id = "", with: given } of text.steps ?? []) {
    // The job's files are there already.
    if (uses.startsWith("actions/checkout@")) continue;
    const known = ours.exec(uses);
    if (known === null) throw new Error(`no way to run ${uses}`);
    const action = (known.groups?.["path"] ?? ".") as NonNullable<JobOptions["action"]>;
    await using place = await job({ files, environment, action });
    const inputs = Object.entries(evaluatedAll(given, { ...contexts, steps }));
    const texts = Object.fromEntries(inputs.map(([name, value]) => [name, String(value)]));
    const step = await place.main(adapt(texts, action));
    if (action !== "matrix") await place.post();
    steps[id] = { outputs: step.outputs };
    ran.push({ ...step, action, runsOn: evaluated(text["runs-on"], contexts) });
    if (step.exitCode !== 0) return { steps: ran, outputs: {} };
  }
  return { steps: ran, outputs: evaluatedAll(text.outputs, { ...contexts, steps }) };
}
