import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TimeoutError, UserError } from "../../src/domain/errors.ts";
import { phasesOf } from "../../src/effects/phases.ts";
import type { Shell } from "../../src/effects/shell.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { startTimeline } from "../../src/runner/timeline.ts";

/** A shell whose commands go on until they are ended. */
const patient = patientUntil();

function patientUntil(signal?: AbortSignal): Shell {
  return {
    capture: async (doing) => {
      await new Promise((resolve) => signal?.addEventListener("abort", resolve));
      throw new Error(`${doing} was ended`);
    },
    stream: async () => {},
    with: (options) => patientUntil(options.signal),
  };
}

async function phases(timeout: string) {
  const { inputs } = await readInputs(new Map([["timeout", timeout]]));
  return phasesOf(
    startTimeline(() => performance.now()),
    inputs.patience.bounds,
  );
}

describe("a phase", () => {
  test("gives what its work gives, in time or without a bound", async () => {
    const { run } = await phases("build=10s,login=0");
    expect(await run("build", patient, async () => 1)).toBe(1);
    expect(await run("login", patient, async () => 2)).toBe(2);
  });

  test("fails as its work fails", async () => {
    const { run } = await phases("build=10s");
    const failing = run("build", patient, async () => {
      throw new Error("no such file");
    });
    await expect(failing).rejects.toThrow("no such file");
  });

  test("whose time is up ends its commands, and says how long it might take", async () => {
    const { run } = await phases("build=20ms");
    const late = run("build", patient, (shell) => shell.capture("waiting", ["sleep"]));
    await expect(late).rejects.toThrow("the build phase took longer than 20ms");
    await expect(late).rejects.toBeInstanceOf(TimeoutError);
  });

  test("whose time is up tells what its work was told last, and no end that it made itself", async () => {
    const { run } = await phases("build=20ms");
    const told = (error: Error) =>
      run("build", patient, async (_, signal) => {
        await setTimeout(60_000, undefined, { signal }).catch(() => {});
        throw error;
      });
    const refused = new UserError("connect ECONNREFUSED");
    await expect(told(refused)).rejects.toMatchObject({ cause: refused });
    await expect(told(new Error("aborted"))).rejects.toMatchObject({ cause: undefined });
  });

  test("ends also where its work does not", async () => {
    const { run } = await phases("probe=20ms");
    const start = performance.now();
    await expect(
      run("probe", patient, () => setTimeout(60_000, 0, { ref: false })),
    ).rejects.toThrow(TimeoutError);
    expect(performance.now() - start).toBeLessThan(2020);
  });
});
