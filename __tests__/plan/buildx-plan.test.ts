import { describe, expect, test } from "vitest";
import { buildxNeedOf } from "../../src/inputs/buildx-needs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { assetName, assetPlatform, assetPlatforms, sumOf } from "../../src/plan/buildx-asset.ts";
import { type BuildxFacts, type BuildxPlan, planBuildx } from "../../src/plan/buildx-plan.ts";
import { knownReleases } from "../../src/plan/buildx-releases.ts";

const linux = { platform: "linux", arch: "x64", armVersion: undefined };
const amd64Sum = "48af8a397ebd60178778bf63611dbcebe5f5e7a9be90eb9147b24b9587455778";

async function plan(
  given: Readonly<Record<string, string>>,
  facts: Partial<BuildxFacts>,
): Promise<BuildxPlan> {
  const { inputs, problems } = await readInputs(new Map(Object.entries(given)));
  expect(problems).toEqual([]);
  const none = {
    installed: undefined,
    path: undefined,
    broken: [],
    latest: undefined,
    host: linux,
  };
  return planBuildx(inputs.buildx, { ...none, ...facts });
}

describe("planBuildx", () => {
  test.each([
    ["nothing is asked of a recent one", "", "v0.29.1"],
    ["nothing is asked of Debian's", "", "0.13.1+ds1"],
    ["nothing is asked of a build without a version", "", "a1b2c3d"],
    ["nothing is asked of one from `go install`", "", "v0.0.0+unknown"],
    ["it is the version asked for", "v0.29.1", "v0.29.1"],
    ["it is Debian's build of the version asked for", "0.29.1", "0.29.1+ds1"],
    ["it is in the range", ">=0.29 <0.30", "0.29.1+ds1"],
    ["it is the latest", "latest", "v0.36.1"],
  ])("uses what is there where %s", async (_, version, installed) => {
    const given: Record<string, string> = version === "" ? {} : { "buildx-version": version };
    expect(await plan(given, { installed, latest: "0.36.1" })).toMatchObject({
      kind: "use",
      version: installed,
    });
  });

  test.each([
    ["there is none", "", undefined, "0.36.1", "none is on the runner"],
    [
      "it is too old",
      "",
      "v0.12.1",
      "0.36.1",
      "the runner has v0.12.1, which is older than 0.13.0",
    ],
    [
      "another is asked for",
      "0.31.1",
      "v0.29.1",
      "0.31.1",
      "the runner has v0.29.1, and not v0.31.1",
    ],
    ["it is out of the range", "0.35.x", "v0.36.1", "0.35.0", "which is not in `0.35.x`"],
    ["it has no version, and one is asked for", "0.35.x", "a1b2c3d", "0.35.0", "not in `0.35.x`"],
    ["there is a later one", "latest", "v0.36.1", "0.37.0", "and not v0.37.0"],
  ])("installs one where %s", async (_, wanted, installed, version, why) => {
    const given: Record<string, string> = wanted === "" ? {} : { "buildx-version": wanted };
    const planned = await plan(given, { installed, latest: "0.37.0" });
    expect(planned).toMatchObject({ kind: "install", version });
    expect(planned.why).toContain(why);
  });

  test("names the file, where it is, and the sum that this action knows", async () => {
    const mirror = "https://mirror.test/buildx/";
    expect(await plan({ "buildx-download-url": mirror }, {})).toEqual({
      kind: "install",
      version: "0.36.1",
      why: "none is on the runner",
      asset: "buildx-v0.36.1.linux-amd64",
      url: "https://mirror.test/buildx/download/v0.36.1",
      sum: { sha256: amd64Sum, source: "this action's list of releases" },
      program: "docker-buildx",
    });
  });

  test("holds a checksum of the user's above the list, and the list above checksums.txt", async () => {
    const sha256 = "0".repeat(64);
    expect(await plan({ "buildx-checksum": sha256 }, {})).toMatchObject({ sum: { sha256 } });
    expect(await plan({ "buildx-version": "v0.31.1" }, {})).toMatchObject({ sum: undefined });
  });

  test("says which versions it knows where none is in the range", async () => {
    await expect(plan({ "buildx-version": ">=99" }, {})).rejects.toMatchObject({
      message: expect.stringMatching(
        /^`buildx-version`: no release that this action knows is in `>=99`; it knows v0\.36\.1, /,
      ),
      tryThis: "name a version, such as `v0.36.1`, or `latest`",
    });
  });

  test("says so where buildx has no release for the machine", async () => {
    const host = { platform: "aix", arch: "ppc64", armVersion: undefined };
    await expect(plan({}, { host })).rejects.toMatchObject({
      message: expect.stringMatching(/buildx has no release for aix on ppc64$/),
      tryThis: expect.stringContaining("install buildx on the runner"),
    });
    expect(await plan({}, { host, installed: "v0.29.1" })).toMatchObject({ kind: "use" });
  });
});

