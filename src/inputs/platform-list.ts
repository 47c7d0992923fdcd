// Lists of platforms, in which one may have several names.
import { formatPlatform, type Platform, parsePlatform } from "../domain/platform.ts";
import type { Fields } from "./fields.ts";

type PlatformList = {
  /** Each once. */
  readonly platforms: readonly Platform[];
  /** Duplicates under another name: `linux/arm64/v8 is linux/arm64`. */
  readonly repeated: readonly string[];
};

/** Reads a list; `linux/arm64,linux/arm64/v8` is one platform: database.go of containerd/platforms. */
export function readPlatformList({ list, complain }: Fields, name: string): PlatformList {
  const platforms = new Map<string, Platform>();
  const repeated = new Set<string>();
  for (const text of list(name, { commas: true })) {
    const read = parsePlatform(text);
    if (!read.ok) {
      complain(name, read.problem);
      continue;
    }
    const own = formatPlatform(read.value);
    if (platforms.has(own)) repeated.add(text === own ? own : `${text} is ${own}`);
    else platforms.set(own, read.value);
  }
  return { platforms: [...platforms.values()], repeated: [...repeated] };
}
