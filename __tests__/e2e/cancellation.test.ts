// A step that is cancelled: the runner sends SIGINT, 7.5 seconds later SIGTERM, and then SIGKILL.
import { expect, test } from "vitest";
import { builderFiles, leftoversOf } from "../../scripts/job-leftovers.ts";
import { type Job, job, type Step } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { docker, everything } from "./docker.ts";
import { newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { ownBuilder } from "./own-builder.ts";
import { isServed } from "./registry.ts";

const moments = 20;
const runnersPatience = 7500;
const signals = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

const pushes = () => ({
  ...privateRegistry,
  platforms: "linux/amd64",
  tags: `${stack.STACK_REGISTRY_HTTP}/${newRepository()}:1`,
  push: "true",
});

test("a step that is cancelled leaves nothing, whatever it was doing, before the runner kills it", {
  timeout: 300_000,
}, async () => {
  const whole = await measure();
  const before = await everything();
  const cancelled: Step[] = [];
  for (let moment = 1; moment <= moments; moment += 2) {
    const ends = signals.map(([signal, exitCode], index) =>
      cancel((whole * (moment + index)) / moments, signal, exitCode),
    );
    cancelled.push(...(await Promise.all(ends)).filter((step) => step !== undefined));
    expect(await everything()).toEqual(before);
    expect(await builderFiles()).toEqual([]);
  }
  expect(cancelled.length).toBeGreaterThan(moments / 2);
  expect(cancelled.map(lastLine)).toContainEqual(expect.stringContaining("building the image"));
  const longest = Math.max(...cancelled.map(({ endedAfter = Infinity }) => endedAfter));
  expect(longest).toBeLessThan(runnersPatience);
  promiseKept({
    section: "cancellation",
    fault: "SIGINT or SIGTERM at 20 moments spread over a run",
    promise:
      "processes, builder, container, volume and files are gone within 7.5 s, after which the runner would kill the step",
    figure: `${cancelled.length} cancelled, 0 leftovers, longest ${seconds(longest)}`,
  });
});

async function measure(): Promise<number> {
  await using place = await slowBuild();
  const main = await place.main(pushes());
  expect(main.exitCode, main.log).toBe(0);
  await place.post();
  return main.milliseconds;
}

async function cancel(killAt: number, signal: NodeJS.Signals, exitCode: number): Promise<Step> {
  await using place = await slowBuild();
  const main = await place.main(pushes(), { killAt, signal });
  // It was over, though its process may not have been gone yet.
  const isOver = main.exitCode === null && lastLine(main).startsWith("Pushed");
  if (main.exitCode === 0 || isOver) {
    await place.post();
    return main;
  }
  // Node itself has hardly begun: the signal ends it.
  const isTooEarly = main.exitCode === null && main.log === "";
  expect(isTooEarly ? exitCode : main.exitCode, main.log).toBe(exitCode);
  expect(isTooEarly ? "Cancelled" : lastLine(main)).toMatch(/^Cancelled/);
  for (const [, token] of main.log.matchAll(/::stop-commands::(\S+)/g)) {
    expect(main.log).toContain(`\n::${token}::\n`);
  }
  expect(await leftoversOf(place)).toEqual([]);
  expect((await place.post()).log).toBe("");
  return main;
}

const slowBuild = (): Promise<Job> =>
  job({ files: { Dockerfile: "FROM alpine:3.19\nRUN sleep 1\n" } });

function lastLine({ log }: Step): string {
  return log.trim().split("\n").at(-1) ?? "";
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

// Node takes longer to start than this: no state is saved.
const beforeAnyState = 10;

test.each([
  [".", pushes()],
  ["merge", { tags: pushes().tags, digests: "{}" }],
] as const)(
  "post of %s does nothing where main was ended before it began",
  async (action, inputs) => {
    await using place = await job({ action, files: { Dockerfile: "FROM alpine:3.19\n" } });
    const before = await everything();
    const main = await place.main(inputs, { killAt: beforeAnyState, signal: "SIGINT" });
    expect(main).toMatchObject({ exitCode: null, log: "" });
    const post = await place.post();
    expect(post).toMatchObject({ exitCode: 0, log: "", outputs: {}, summary: "" });
    expect(await everything()).toEqual(before);
    const [host = "", repository = ""] = inputs.tags.split(/\/(.*):/);
    expect(await isServed(host, repository, "1")).toBe(false);
  },
);

test.each(["SIGINT", "SIGKILL"] as const)(
  "a builder that others use, too, is kept, and no build goes on in it, after %s",
  async (signal) => {
    await using builder = await ownBuilder();
    const before = await everything();
    await using place = await job({
      files: { Dockerfile: "FROM alpine:3.19\nRUN echo it sleeps && sleep 300\n" },
    });
    const inputs = { builder: builder.name, tags: "none/none:1" };
    const main = await place.main(inputs, { killAt: /it sleeps\n/, signal });
    const post = await place.post();
    expect(main.exitCode, main.log).toBe(signal === "SIGINT" ? 130 : null);
    expect(await leftoversOf(place), post.log).toEqual([]);
    await expect
      .poll(() => docker("top", `buildx_buildkit_${builder.name}0`), { timeout: 5000 })
      .not.toContain("sleep 300");
    expect(await everything()).toEqual(before);
  },
);

test("the container that installs emulators ends with the step", async () => {
  const image = `crossbuild-test/slow-binfmt:${crypto.randomUUID()}`;
  const container = await docker("create", stack.STACK_BUILDKIT_IMAGE);
  const entrypoint = 'ENTRYPOINT ["sh", "-c", "echo it installs && sleep 300"]';
  await docker("commit", "--change", entrypoint, container, image);
  await docker("rm", container);
  try {
    const before = await everything();
    await using place = await job({ files: { Dockerfile: "FROM alpine:3.19\n" } });
    const ended = place.main(
      { ...privateRegistry, qemu: "mips64", "binfmt-image": image },
      { killAt: /Builder crossbuild-\w+ booted/, signal: "SIGINT" },
    );
    await expect.poll(() => docker("ps"), { timeout: 60_000 }).toContain("-binfmt");
    const main = await ended;
    expect(main.exitCode, main.log).toBe(130);
    expect(main.log).toContain("Cancelled while installing emulators");
    expect(main.endedAfter).toBeLessThan(runnersPatience);
    expect(await everything()).toEqual(before);
    expect(await leftoversOf(place)).toEqual([]);
  } finally {
    await docker("image", "rm", image);
  }
});
