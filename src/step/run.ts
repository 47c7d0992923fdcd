// What a run is given.

import type { EnvironmentFacts } from "../effects/probe.ts";
import type { Shell } from "../effects/shell.ts";
import type { RawInputs } from "../inputs/raw-inputs.ts";
import type { EventVariables } from "../plan/event-facts.ts";
import type { RunFacts } from "../plan/run-facts.ts";
import type { TokenSource } from "../plan/sign-plan.ts";
import type { GitHub } from "../runner/github.ts";
import type { Timeline } from "../runner/timeline.ts";

/** What the runner's environment says. */
export type RunnerFacts = EnvironmentFacts &
  Omit<RunFacts, "runId" | "files" | "owner"> & {
    readonly event: EventVariables;
    /** Where the job gets its own token; undefined if it may have none. */
    readonly idToken: TokenSource | undefined;
    /** The job's key in the workflow: `build`; empty if no workflow runs. */
    readonly job: string;
    /** The runner's cache of tools, if it has one. */
    readonly toolCache: string | undefined;
    /** The step's environment. */
    readonly variables: Readonly<Record<string, string | undefined>>;
    readonly folders: {
      /** The step's working directory. */
      readonly working: string;
      /** Where the repository is checked out. */
      readonly workspace: string | undefined;
    };
  };

/** What a run is given: its inputs, its own name and folder, and the ports to the world. */
export type Run = {
  readonly raw: RawInputs;
  /** A text that no other run has. */
  readonly runId: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  readonly runner: RunnerFacts;
  readonly shell: Shell;
  readonly github: GitHub;
  readonly timeline: Timeline;
};
