// What a run has for itself, and what the runner says of it.

import type { NodeCertificates } from "./builder-node.ts";
import type { Commit } from "./context-plan.ts";
import type { RunFiles } from "./run-files-plan.ts";

/** What the runner says of the workflow. */
type WorkflowFacts = {
  /** The page of the run; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
  /** Undefined outside of GitHub. */
  readonly commit: Commit | undefined;
  /** Whether builds get attestations without being asked to. */
  readonly attestsByDefault: boolean;
};

/** What a run has for itself. */
export type RunFacts = {
  /** A text that no other run has. */
  readonly runId: string;
  /** GitHub's ID of the workflow run: digits. */
  readonly workflowRun: string;
  readonly files: RunFiles;
  /** `formatOwner`'s text; undefined if that is never needed, or the machine does not say. */
  readonly owner: string | undefined;
  /** Whether the machine lives on when the job has ended. */
  readonly machine: "kept" | "thrown away";
  /** Where Go's programs look for certificate authorities: folders, separated by colons. */
  readonly certificateFolders: string;
  /** The runner's proxies, by the names of their variables. */
  readonly proxies: Readonly<Record<string, string>>;
  /** By the node's place in the builder. */
  readonly nodeCertificates: readonly NodeCertificates[];
  readonly workflow: WorkflowFacts;
};