describe("assets", () => {
  test.each([
    ["linux", "x64", undefined, "buildx-v1.2.3.linux-amd64"],
    ["linux", "arm64", undefined, "buildx-v1.2.3.linux-arm64"],
    ["linux", "arm", "6", "buildx-v1.2.3.linux-arm-v6"],
    ["linux", "arm", "7", "buildx-v1.2.3.linux-arm-v7"],
    ["linux", "ppc64", undefined, "buildx-v1.2.3.linux-ppc64le"],
    ["linux", "riscv64", undefined, "buildx-v1.2.3.linux-riscv64"],
    ["linux", "s390x", undefined, "buildx-v1.2.3.linux-s390x"],
    ["darwin", "x64", undefined, "buildx-v1.2.3.darwin-amd64"],
    ["darwin", "arm64", undefined, "buildx-v1.2.3.darwin-arm64"],
    ["win32", "x64", undefined, "buildx-v1.2.3.windows-amd64.exe"],
    ["win32", "arm64", undefined, "buildx-v1.2.3.windows-arm64.exe"],
  ])("Node's %s on %s (%s) takes %s", (platform, arch, armVersion, name) => {
    const read = assetPlatform({ platform, arch, armVersion });
    expect(read.ok && assetName("1.2.3", read.value)).toBe(name);
  });

  test("other machines are refused", () => {
    for (const [platform, arch] of [
      ["win32", "ia32"],
      ["freebsd", "x64"],
      ["darwin", "s390x"],
      ["linux", "mips"],
    ] as const) {
      expect(assetPlatform({ platform, arch, armVersion: undefined }).ok).toBe(false);
    }
  });

  test("sums are read in both of sha256sum's forms, and of whole lines alone", () => {
    const [a, b] = ["a".repeat(64), "B".repeat(64)];
    const text = `${a} *buildx-v1.2.3.linux-amd64\r\n${b}  buildx-v1.2.3.linux-arm64\n${a.slice(1)}  cut\n${a}  buildx-v1.2.3.linux-s39`;
    expect(sumOf("buildx-v1.2.3.linux-amd64", text)).toBe(a);
    expect(sumOf("buildx-v1.2.3.linux-arm64", text)).toBe("b".repeat(64));
    expect(sumOf("cut", text)).toBeUndefined();
    expect(sumOf("buildx-v1.2.3.linux-s390x", text)).toBeUndefined();
  });

  test("the list of releases has sums, of programs that there are, each once", () => {
    const sums = Object.values(knownReleases).flatMap((release) => Object.values(release));
    for (const sum of sums) expect(sum).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(sums).size).toBe(sums.length);
    const names = Object.values(knownReleases).flatMap((release) => Object.keys(release));
    expect(assetPlatforms).toEqual(expect.arrayContaining([...new Set(names)]));
  });
});

test("an option raises the version that is needed, and says why", async () => {
  const { inputs } = await readInputs(new Map([["call", "check"]]));
  const need = buildxNeedOf(inputs.build);
  const found = { path: undefined, broken: [], latest: undefined, host: linux };
  const old = planBuildx(inputs.buildx, { ...found, installed: "v0.14.1" }, need);
  expect(old.kind).toBe("install");
  expect(old.why).toContain("older than 0.15.1, needed for `call`");
  const { kind } = planBuildx(inputs.buildx, { ...found, installed: "v0.15.1" }, need);
  expect(kind).toBe("use");
  const range = { ...inputs.buildx, version: { kind: "range", range: "0.14 - 0.36" } } as const;
  expect(planBuildx(range, { ...found, installed: "v0.14.1" }, need)).toMatchObject({
    kind: "install",
    version: "0.36.1",
  });
  const both = await readInputs(
    new Map([
      ["call", "check"],
      ["allow", "device"],
    ]),
  );
  expect(buildxNeedOf(both.inputs.build).version).toBe("0.22.0");
});

test("what is no buildx is none, and is named", async () => {
  const broken = ["/a/docker-buildx is no file", "/b/docker-buildx does not run: exit code 2"];
  const none = await plan({}, { broken });
  expect(none).toMatchObject({ kind: "install", why: broken.join("; ") });
  const another = await plan({}, { installed: "v0.29.1", path: "/c/docker-buildx", broken });
  expect(another).toMatchObject({ kind: "use", path: "/c/docker-buildx", broken });
});
