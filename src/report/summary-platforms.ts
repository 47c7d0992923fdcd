// The summary's table: a row for each platform.

import { formatPlatform, type Platform } from "../domain/platform.ts";
import { type Elsewhere, isElsewhere } from "../plan/builder-elsewhere.ts";
import { type BuildNode, nodeOf } from "../plan/builder-nodes.ts";
import { isNative } from "../plan/emulators-plan.ts";
import type { Engine } from "../plan/engine.ts";
import { stepsFor } from "../result/build-platform-steps.ts";
import type { Progress } from "../result/build-progress.ts";
import type { Manifest } from "../result/image.ts";
import { codeCell, cut, formatBytes, formatSeconds, table, unbroken } from "./markdown.ts";

/** Where each platform was built. */
export type Places = {
  readonly engine: Engine | undefined;
  readonly elsewhere: Elsewhere;
  readonly nodes: readonly BuildNode[];
};

/** A platform, and what the registry has of it. */
export type Row = { readonly platform: Platform; readonly manifest: Manifest | undefined };

type Column = readonly [heading: string, cell: (row: Row) => string | undefined];

const longestNode = 80;

/** Lines of Markdown, without the columns that nothing is known for. */
export function platformTable(
  rows: readonly Row[],
  { progress, places }: { readonly progress: Progress; readonly places: Places },
): readonly string[] {
  const steps = ({ platform }: Row) => {
    const own = stepsFor(progress, formatPlatform(platform));
    return own.steps.length === 0 ? undefined : own;
  };
  const columns: readonly Column[] = [
    ["Platform", ({ platform }) => formatPlatform(platform)],
    ["Size:", ({ manifest }) => sizeOf(manifest)],
    ["Built", ({ platform }) => placeOf(platform, places, codeCell)],
    ["Time:", (row) => steps(row) && formatSeconds(steps(row)?.seconds ?? 0)],
    ["Cached:", (row) => steps(row) && unbroken(`${steps(row)?.cached} of ${steps(row)?.of}`)],
    // Last and small, so that the page is wide enough for it.
    ["Digest", ({ manifest }) => manifest && `<sub>\`${manifest.digest}\`</sub>`],
  ];
  const known = columns.filter(([, cell]) => rows.some((row) => cell(row) !== undefined));
  return table(
    known.map(([heading]) => heading),
    rows.map((row) => known.map(([, cell]) => cell(row) ?? "")),
  );
}

function sizeOf(manifest: Manifest | undefined): string | undefined {
  return manifest?.layersSize === undefined ? undefined : formatBytes(manifest.layersSize);
}

/** `native`, `emulated`, or where else: `on node arm`. */
export function placeOf(
  platform: Platform,
  { engine, elsewhere, nodes }: Places,
  quote = (name: string) => name,
): string {
  if (engine !== undefined && !isElsewhere(platform, elsewhere)) {
    return isNative(platform, engine) ? "native" : "emulated";
  }
  const node = nodeOf(platform, nodes);
  return node === undefined ? "on another machine" : `on node ${quote(cut(node, longestNode))}`;
}
