// What BuildKit's plain progress says of the names that it pushed.
import { type Digest, parseDigest } from "../domain/digest.ts";
import type { TimedLine } from "./build-progress.ts";

const event = /^#(\d+) (.+)$/;
// exporter/containerimage of moby/buildkit: the name of the vertex, and what it says while it works
const exporting = "exporting to image";
const made = /^exporting (manifest|manifest list) (sha256:[0-9a-f]{64})(?: |$)/;
// `pushing manifest for ghcr.io/o/app:1@sha256:…`; by digest `… for ghcr.io/o/app`: util/push/push.go
const pushed = /^pushing manifest for ([^\s@]+)(?:@(sha256:[0-9a-f]{64}))?(?: \d+\.\d+s)? done$/;
// What several nodes pushed is of no name yet: build/build.go of docker/buildx
const merging = /^merging manifest list /;

type Exporter = { name: string; list?: string; manifest?: string };

/**
 * The digest that each name was pushed with: `ghcr.io/o/app:1`, or `ghcr.io/o/app` if it was
 * pushed without a tag. Only a step that exports an image can say so, and not what a `RUN` prints.
 *
 * @param lines those that `isProgress` lets pass
 * @returns nothing if the progress does not tell, as with several nodes, whose index buildx makes
 */
export function pushedManifests(lines: readonly TimedLine[]): ReadonlyMap<string, Digest> {
  const vertexes = new Map<string, Exporter>();
  const digests = new Map<string, Digest>();
  for (const { text } of lines) {
    const [, id, rest] = event.exec(text) ?? [];
    if (id === undefined || rest === undefined) continue;
    const vertex = vertexes.get(id);
    if (vertex === undefined) {
      if (merging.test(rest)) return new Map();
      vertexes.set(id, { name: rest });
    } else if (vertex.name === exporting) {
      take(vertex, rest, digests);
    }
  }
  return digests;
}

function take(exporter: Exporter, rest: string, digests: Map<string, Digest>): void {
  const [, kind, root] = made.exec(rest) ?? [];
  if (kind === "manifest") exporter.manifest = root ?? "";
  if (kind === "manifest list") exporter.list = root ?? "";
  const [, name, own] = pushed.exec(rest) ?? [];
  const digest = parseDigest(own ?? exporter.list ?? exporter.manifest ?? "");
  if (name !== undefined && digest.ok) digests.set(name, digest.value);
}
