// `buildx-version`. Most workflows leave it out, and then nothing that reads versions is loaded.
import { gte, valid, validRange } from "semver";
import { type BuildxNeed, everyRun } from "./buildx-needs.ts";
import type { Complain } from "./fields.ts";

/** Versions are written without the `v`: `0.36.1`. */
export type WantedVersion =
  | { readonly kind: "any" }
  | { readonly kind: "latest" }
  | { readonly kind: "exact"; readonly version: string }
  | { readonly kind: "range"; readonly range: string };

/** @param need of the other inputs, which the version has to meet */
export function readVersion(text: string, need: BuildxNeed, complain: Complain): WantedVersion {
  const version = valid(text);
  if (version !== null) {
    complainOfOld(version, need, complain);
    return { kind: "exact", version };
  }
  if (validRange(text) !== null) return { kind: "range", range: text };
  complain(
    "buildx-version",
    `\`${text}\` is not a version; write \`latest\`, a version such as \`v0.36.1\`, or a range such as \`>=0.33\` or \`0.36.x\``,
  );
  return { kind: "any" };
}

function complainOfOld(version: string, need: BuildxNeed, complain: Complain): void {
  if (need === everyRun || gte(version, need.version)) return;
  complain(
    "buildx-version",
    `\`${version}\` is older than ${need.version}, the minimum for ${need.why}`,
  );
}
