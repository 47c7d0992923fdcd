// Layers of one platform's that another platform has, and should not.
import type { Digest } from "../domain/digest.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { StartedPrograms } from "./cpu-started.ts";
import type { ImageConfig } from "./image-manifest.ts";
import type { PlatformImage } from "./image-platforms.ts";

/** Platforms, `linux/amd64`, and what they have in common: "all their layers". */
export type Sharing = { readonly platforms: readonly string[]; readonly share: string };

type Layers = {
  readonly platform: Platform;
  readonly layers: readonly Layer[];
  /** Whether it has an ENTRYPOINT, and its file was not looked at. */
  readonly mayStartProgram: boolean;
};
type Layer = { readonly diffId: string; readonly made: LayerOrigin };

/**
 * How a layer was made, according to the config's history. `copied`: COPY put files there, which may be data.
 * `unpacked`: the same with ADD, which may be a root file system too. `program`: a program ran.
 * `elsewhere`: another tool made it, so that it is a base's.
 */
type LayerOrigin = "copied" | "unpacked" | "program" | "elsewhere";

/**
 * Each group of platforms whose layers most likely are one platform's. Two images of different
 * architectures are compared (variants of one may well share a base):
 *
 * 1. All layers are the same, and among them is one that can't be data: a program ran for it (RUN),
 *    another tool made it (so it belongs to a base image), it was unpacked into an image that had a
 *    command before it got its next layers (a base too), or the image has an ENTRYPOINT whose file
 *    was not found. An image from scratch that only has files copied into it is the same for every
 *    platform, and rightly so.
 * 2. The first layers are the same, one of them can't be data in the same sense, and what differs
 *    next is BuildKit's: then the base is the same, and base images differ by platform. Where the
 *    first layers were only copied (certificates into scratch, then a program for each platform),
 *    nothing is said. Nor where the layer that differs is another tool's: it still is a layer of
 *    the base, and the base differs (Bazel's images share such layers as time zones).
 *
 * If the bases differ, equal layers on top of them are nothing unusual.
 */
export function sharedLayers(
  platforms: readonly PlatformImage[],
  started: ReadonlyMap<Digest, StartedPrograms>,
): readonly Sharing[] {
  const images = platforms.map((image) => layersOf(image, started.get(image.digest)));
  const told = new Set<Layers>();
  return images.flatMap((image) => {
    if (told.has(image)) return [];
    const others = images.filter((other) => isSuspicious(image, other));
    const [first] = others;
    if (first === undefined) return [];
    const group = [image, ...others];
    for (const one of group) told.add(one);
    const share = isSame(image, first) ? "all their layers" : "the layers of their base";
    return [{ platforms: group.map(({ platform }) => formatPlatform(platform)), share }];
  });
}

function isSuspicious(one: Layers, other: Layers): boolean {
  if (one.platform.architecture === other.platform.architecture) return false;
  const differs = one.layers.findIndex(({ diffId }, at) => diffId !== other.layers[at]?.diffId);
  const count = differs === -1 ? one.layers.length : differs;
  const shared = one.layers.slice(0, count);
  const noData = shared.some(({ made }) => made === "program" || made === "elsewhere");
  if (isSame(one, other)) return count > 0 && (noData || one.mayStartProgram);
  const next = [one.layers[count], other.layers[count]];
  return noData && next.every((layer) => layer?.made !== "elsewhere");
}

function isSame(one: Layers, other: Layers): boolean {
  const ids = ({ layers }: Layers) => layers.map(({ diffId }) => diffId).join();
  return ids(one) === ids(other);
}

function layersOf(
  { platform, config }: PlatformImage,
  started: StartedPrograms | undefined,
): Layers {
  const hasEntrypoint = (config.config?.Entrypoint?.length ?? 0) > 0;
  const mayStartProgram = hasEntrypoint && started?.isFound !== "yes";
  return { platform, layers: layersIn(config), mayStartProgram };
}

// A root file system that has a command before another layer comes is an image of its own: a base.
function layersIn({ rootfs, history }: ImageConfig): readonly Layer[] {
  const steps = history ?? [];
  const last = steps.findLastIndex(({ empty_layer }) => !empty_layer);
  const command = steps.findLastIndex(
    ({ created_by }, at) =>
      at < last && /^(?:\S+ -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/.test(created_by),
  );
  const made = steps.flatMap(({ empty_layer, created_by }, at): LayerOrigin[] => {
    if (empty_layer) return [];
    const how = madeBy(created_by);
    return [how === "unpacked" && at < command ? "elsewhere" : how];
  });
  return (rootfs.diff_ids ?? []).map((diffId, at) => ({ diffId, made: made[at] ?? "copied" }));
}

/** `COPY a b # buildkit`, `/bin/sh -c #(nop) ADD file:… in /`, `RUN |1 A=b /bin/sh -c …` */
function madeBy(step: string): LayerOrigin {
  const instruction = step.replace(/^\S+ -c #\(nop\)\s+/, "");
  if (/^(?:COPY|WORKDIR)\b/.test(instruction)) return "copied";
  if (/^ADD\b/.test(instruction)) return "unpacked";
  return /^(?:RUN\b|(?:\|\d+ .*)?\/bin\/sh -c )/.test(instruction) ? "program" : "elsewhere";
}
