// When a run may remove what another has made.
import { expect, test } from "vitest";
import { formatOwner, isGone, parseOwner } from "../../src/plan/cleanup-owner-text.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const now = Date.parse("2026-03-09T12:00:00Z");
const [boot, otherBoot] = [
  "0e8b1c2d-3f4a-4b5c-8d6e-7f8091a2b3c4",
  "b7c6d5e4-f3a2-4190-8877-665544332211",
];
const here = { boot, namespace: "4026531836", booted: now - 20 * day, now, isEngineHere: true };
const owner = { boot, namespace: "4026531836", pid: "77", started: "1234" };

test.each([
  ["its process runs", {}, { started: "1234" }, false],
  ["its process has ended", {}, {}, true],
  ["its process ID is another's by now", {}, { started: "9999" }, true],
  ["its process runs for longer than any job", {}, { started: "1234", made: now - 6 * day }, false],
  ["it is of a boot before this", { boot: otherBoot }, { made: now - 21 * day }, true],
  ["it is of another boot, and younger than this", { boot: otherBoot }, { made: now - day }, false],
  ["it ran in another container", { namespace: "1" }, { made: now - 4 * day }, false],
  ["it ran there before the longest job", { namespace: "1" }, { made: now - 6 * day }, true],
  ["it ran outside of the container", { pid: "0", started: "0" }, {}, false],
  ["it ran outside, before the longest job", { pid: "0" }, { made: now - 6 * day }, true],
  ["the engine serves others", {}, { isEngineHere: false }, false],
  ["the engine serves others, since long", {}, { isEngineHere: false, made: now - 6 * day }, true],
])("an owner of which is known that %s", (_, changes, found, gone) => {
  const { made = now - hour, started, isEngineHere = true } = found as Found;
  const place = { here: { ...here, isEngineHere }, started };
  expect(isGone({ ...owner, ...changes }, made, place)).toBe(gone);
});

type Found = {
  readonly made?: number;
  readonly started?: string;
  readonly isEngineHere?: boolean;
};

test("an owner is read as it was written, and nothing else is", () => {
  expect(parseOwner(formatOwner(owner))).toEqual(owner);
  for (const text of ["", "a:b:c:d", `${formatOwner(owner)}:1`, `x${formatOwner(owner)}`]) {
    expect(parseOwner(text)).toBeUndefined();
  }
});
