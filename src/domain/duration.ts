// How long something may take.
import { type Parsed, parsed, refused } from "./parsed.ts";

const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** The maximum of Node's timers, in milliseconds: almost 25 days; a job lasts at most 5. */
const longest = 2 ** 31 - 1;

/**
 * Reads what Go writes, without fractions: `1h30m`, `90s`, `500ms`; `0` needs no unit. What is longer
 * than a timer can run is read as that.
 *
 * @returns milliseconds
 */
export function parseDuration(text: string): Parsed<number> {
  if (text === "0") return parsed(0);
  const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?(?:(\d{1,6})ms)?$/.exec(text);
  if (parts === null || text === "") {
    return refused(`\`${text}\` is not a duration; one is \`90s\`, \`5m\` or \`1h30m\``);
  }
  const [, hours = 0, minutes = 0, seconds = 0, rest = 0] = parts;
  const whole = Number(hours) * units.h + Number(minutes) * units.m + Number(seconds) * units.s;
  return parsed(Math.min(whole + Number(rest), longest));
}

/** `5400000` → `1h30m`; below a second `500ms`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < units.s) return `${Math.round(milliseconds)}ms`;
  const seconds = Math.round(milliseconds / units.s);
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join("");
}
