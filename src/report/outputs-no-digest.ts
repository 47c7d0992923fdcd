// Why a build has no digest.
import type { ProofPlan } from "../plan/proof-plan.ts";

/** The reason, and how to get one; undefined if files alone were asked for. */
export function noDigestText({ exports }: Pick<ProofPlan, "exports">): string | undefined {
  switch (exports) {
    case "nothing":
      return "There is no digest, because the result stays in the builder's cache: set `push` or `load`, or export it with `outputs`";
    case "files":
      return undefined;
    case "image":
      return "There is no digest, because buildx reported none: the engine's classic image store may have none before a push";
  }
}
