// The job's summary, in Markdown.
import { formatPlatform } from "../domain/platform.ts";
import { formatReference } from "../domain/reference.ts";
import { type Elsewhere, isElsewhere } from "../plan/elsewhere.ts";
import { isNative } from "../plan/emulation.ts";
import type { Engine } from "../plan/facts.ts";
import type { Manifest } from "../result/image.ts";
import type { Result } from "../result/result.ts";

/** What tells where each platform was built. */
export type BuiltOn = { readonly engine: Engine | undefined; readonly elsewhere: Elsewhere };

/** Tags, digest, and a row for each platform. */
export function summaryOf(result: Result, facts: BuiltOn): string {
  const { image, digest, tags } = result;
  const heading = "## Container image\n";
  if (image === undefined) {
    const built = digest === undefined ? "Built, and not exported." : `Built: \`${digest}\``;
    return `${heading}\n${built} Nothing was pushed.\n`;
  }
  const names = tags.map((tag) => `- \`${formatReference(tag)}\``);
  const rows = image.manifests.map((manifest) => rowOf(manifest, facts));
  return [
    heading,
    ...names,
    "",
    `Digest: \`${image.digest}\` (\`${image.mediaType}\`)`,
    "",
    "| Platform | Manifest | Manifest size | Built | Attestations |",
    "| --- | --- | ---: | --- | ---: |",
    ...rows,
    "",
  ].join("\n");
}

function rowOf(manifest: Manifest, { engine, elsewhere }: BuiltOn): string {
  const { platform, digest, size, attestations } = manifest;
  const far = engine === undefined || isElsewhere(platform, elsewhere);
  const built = far ? "on another machine" : isNative(platform, engine) ? "native" : "emulated";
  return `| ${formatPlatform(platform)} | \`${digest}\` | ${size} B | ${built} | ${attestations.length} |`;
}
