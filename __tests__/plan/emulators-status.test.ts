import { expect, test } from "vitest";
import { parseBinfmtStatus } from "../../src/plan/emulators-status.ts";

test.each([
  ["nothing", "", undefined],
  ["an error", "cannot mount", undefined],
  ["a JSON that is cut off", '{"supported":["linux/arm64"', undefined],
  ["other JSON", '{"supported":1}', undefined],
  ["empty lists", '{"supported":null,"emulators":null}', { runs: [], handlers: [] }],
  [
    "lists",
    `{
  "supported": ["linux/amd64", "linux/amd64/v2", "linux/arm64", "linux/arm/v7", "linux/arm/v6"],
  "emulators": ["qemu-aarch64", "qemu-arm", "python3.12"]
}
`,
    { runs: ["amd64", "arm64", "arm"], handlers: ["qemu-aarch64", "qemu-arm", "python3.12"] },
  ],
])("reads %s", (_, stdout, status) => {
  expect(parseBinfmtStatus(stdout)).toEqual(status);
});
