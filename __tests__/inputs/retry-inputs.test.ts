import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(new Map(Object.entries(given)));
const bounds = async (timeout: string) => (await read({ timeout })).inputs.patience.bounds;

describe("timeout", () => {
  test("is for each phase, and for some of them otherwise, in whatever order", async () => {
    expect(await bounds("build=2h,30m\npush=1m")).toEqual({
      ...{ probe: 1_800_000, buildx: 1_800_000, login: 1_800_000, emulators: 1_800_000 },
      ...{ builder: 1_800_000, build: 7_200_000, verification: 1_800_000 },
      ...{ pull: 300_000, push: 60_000 },
    });
  });

  test("0 is no bound", async () => {
    expect(await bounds("verification=0")).toMatchObject({
      verification: undefined,
      builder: 600_000,
    });
  });
});

test.each([
  [{ timeout: "soon" }, "`timeout`: `soon` is not a duration; one is `90s`, `5m` or `1h30m`"],
  [{ timeout: "biuld=5m" }, "`timeout`: `biuld` is not one of `probe`, .*did you mean `build`"],
  [{ timeout: "build" }, "`timeout`: `build` is not a duration"],
  [{ "retry-timeout": "5" }, "`retry-timeout`: `5` is not a duration.*`0` disables retries"],
  [{ compat: "on" }, "`compat`: `on` is not one of `auto`, `off`, `no-oci-artifact`"],
])("%j is refused", async (given, problem) => {
  expect((await read(given)).problems.join("\n")).toMatch(new RegExp(problem));
});
