// Programs that are for another platform's CPU.
import type { Digest } from "../domain/digest.ts";
import { formatPlatform } from "../domain/platform.ts";
import { isForeign } from "./cpu-elf.ts";
import type { Program, StartedPrograms } from "./cpu-started.ts";
import { platformImages } from "./image-platforms.ts";
import type { Evidence } from "./proof-evidence.ts";
import { type Sharing, sharedLayers } from "./proof-shared-layers.ts";

/** A program that can't run if it is. */
type Foreign = Program & { readonly platform: string };

/**
 * A text for each reason to think that programs are for another platform's CPU: layers that platforms
 * share, and files that they start. What both tell of is one text.
 */
export function wrongCpu(evidence: Evidence): readonly string[] {
  const images = platformImages(evidence);
  const { started = new Map<Digest, StartedPrograms>() } = evidence;
  const foreign = images.flatMap(({ platform, digest }): Foreign[] =>
    (started.get(digest)?.programs ?? [])
      .filter(({ cpu }) => isForeign(cpu, platform.architecture))
      .map((program) => ({ ...program, platform: formatPlatform(platform) })),
  );
  const shared = sharedLayers(images, started);
  const isShared = (name: string) => shared.some(({ platforms }) => platforms.includes(name));
  return [
    ...shared.map((sharing) => textOfSharing(sharing, foreign)),
    ...textsOf(foreign.filter(({ platform }) => !isShared(platform))),
  ];
}

function textOfSharing({ platforms, share }: Sharing, foreign: readonly Foreign[]): string {
  const programs = foreign
    .filter(({ platform }) => platforms.includes(platform))
    .map(({ word, cpu }) => `\`${word}\` is for ${cpu}`);
  const which = programs.length === 0 ? "" : ` (${[...new Set(programs)].join(", ")})`;
  return `${platforms.join(", ")} share ${share}, so that the programs in them run on one of these at most${which}. The usual cause: the last stage is \`FROM --platform=$BUILDPLATFORM\`, which belongs on stages that only compile; or a program was not compiled for $TARGETARCH`;
}

function textsOf(foreign: readonly Foreign[]): readonly string[] {
  const platformsOf = new Map<string, string[]>();
  for (const { word, cpu, platform } of foreign) {
    const what = `\`${word}\`, which is a program for ${cpu}`;
    platformsOf.set(what, [...(platformsOf.get(what) ?? []), platform]);
  }
  return Array.from(platformsOf, ([what, platforms]) => {
    const start = platforms.length === 1 ? "starts" : "start";
    return `${platforms.join(", ")} ${start} ${what}. The usual causes: it was not compiled for $TARGETARCH, which \`ARG TARGETARCH=…\` hides by its default; or COPY or a download brings the same one for every platform`;
  });
}
