// Dates in the format of Moment: https://momentjs.com/docs/#/displaying/format/
import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat.js";
import dayOfYear from "dayjs/plugin/dayOfYear.js";
import isoWeek from "dayjs/plugin/isoWeek.js";
import localizedFormat from "dayjs/plugin/localizedFormat.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import weekOfYear from "dayjs/plugin/weekOfYear.js";
import weekYear from "dayjs/plugin/weekYear.js";
import { UserError } from "../domain/errors.ts";

for (const plugin of [advancedFormat, dayOfYear, isoWeek, localizedFormat]) dayjs.extend(plugin);
for (const plugin of [timezone, utc, weekOfYear, weekYear]) dayjs.extend(plugin);

// Moment's tokens, and at last any other sign.
const tokens = new RegExp(
  [
    ...[/\[[^[]*\]/, /\\(?:Do|LTS|LT|([A-Za-z])\1*)/, /[DMQdWw]o|DDDo/],
    ...[/Y{4,6}|YY/, /M{1,4}|D{1,4}|d{1,4}/, /w{1,2}|W{1,2}|g{1,5}|G{1,5}/],
    ...[/H{1,2}|h{1,2}|k{1,2}|m{1,2}|s{1,2}|S{1,9}|ZZ?/, /LTS|LT|L{1,4}|l{1,4}/, /./],
  ]
    .map(({ source }) => source)
    .join("|"),
  "gs",
);

/** What dayjs has no token for, or another meaning than Moment. */
const own: Readonly<Record<string, (date: dayjs.Dayjs) => string>> = {
  DDD: (date) => String(date.dayOfYear()),
  DDDD: (date) => String(date.dayOfYear()).padStart(3, "0"),
  E: (date) => String(date.isoWeekday()),
  Y: (date) => date.format("YYYY"),
  e: (date) => date.format("d"),
  gg: (date) => String(date.weekYear()).slice(-2),
  GG: (date) => String(date.isoWeekYear()).slice(-2),
};
const known =
  /^(?:Do|wo|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|ww?|WW?|gggg|GGGG|HH?|hh?|kk?|mm?|ss?|LTS|LT|L{1,4}|l{1,4}|[QAa])$/;

/**
 * Formats an instant in a time zone.
 *
 * @param milliseconds since 1970
 * @throws UserError if the format has a token that is not supported
 */
export function formatDate(milliseconds: number, format: string, zone: string): string {
  const zoned = dayjs(milliseconds).tz(zone);
  // dayjs miscounts the weeks of a date that has a zone.
  const local = dayjs.utc(milliseconds).add(zoned.utcOffset(), "minute");
  return Array.from(format.matchAll(tokens), ([token]) => {
    if (/^\[./s.test(token)) return token.replace(/^\[|\]$/g, "");
    if (token.startsWith("\\")) return token.slice(1);
    if (/^S+$/.test(token)) return fraction(milliseconds, token.length);
    if (/^ZZ?$/.test(token)) return zoned.format(token);
    if (token === "x") return String(milliseconds);
    if (token === "X") return String(Math.floor(milliseconds / 1000));
    if (known.test(token)) return local.format(token);
    const mine = own[token];
    if (mine !== undefined) return mine(local);
    if (/^(?:[DMQdW]o|DDDo|Y{5,6}|g+|G+|[yNz])$/.test(token)) {
      throw new UserError(
        `the date format \`${format}\` has \`${token}\`, which is not supported; one that is: \`YYYYMMDD-HHmmss\``,
      );
    }
    return token;
  }).join("");
}

function fraction(milliseconds: number, digits: number): string {
  return String(new Date(milliseconds).getUTCMilliseconds())
    .padStart(3, "0")
    .padEnd(9, "0")
    .slice(0, digits);
}
