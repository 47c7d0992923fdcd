// What BuildKit's progress says of cache that could not be read or written.
import type { TimedLine } from "./build-progress.ts";

// `#3 importing cache manifest from …`, `#7 exporting cache to registry`: cache/remotecache and
// solver/llbsolver of moby/buildkit
const begins = /^#(\d+) ((?:importing cache manifest from|exporting cache to) .+)$/;
const fails = /^#(\d+) ERROR: (.+)$/;
// Before the first export there is none to import.
const isAbsent = /^importing .*(?:: not found$|manifest unknown)/i;

/** `exporting cache to registry: …`, one a failure; what is not there yet is none. */
export function cacheFailures(lines: readonly TimedLine[]): readonly string[] {
  const names = new Map<string, string>();
  return lines.flatMap(({ text }) => {
    const [, id = "", name] = begins.exec(text) ?? [];
    if (name !== undefined) names.set(id, name);
    const [, failed = "", words = ""] = fails.exec(text) ?? [];
    const what = names.get(failed);
    const failure = `${what}: ${words}`;
    return what === undefined || isAbsent.test(failure) ? [] : [failure];
  });
}
