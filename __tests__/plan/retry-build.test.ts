import { describe, expect, test } from "vitest";
import { type FailedBuild, nextBuild } from "../../src/plan/retry-build.ts";
import { plan } from "./planned.ts";

const retry = { bound: 300_000, reboots: true };
const failed = (more: Partial<FailedBuild>): FailedBuild => ({
  ...{ verdicts: ["passing"], stepsDone: false, elapsed: 0, retryAfter: undefined },
  ...more,
});
const inputs = { tags: "a.test/b:1", push: "true" };

describe("the build that follows a failed one", () => {
  test("is the same as long as a step may not have been done", async () => {
    const { build } = await plan({ ...inputs, "no-cache": "true", "no-cache-filters": "a" });
    expect(build.command).toContain("--no-cache");
    const next = nextBuild(failed({}), build, retry);
    expect(next).toMatchObject({ command: build.command, pause: 1000 });
    expect(next?.why).not.toContain("no-cache");
  });

  test("does no step anew where all have been done", async () => {
    const { build } = await plan({ ...inputs, "no-cache": "true", "no-cache-filters": "a" });
    const next = nextBuild(failed({ stepsDone: true }), build, retry);
    const without = build.command.filter(
      (word) => !["--no-cache", "--no-cache-filter", "a"].includes(word),
    );
    expect(next?.command).toEqual(without);
    expect(next?.why).toContain("without `no-cache`");
  });

  test("has older attestations once, and keeps them, where a registry refuses the newer ones", async () => {
    const { build } = await plan(inputs);
    const older = ["--output", "type=image,push=true,oci-artifact=false"];
    const next = nextBuild(failed({ verdicts: ["artifacts"] }), build, retry);
    expect(next).toMatchObject({ pause: 0 });
    expect(next?.command.join(" ")).toContain(older.join(" "));
    const later = nextBuild(failed({ verdicts: ["artifacts", "passing"] }), build, retry);
    expect(later?.command).toEqual(next?.command);
    expect(nextBuild(failed({ verdicts: ["artifacts", "artifacts"] }), build, retry)).toBe(
      undefined,
    );
  });

  test.each([
    ["off", false],
    ["no-oci-artifact", true],
  ])("is none where compat is %s and the registry refuses attestations", async (compat, older) => {
    const { build } = await plan({ ...inputs, compat });
    expect(nextBuild(failed({ verdicts: ["artifacts"] }), build, retry)).toBe(undefined);
    expect(build.command.join(" ").includes("oci-artifact=false")).toBe(older);
  });

  test("leaves what an output says of artifacts as it is", async () => {
    const outputs = "type=registry,name=a.test/b:1,oci-artifact=true\ntype=local,dest=out";
    const { build } = await plan({ outputs, compat: "no-oci-artifact" });
    expect(build.command.join(" ")).not.toContain("oci-artifact=false");
    const plain = await plan({
      outputs: "type=registry,name=a.test/b:1",
      compat: "no-oci-artifact",
    });
    expect(plain.build.command).toContain("type=registry,name=a.test/b:1,oci-artifact=false");
  });

  test("is none where BuildKit went away for good", async () => {
    const { build } = await plan(inputs);
    const lost = failed({ verdicts: ["lost"] });
    expect(nextBuild(lost, build, retry)).toBeDefined();
    expect(nextBuild(lost, build, { ...retry, reboots: false })).toBe(undefined);
  });
});
