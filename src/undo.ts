// What a run leaves to be undone: written down before it is done, read by the post step.
import * as v from "valibot";
import type { ClientPlan } from "./plan/client.ts";
import type { Facts, Machine, RunFacts } from "./plan/facts.ts";
import type { CreatePlan, Plan } from "./plan/plan.ts";

const undo = v.object({
  folder: v.string(),
  /** Files elsewhere that a run which was cut short may have left. */
  files: v.array(v.string()),
  /** The path of buildx; null where it is not known, and docker has to find it. */
  buildx: v.nullable(v.string()),
  /** What the commands that undo need in their environment. */
  environment: v.record(v.string(), v.string()),
  builder: v.nullable(
    v.object({
      name: v.string(),
      cleanup: v.picklist(["all", "all-but-state", "nothing"]),
      /** Its container in this client's engine, and buildx's files; null where only buildx can. */
      here: v.nullable(v.object({ container: v.string(), files: v.array(v.string()) })),
    }),
  ),
  /** The container that installs emulators, which a run that was cut short may have left. */
  emulators: v.nullable(v.string()),
  /** Where to look for what dead runs left; null where nobody does. */
  sweep: v.nullable(v.object({ buildx: v.string(), isEngineHere: v.boolean() })),
  /** Whether what is left on the machine matters to anybody. */
  machine: v.picklist(["kept", "thrown away"]),
  /** Where the engine is: `unix:///var/run/docker.sock`. */
  endpoint: v.string(),
  /** The builder that was the current one, where ours takes its place. */
  formerBuilder: v.nullable(v.string()),
});

export type Undo = v.InferOutput<typeof undo>;

/** What making docker and buildx ready may leave. */
export function undoClient(
  { plugins, dockerConfig }: ClientPlan,
  { files, machine, endpoint }: Pick<RunFacts, "files" | "machine"> & Pick<Machine, "endpoint">,
): Undo {
  return {
    folder: files.folder,
    files: plugins.map(({ halfWritten }) => halfWritten),
    environment: dockerConfig.environment,
    buildx: null,
    builder: null,
    emulators: null,
    sweep: null,
    machine,
    endpoint,
    formerBuilder: null,
  };
}

/** The same, and what the rest of the run may leave. */
export function undoAll(
  client: Undo,
  { builder, emulation }: Plan,
  { builders, engine, owner, buildxFolder }: Facts & Pick<RunFacts, "owner"> & BuildxFolder,
): Undo {
  const sweeps = owner !== undefined && engine !== undefined && builder.kind === "create";
  return {
    ...client,
    sweep: sweeps ? { buildx: buildxFolder, isEngineHere: engine.elsewhere === undefined } : null,
    emulators: emulation.kind === "install" ? emulation.container : null,
    builder: builder.kind === "create" ? builderOf(builder) : null,
    formerBuilder: builder.use ? (builders?.current ?? null) : null,
  };
}

type BuildxFolder = Pick<ClientPlan["dockerConfig"], "buildxFolder">;

function builderOf({ name, here, cleanup }: CreatePlan): Undo["builder"] {
  return { name, cleanup, here: here === undefined ? null : { ...here, files: [...here.files] } };
}

/** @throws Error where the text is not what `JSON.stringify` made of an Undo */
export function parseUndo(text: string): Undo {
  return v.parse(undo, JSON.parse(text));
}
