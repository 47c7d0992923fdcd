import { expect, test } from "vitest";
import { architectures } from "../../src/domain/platform.ts";
import { tinyProgram } from "../../src/plan/emulators-tiny-program.ts";

// Whether they run is asked of the real emulators: __tests__/e2e/emulators.test.ts.
test("there is a program for every architecture that there is an emulator for", () => {
  const without = architectures.filter((name) => tinyProgram(name) === undefined);
  expect(without).toEqual(["wasm"]);
});

test("a program is an ELF file whose one segment is all of it", () => {
  const file = tinyProgram("s390x") ?? new Uint8Array();
  const view = new DataView(file.buffer);
  expect([...file.slice(0, 7)]).toEqual([0x7f, 0x45, 0x4c, 0x46, 2, 2, 1]);
  expect(view.getUint16(18)).toBe(22);
  expect(view.getBigUint64(24)).toBe(0x400078n);
  expect(view.getBigUint64(64 + 32)).toBe(BigInt(file.length));
});
