// Makes a builder with a `name`, or joins the run that was quicker.

import { CommandError } from "../domain/errors.ts";
import type { KnownBuilder } from "../plan/builder-known.ts";
import type { CreatePlan } from "../plan/builder-new.ts";
import { ownerOption } from "../plan/cleanup-owner-text.ts";
import { isOfRuns } from "../plan/cleanup-record.ts";
import { createBuilder, type Ran } from "./builder-create.ts";
import type { SharedBuilder } from "./builder-shared.ts";
import type { Shell } from "./shell.ts";

/** What a run needs to share its builder. */
export type Sharing = {
  readonly shared: SharedBuilder;
  /** Looks for the builder. */
  probe(): Promise<KnownBuilder | undefined>;
  /** How it differs from what the inputs ask for. */
  differencesOf(found: KnownBuilder): readonly string[];
  /** Takes the builder out of what the run is to undo. */
  disown(): void;
};

type CreatedOrJoined = {
  readonly ran: readonly Ran[];
  /** Undefined if the run has created it itself. */
  readonly joined: { readonly differences: readonly string[] } | undefined;
};

/** How often the other may have removed what it was quicker to make. */
const mostTries = 5;

/** Creates the builder, or waits for the run that creates it at the same moment, and uses that one's. */
export async function createOrJoin(
  shell: Shell,
  plan: CreatePlan,
  sharing: Sharing | undefined,
): Promise<CreatedOrJoined> {
  if (sharing === undefined) return { ran: await createBuilder(shell, plan), joined: undefined };
  const { shared, probe } = sharing;
  for (let tries = 1; ; tries++) {
    await shared.say("creating");
    try {
      const ran = await createBuilder(shell, plan);
      await shared.say("using");
      return { ran, joined: undefined };
    } catch (error) {
      const isTaken = isTakenName(error, plan.name);
      await shared.say(isTaken ? "looking" : "using");
      if (!isTaken || tries === mostTries) throw error;
    }
    const found = await shared.whenQuiet(probe);
    if (found !== undefined) return await join(shell, plan, { ...sharing, found });
  }
}

async function join(
  shell: Shell,
  { name, boots }: CreatePlan,
  { shared, found, differencesOf, disown }: Sharing & { readonly found: KnownBuilder },
): Promise<CreatedOrJoined> {
  const mark = found.nodes[0]?.driverOpts[ownerOption];
  if (isOfRuns({ ...found, mark }, await shared.others())) await shared.say("using");
  else {
    disown();
    await shared.forget();
  }
  const boot = ["docker", "buildx", "inspect", "--bootstrap", name];
  if (boots) await shell.capture("booting the builder", boot);
  return { ran: [], joined: { differences: differencesOf(found) } };
}

// builder/builder.go of docker/buildx: Create
function isTakenName(error: unknown, name: string): boolean {
  return error instanceof CommandError && error.stderr.includes(`existing instance for "${name}"`);
}
