// Which platforms a merged image has to have, and which it may lack.
import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { Complain, Fields } from "./fields.ts";
import type { PlatformFailure, PlatformLeg } from "./leg-texts.ts";
import { readPlatformList } from "./platform-list.ts";

export type WantedPlatforms = {
  /** Those that the index has to have, no more and no less. */
  readonly platforms: readonly Platform[];
  /**
   * If a job failed, the platforms without a leg that are not optional, or all if there is no leg:
   * nothing can be merged.
   */
  readonly failed: readonly MissingPlatform[];
  /** Optional platforms that have no leg, and what their job says of that, if it says anything. */
  readonly missing: readonly MissingPlatform[];
};

export type MissingPlatform = Pick<PlatformFailure, "platform"> & Partial<PlatformFailure>;

type Built = {
  readonly legs: readonly PlatformLeg[];
  readonly failures: readonly PlatformFailure[];
};

/**
 * Reads `platforms` and `optional-platforms`; by default every platform that has a leg, or a job that
 * failed, is wanted.
 *
 * @param complainOfLegs takes what the legs lack, or have too much
 */
export function readWanted(
  fields: Fields,
  { legs, failures }: Built,
  complainOfLegs: Complain,
): WantedPlatforms {
  const given = readPlatformList(fields, "platforms").platforms;
  const optional = readPlatformList(fields, "optional-platforms").platforms.map(formatPlatform);
  const tried = [...legs, ...failures].map(({ platform }) => platform);
  const wanted = given.length > 0 ? given : tried;
  const names = new Set(wanted.map(formatPlatform));
  const built = new Set(legs.map(({ platform }) => formatPlatform(platform)));
  for (const name of given.length > 0 ? optional.filter((one) => !names.has(one)) : []) {
    fields.complain("optional-platforms", `${name} is not in \`platforms\`; add it there too`);
  }
  const isOptional = ({ platform }: MissingPlatform) => optional.includes(formatPlatform(platform));
  const absent = wanted
    .filter((platform) => !built.has(formatPlatform(platform)))
    .map(
      (platform): MissingPlatform =>
        failures.find((one) => formatPlatform(one.platform) === formatPlatform(platform)) ?? {
          platform,
        },
    );
  const required = absent.filter((one) => !isOptional(one));
  // Without any leg there is no image, even if every platform is optional.
  const needed = legs.length === 0 && required.length === 0 ? absent : required;
  const hasFailed = needed.some(({ failure }) => failure !== undefined);
  for (const { platform } of hasFailed || legs.length === 0 ? [] : required) {
    complainOfLegs(
      "platforms",
      `${formatPlatform(platform)} has no leg in \`digests\`; did its job fail, or does it not declare \`leg-…\` as an output?`,
    );
  }
  for (const name of [...built].filter((one) => !names.has(one))) {
    complainOfLegs(
      "platforms",
      `${name} has a leg in \`digests\`, but is not in \`platforms\`; add it, or leave out the leg`,
    );
  }
  return {
    platforms: wanted.filter((platform) => built.has(formatPlatform(platform))),
    failed: hasFailed ? needed : [],
    missing: absent.filter(isOptional),
  };
}
