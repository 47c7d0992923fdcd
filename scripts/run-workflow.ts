// Runs a workflow that uses this action, as GitHub does: each job with a home of its own. (act keeps
// only the outputs of the first job of a matrix.)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  evaluated,
  evaluatedAll,
  isToRun,
  type Status,
  type Value,
  type Values,
} from "./expressions.ts";
import { type JobOptions, job, type Step, type Texts } from "./run-action.ts";

const root = join(import.meta.dirname, "..");
const ours = /^OWNER\/crossbuild(?:\/(?<path>.+))?@v\d+(?:\.\d+\.\d+)?$/;

type StepText = {
  readonly uses?: string;
  readonly id?: string;
  readonly if?: Value;
  readonly with?: Values;
};
type JobText = {
  readonly uses?: string;
  readonly if?: Value;
  readonly needs?: string | readonly string[];
  readonly with?: Values;
  readonly secrets?: Values;
  readonly strategy?: { readonly matrix: Value; readonly "fail-fast"?: Value };
  readonly "continue-on-error"?: Value;
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
  /** Name → path → text, of what earlier jobs uploaded. */
  readonly artifacts?: Readonly<Record<string, Texts>>;
  /** Has the last word on the inputs of an action: `.`, `merge` or `matrix`. */
  readonly adapt?: (inputs: Texts, action: string) => Texts;
  /** The run whose failed jobs, and those that need them, run again. */
  readonly rerun?: RanWorkflow;
};

type Result = "success" | "failure" | "skipped";

/** One job's step that is ours, with the labels of the runner that it was for. */
export type RanStep = Step & {
  readonly action: string;
  readonly runsOn: Value;
  /** Inputs of actions/checkout in the same job; undefined if nothing was checked out. */
  readonly checkout: Values | undefined;
};

type RanJob = {
  /** What other jobs see. */
  readonly result: Result;
  readonly outputs: Values;
  readonly steps: readonly RanStep[];
  /** Each job of a matrix, or of a called workflow, by its number or name. */
  readonly parts: Readonly<Record<string, RanJob>>;
};

export type RanWorkflow = {
  readonly result: Result;
  readonly steps: readonly RanStep[];
  readonly outputs: Values;
  readonly jobs: Readonly<Record<string, RanJob>>;
};

const skipped: RanJob = { result: "skipped", outputs: {}, steps: [], parts: {} };

/**
 * Runs the workflow's jobs in the order of the file, which has to be that of their needs.
 *
 * @param path seen from the root: `examples/native-runners.yml`
 */
