// What a run leaves to be undone: written down before it is done, read by the post step.

import * as v from "valibot";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { CreatePlan } from "./builder-new.ts";
import type { BuilderEnd } from "./builder-parts.ts";
import { instanceFile, partsOf } from "./builder-parts.ts";
import type { BuilderPlan } from "./builder-plan.ts";
import { cleanupOf } from "./builder-plan.ts";
import { recordFolder } from "./cleanup-record.ts";
import type { ClientPlan } from "./docker-client.ts";
import type { Facts, Machine } from "./machine.ts";
import type { Plan } from "./make-plan.ts";
import type { RunFacts } from "./run-facts.ts";

const undo = v.object({
  folder: v.string(),
  /** Files elsewhere that a run which was cut short may have left. */
  files: v.array(v.string()),
  /** The path of buildx; null if it is not known, and docker has to find it. */
  buildx: v.nullable(v.string()),
  /** What the commands that undo need in their environment. */
  environment: v.record(v.string(), v.string()),
  builder: v.nullable(
    v.object({
      name: v.string(),
      cleanup: v.picklist(["all", "all-but-state", "nothing"]),
      /** Whether other runs may use it too, as it has a name that was given. */
      isShared: v.boolean(),
      /** buildx's file of it. */
      file: v.string(),
      /** Its container in this client's engine, and buildx's files; null if only buildx can. */
      here: v.nullable(v.object({ container: v.string(), files: v.array(v.string()) })),
    }),
  ),
  /** The container that installs emulators, which a run that was cut short may have left. */
  emulators: v.nullable(v.string()),
  /** Where to look for what dead runs left; null: don't look. */
  sweep: v.nullable(v.object({ buildx: v.string(), isEngineHere: v.boolean() })),
  /** Whether what is left on the machine matters to anybody. */
  machine: v.picklist(["kept", "thrown away"]),
  /** Where the engine is: `unix:///var/run/docker.sock`. */
  endpoint: v.string(),
  /** The run's record for other runs; null if no other run needs it. */
  record: v.nullable(v.object({ path: v.string(), isEngineHere: v.boolean() })),
  /** The builder that becomes the current one, and those before it, the last one first. */
  current: v.nullable(
    v.object({
      name: v.string(),
      formers: v.array(v.string()),
      /** The file in which buildx keeps which one it is. */
      file: v.string(),
    }),
  ),
});

export type Undo = v.InferOutput<typeof undo>;

/** What became of a builder: `shared`: another run uses it; `foreign`: no run has made it. */
export type Removal = "removed" | "kept" | "shared" | "foreign";

type UndoFacts = Pick<RunFacts, "files" | "machine" | "runId"> &
  Pick<Machine, "endpoint" | "engine"> & {
    /** Undefined if nothing is built. */
    readonly builder?: BuilderInputs | undefined;
  };

/** What making docker and buildx ready may leave. */
export function undoClient(
  { plugins, dockerConfig }: ClientPlan,
  { files, machine, endpoint, engine, runId, builder }: UndoFacts,
): Undo {
  const path = `${recordFolder(dockerConfig.buildxFolder)}/${runId}`;
  const isEngineHere = engine !== undefined && engine.elsewhere === undefined;
  return {
    folder: files.folder,
    files: plugins.map(({ halfWritten }) => halfWritten),
    environment: dockerConfig.environment,
    buildx: null,
    builder: machine === "kept" ? sharedOf(builder, dockerConfig.buildxFolder) : null,
    emulators: null,
    sweep: null,
    machine,
    endpoint,
    record: machine === "kept" ? { path, isEngineHere } : null,
    current: null,
  };
}

/**
 * The builder that other runs may use too. From the moment that this one looks for it they may leave
 * it to this one, which has to remove it, even if it comes no further. Only the driver
 * docker-container has a mark by which a builder that no run has made is known.
 */
function sharedOf(asked: BuilderInputs | undefined, buildxFolder: string): Undo["builder"] {
  if (asked === undefined) return null;
  const { name, existing, driver } = asked;
  if (name === undefined || existing !== undefined || driver !== "docker-container") return null;
  const end = { here: partsOf(name, asked, buildxFolder), cleanup: cleanupOf(asked) };
  return endOf(name, { ...end, isShared: true }, buildxFolder);
}

/** The same, and what the rest of the run may leave. */
export function undoAll(
  client: Undo,
  { builder, emulation, current }: Plan,
  { engine, owner, buildxFolder }: Facts & Pick<RunFacts, "owner"> & BuildxFolder,
): Undo {
  const isOfRuns =
    builder.kind === "create" || (builder.kind === "existing" && builder.goes !== undefined);
  const sweeps = owner !== undefined && engine !== undefined && isOfRuns;
  return {
    ...client,
    sweep: sweeps ? { buildx: buildxFolder, isEngineHere: engine.elsewhere === undefined } : null,
    emulators: emulation.kind === "install" ? emulation.container : null,
    builder: builderOf(builder, buildxFolder),
    current: current && {
      ...current,
      formers: [...current.formers],
      file: `${buildxFolder}/current`,
    },
  };
}

type BuildxFolder = Pick<ClientPlan["dockerConfig"], "buildxFolder">;

function builderOf(plan: BuilderPlan, buildxFolder: string): Undo["builder"] {
  if (plan.kind === "engine") return null;
  const end = plan.kind === "create" ? plan : plan.goes;
  if (end === undefined) return null;
  return endOf(
    plan.name,
    { ...end, isShared: plan.kind === "existing" || plan.isShared },
    buildxFolder,
  );
}

function endOf(
  name: string,
  { here, cleanup, isShared }: BuilderEnd & Pick<CreatePlan, "isShared">,
  buildxFolder: string,
): NonNullable<Undo["builder"]> {
  return {
    ...{ name, cleanup, isShared, file: instanceFile(buildxFolder, name) },
    here: here === undefined ? null : { ...here, files: [...here.files] },
  };
}

/** @throws Error if the text is not what `JSON.stringify` made of an Undo */
export function parseUndo(text: string): Undo {
  return v.parse(undo, JSON.parse(text));
}
