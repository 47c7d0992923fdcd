// Expected is what Moment makes of the same instant and format.
import { expect, test } from "vitest";
import { formatDate } from "../../src/plan/names-date-format.ts";

const instant = Date.parse("2017-04-30T04:53:04.417Z");
const newYear = Date.parse("2021-01-01T00:00:00Z");

test.each([
  [instant, "YYYYMMDD-HHmmss", "UTC", "20170430-045304"],
  [instant, "YYYY-MM-DDTHH:mm:ss.SSSZ", "America/New_York", "2017-04-30T00:53:04.417-04:00"],
  [instant, "YY.M.D H:m:s", "Asia/Kolkata", "17.4.30 10:23:4"],
  [instant, "dddd, MMMM Do YYYY, h:mm:ss a", "UTC", "Sunday, April 30th 2017, 4:53:04 am"],
  [instant, "YYYY[W]WW [o'clock] [[x]", "UTC", "2017W17 o'clock [x"],
  [instant, "w ww wo gggg", "America/New_York", "18 18 18th 2017"],
  [instant, "DDD DDDD E e d Q k kk", "UTC", "120 120 7 0 0 2 4 04"],
  [instant, "X x S SS SSSS", "Asia/Tokyo", "1493527984 1493527984417 4 41 4170"],
  [instant, "\\Y\\YYY A ZZ", "Australia/Lord_Howe", "YYYY PM +1030"],
  [instant, "LT L LL", "UTC", "4:53 AM 04/30/2017 April 30, 2017"],
  [newYear, "GGGG-[W]WW GG gg DDDD", "UTC", "2020-W53 20 21 001"],
  [newYear, "YYYYMMDD", "Pacific/Kiritimati", "20210101"],
  [newYear, "YYYYMMDD", "America/Los_Angeles", "20201231"],
])("%d as %s in %s", (milliseconds, format, zone, text) => {
  expect(formatDate(milliseconds, format, zone)).toBe(text);
});

test.each(["Mo", "YYYYYY", "N", "z"])("%s is not supported", (format) => {
  expect(() => formatDate(instant, format, "UTC")).toThrow(
    `the date format \`${format}\` has \`${format}\`, which is not supported`,
  );
});
