import { expect, test } from "vitest";
import { readMatrix } from "../../src/inputs/matrix-inputs.ts";
import { planMatrix } from "../../src/plan/matrix-plan.ts";

type Texts = Readonly<Record<string, string>>;

const read = (given: Texts) => readMatrix(new Map(Object.entries(given)));
const usual = ["ubuntu-24.04"];

test.each([
  [
    "GitHub's runners",
    "linux/amd64,linux/arm64",
    "",
    [
      ["linux/amd64", usual],
      ["linux/arm64", ["ubuntu-24.04-arm"]],
    ],
  ],
  [
    "emulated on amd64",
    "linux/arm/v7\nlinux/s390x",
    "",
    [
      ["linux/arm/v7", usual],
      ["linux/s390x", usual],
    ],
  ],
  ["each platform once", "linux/arm64/v8,linux/arm64", "", [["linux/arm64", ["ubuntu-24.04-arm"]]]],
  [
    "own labels",
    "linux/arm64",
    "linux/arm64=self-hosted, linux , ARM64",
    [["linux/arm64", ["self-hosted", "linux", "ARM64"]]],
  ],
  ["labels for others stay unused", "linux/amd64", "linux/arm64 = mine", [["linux/amd64", usual]]],
  ["a label with a comma", "linux/amd64", 'linux/amd64 = "a,b",c', [["linux/amd64", ["a,b", "c"]]]],
] as const)("%s", (_, platforms, runners, jobs) => {
  const { inputs, problems } = read({ platforms, ...(runners === "" ? {} : { runners }) });
  expect(problems).toEqual([]);
  expect(planMatrix(inputs).include.map(({ platform, runner }) => [platform, runner])).toEqual(
    jobs,
  );
});

test.each([
  [{}, "`platforms`: is empty; each platform gets a job"],
  [{ platforms: "linux/arm46" }, "did you mean `linux/arm64`?"],
  [{ platforms: "linux/arm64", runners: "mine" }, "`mine` is not `platform = label`"],
  [{ platforms: "linux/arm64", runners: "arm64 = mine" }, "`runners`: `arm64` is not a platform"],
  [{ platforms: "linux/arm64", runners: "linux/arm64 = " }, "is not `platform = label`"],
  [
    { platforms: "linux/arm64", runners: "linux/arm64=a\nlinux/arm64/v8=b" },
    "has linux/arm64 twice",
  ],
  [{ platforms: "linux/arm64", runner: "a" }, "did you mean `runners`?"],
])("%j is refused", (given, words) => {
  expect(read(given).problems.join("\n")).toContain(words);
});

test("a job that may fail says so", () => {
  const { inputs } = read({
    platforms: "linux/amd64,linux/riscv64",
    "optional-platforms": "linux/riscv64",
  });
  expect(planMatrix(inputs).include).toEqual([
    { platform: "linux/amd64", runner: usual },
    { platform: "linux/riscv64", runner: usual, optional: true },
  ]);
  expect(read({ platforms: "linux/amd64", "optional-platforms": "linux/arm64" }).problems).toEqual([
    "`optional-platforms`: linux/arm64 is not in `platforms`; add it there too",
  ]);
});

const noCheckout = {
  ...{ none: false, ref: "", submodules: "false", lfs: "false" },
  ...{ "fetch-depth": "1", "fetch-tags": "false" },
};

test.each([
  ["", noCheckout],
  ["none", { ...noCheckout, none: true }],
  [
    "submodules=recursive, fetch-depth=0",
    { ...noCheckout, submodules: "recursive", "fetch-depth": "0" },
  ],
  ["ref=v1.0\nlfs=true", { ...noCheckout, ref: "v1.0", lfs: "true" }],
])("checkout %j", (checkout, expected) => {
  const { inputs, problems } = read({ platforms: "linux/amd64", checkout });
  expect(problems).toEqual([]);
  expect(inputs.checkout).toEqual(expected);
});

test.each([
  ["none,lfs=true", "`none` is not `key=value`"],
  ["submodule=true", "did you mean `submodules`?"],
  ["lfs=yes", "`lfs` takes `true` or `false`"],
  ["ref=", "`ref` takes a branch, tag or commit"],
  ["__proto__=a", "`__proto__` is not one of"],
])("checkout %j is wrong", (checkout, words) => {
  expect(read({ platforms: "linux/amd64", checkout }).problems).toEqual([
    expect.stringContaining(words),
  ]);
});