export async function runWorkflow(path: string, around: Around): Promise<RanWorkflow> {
  const { on, jobs: texts }: Workflow = parse(readFileSync(join(root, path), "utf8"));
  const declared = on.workflow_call ?? {};
  const { github = {}, secrets = {}, rerun } = around;
  const inputs = withDefaults(path, declared.inputs ?? {}, around.inputs ?? {});
  const jobs: Record<string, RanJob> = {};
  const contexts = { github, inputs, secrets };
  for (const [name, text] of Object.entries(texts)) {
    const needs = Object.fromEntries([text.needs ?? []].flat().map((one) => [one, jobs[one]]));
    const former = rerun?.jobs[name];
    const isKept =
      former?.result === "success" &&
      Object.keys(needs).every((one) => jobs[one] === rerun?.jobs[one]);
    jobs[name] = isKept
      ? former
      : await runJob(text, { ...contexts, needs }, { ...around, name, former });
  }
  const all = Object.values(jobs);
  const outputs = Object.entries(declared.outputs ?? {}).map(
    ([name, { value }]) => [name, evaluated(value, { ...contexts, jobs })] as const,
  );
  return {
    result: all.some(({ result }) => result === "failure") ? "failure" : "success",
    steps: all.flatMap(({ steps }) => steps),
    outputs: Object.fromEntries(outputs),
    jobs,
  };
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

type JobAround = Around & { readonly name: string; readonly former: RanJob | undefined };
type JobContexts = Values & { readonly needs: Readonly<Record<string, RanJob | undefined>> };

async function runJob(text: JobText, contexts: JobContexts, around: JobAround): Promise<RanJob> {
  const before = Object.values(contexts.needs).map((need) => need?.result);
  const status: Status = before.includes("failure") ? "failure" : "success";
  const condition = before.includes("skipped") && text.if === undefined ? "false" : text.if;
  if (!isToRun(condition, contexts, status)) return skipped;
  const { path } = ours.exec(text.uses ?? "")?.groups ?? {};
  if (path !== undefined) {
    const { files, environment, github, artifacts, adapt, former } = around;
    const rerun = former === undefined ? {} : { rerun: { ...former, jobs: former.parts } };
    const called = await runWorkflow(path, {
      ...{ files, environment, github, artifacts, adapt, ...rerun },
      inputs: evaluatedAll(text.with, contexts),
      secrets: evaluatedAll(text.secrets, contexts),
    } as Around);
    return { ...called, parts: called.jobs };
  }
  const parts: Record<string, RanJob> = {};
  const failFast = evaluated(text.strategy?.["fail-fast"] ?? true, contexts) === true;
  for (const [index, matrix] of combinations(
    evaluated(text.strategy?.matrix, contexts),
  ).entries()) {
    const former = around.former?.parts[index];
    const isOver = failFast && Object.values(parts).some(({ result }) => result === "failure");
    const own = { ...contexts, matrix };
    const ran =
      former?.result === "success" ? former : isOver ? skipped : await runSteps(text, own, around);
    const mayFail = evaluated(text["continue-on-error"] ?? false, own) === true;
    parts[index] = mayFail && ran.result === "failure" ? { ...ran, result: "success" } : ran;
  }
  const all = Object.values(parts);
  // A job of a matrix that leaves an output empty leaves it to the others.
  const outputs = all
    .flatMap((ran) => Object.entries(ran.outputs))
    .filter(([, value]) => value !== "");
  return {
    result: all.some(({ result }) => result === "failure") ? "failure" : "success",
    outputs: { ...all[0]?.outputs, ...Object.fromEntries(outputs) },
    steps: all.flatMap(({ steps }) => steps),
    parts,
  };
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

async function runSteps(text: JobText, contexts: Values, around: JobAround): Promise<RanJob> {
  const { environment = {}, adapt = (inputs: Texts) => inputs } = around;
  const ran: RanStep[] = [];
  const steps: Record<string, { readonly outputs: Texts }> = {};
  let files: Texts = {};
  let checkout: Values | undefined;
  let status: Status = "success";
  for (const { uses = "", id = "", if: condition, with: given } of text.steps ?? []) {
    if (!isToRun(condition, { ...contexts, steps }, status)) continue;
    const values = evaluatedAll(given, { ...contexts, steps });
    if (uses.startsWith("actions/checkout@")) {
      files = { ...files, ...around.files };
      checkout = values;
      continue;
    }
    if (uses.startsWith("actions/download-artifact@")) {
      files = { ...files, ...unpacked(values, around.artifacts ?? {}) };
      continue;
    }
    const known = ours.exec(uses);
    if (known === null) throw new Error(`no way to run ${uses}`);
    const action = (known.groups?.["path"] ?? ".") as NonNullable<JobOptions["action"]>;
    const variables = { GITHUB_JOB: around.name, ...environment };
    await using place = await job({ files, environment: variables, action });
    const inputs = Object.entries(values).map(([name, value]) => [name, String(value)]);
    const step = await place.main(adapt(Object.fromEntries(inputs), action));
    if (action !== "matrix") await place.post();
    steps[id] = { outputs: step.outputs };
    ran.push({ ...step, action, checkout, runsOn: evaluated(text["runs-on"], contexts) });
    if (step.exitCode !== 0) status = "failure";
  }
  // A job that failed has outputs too.
  const outputs = evaluatedAll(text.outputs, { ...contexts, steps });
  return { result: status === "success" ? "success" : "failure", outputs, steps: ran, parts: {} };
}

function unpacked({ name, path }: Values, artifacts: Readonly<Record<string, Texts>>): Texts {
  const artifact = artifacts[String(name)];
  if (artifact === undefined) throw new Error(`there is no artifact ${name}`);
  const entries = Object.entries(artifact).map(([file, text]) => [join(String(path), file), text]);
  return Object.fromEntries(entries);
}
