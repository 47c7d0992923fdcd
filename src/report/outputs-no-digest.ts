// Why a build has no digest.
import type { BuildProof } from "../plan/proof-plan.ts";

/** The reason, and how to get one; undefined if files alone were asked for. */
export function noDigestText(builds: readonly Pick<BuildProof, "exports">[]): string | undefined {
  const kinds = new Set(builds.map(({ exports }) => exports));
  switch (kinds.has("image") ? "image" : kinds.has("files") ? "files" : "nothing") {
    case "nothing":
      return "There is no digest, because the result stays in the builder's cache: set `push` or `load`, or export it with `outputs`";
    case "files":
      return undefined;
    case "image":
      return "There is no digest, because buildx reported none: the engine's classic image store may have none before a push";
  }
}
