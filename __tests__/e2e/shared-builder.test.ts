// A builder with a `name`, which several jobs of one machine make, use and remove side by side.
import { join } from "node:path";
import { expect, test } from "vitest";
import { builderFiles } from "../../scripts/job-leftovers.ts";
import { type Job, job, type Step } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { docker, everything } from "./docker.ts";
import { privateRegistry, stack } from "./inputs-for.ts";
import { killAt, worker } from "./worker.ts";

const quick = { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" };
const slow = (seconds: number) => ({
  Dockerfile: `FROM alpine:3.19\nRUN echo it sleeps && sleep ${seconds}\n`,
});
const builder = () => ({
  ...{ ...privateRegistry, platforms: "linux/amd64" },
  name: `Shared-${crypto.randomUUID()}`,
});
const rounds = 4;

/** Lets a job begin, and returns once its log has the text. */
async function begun(
  inputs: Readonly<Record<string, string>>,
  text: string,
  seconds: number,
): Promise<{ place: Job; ended: Promise<Step> }> {
  let said = "";
  const print = (more: string) => {
    said += more;
  };
  const place = await job({ files: slow(seconds), print });
  const ended = place.main(inputs);
  await expect.poll(() => said, { timeout: 60_000 }).toContain(text);
  return { place, ended };
}

function expectGood(...steps: readonly Step[]): void {
  for (const { exitCode, log } of steps) {
    expect(exitCode, log).toBe(0);
    // Nothing is pushed here, of which a build warns.
    expect(log.replaceAll(/^::warning::There is no digest.*$/gm, "")).not.toContain("::warning");
  }
}

test("jobs that create a builder of one name at the same moment share it, and the last removes it", async () => {
  const before = await everything();
  for (let round = 1; round <= rounds; round++) {
    const inputs = builder();
    await using first = await job({ files: quick });
    await using second = await job({ files: quick });
    await using third = await job({ files: quick });
    const oneJob = async (place: Job) => [await place.main(inputs), await place.post()];
    const steps = (await Promise.all([first, second, third].map(oneJob))).flat();
    expectGood(...steps);
    expect(await everything()).toEqual(before);
    expect(await builderFiles()).toEqual([]);
  }
  promiseKept({
    section: "cancellation",
    fault: "several jobs make and use a builder of one `name` at the same moment",
    promise:
      "one creates it, the others use it, none removes it from under another, and the last one removes it",
    figure: `${rounds} rounds of 3 jobs: 0 failures, 0 leftovers`,
  });
});

test("the first job's post leaves the builder to the second, which builds on it and removes it", async () => {
  const before = await everything();
  const inputs = builder();
  await using first = await job({ files: quick });
  const made = await first.main(inputs);
  const second = await begun(inputs, "it sleeps\n", 4);
  await using _ = second.place;
  const left = await first.post();
  expect(left.log).toContain(
    `Builder ${inputs.name} is still in use by another run, and is left to it`,
  );
  const built = await second.ended;
  expectGood(made, left, built, await second.place.post());
  expect(await everything()).toEqual(before);
  expect(await builderFiles()).toEqual([]);
});

test("a job that is cancelled leaves the builder to the one that builds on it", async () => {
  const before = await everything();
  const inputs = builder();
  const first = await begun(inputs, "it sleeps\n", 6);
  await using _ = first.place;
  await using second = await job({ files: slow(60) });
  const cancelled = await second.main(inputs, { killAt: /it sleeps\n/, signal: "SIGINT" });
  expect(cancelled.exitCode, cancelled.log).toBe(130);
  expect(cancelled.log).toMatch(
    /^Cancelled .* is still in use by another run, and is left to it$/m,
  );
  expectGood(await first.ended, await first.place.post());
  expect(await everything()).toEqual(before);
  expect(await builderFiles()).toEqual([]);
});

test.each([
  ["as soon as it has looked around", /Docker engine/],
  ["while it makes the builder", /BuildKit's image/],
  ["while it builds", /it sleeps\n/],
])(
  "after a job that was killed %s, the next one takes the builder over, and removes it",
  async (_, at) => {
    const before = await everything();
    const inputs = builder();
    await using dead = await job({ files: slow(300), under: worker });
    await killAt(dead, inputs, at);
    await using next = await job({ files: quick });
    expectGood(await next.main(inputs), await next.post());
    expect(await everything()).toEqual(before);
    expect(await builderFiles()).toEqual([]);
  },
);

test("a job that is killed leaves the builder to the one that builds on it", async () => {
  const before = await everything();
  const inputs = builder();
  await using dead = await job({ files: slow(300), under: worker });
  const killed = killAt(dead, inputs, /it sleeps\n/);
  const second = await begun(inputs, "it sleeps\n", 6);
  await using _ = second.place;
  await killed;
  expectGood(await second.ended, await second.place.post());
  expect(await everything()).toEqual(before);
});

test("any next run removes the builder of a job that was killed, also one with a name", async () => {
  const before = await everything();
  const inputs = builder();
  await using dead = await job({ files: slow(300), under: worker });
  await killAt(dead, inputs, /it sleeps\n/);
  await using next = await job({ files: quick });
  const main = await next.main({ ...privateRegistry, platforms: "linux/amd64" });
  const post = await next.post();
  expectGood(main, post);
  expect(post.log).toContain(`builder ${inputs.name}, folder crossbuild-`);
  expect(await everything()).toEqual(before);
  expect(await builderFiles()).toEqual([]);
});

test("a builder that its user creates at the same moment, or that another run keeps, stays", async () => {
  const inputs = builder();
  await using keeper = await job({ files: quick });
  await using guest = await job({ files: quick });
  try {
    const both = await Promise.all([
      keeper.main({ ...inputs, cleanup: "false" }),
      guest.main({ ...inputs, cleanup: "false" }),
    ]);
    expectGood(...both, await keeper.post());
    await using next = await job({ files: quick });
    expectGood(await next.main(inputs), await next.post(), await guest.post());
    expect(await everything()).toContain(`builder ${inputs.name}`);
    expect(await builderFiles()).toEqual([]);
  } finally {
    await docker("buildx", "rm", inputs.name);
  }
});

test("a container of the same name that another user's buildx has created stays", async () => {
  const inputs = builder();
  await using other = await job({ files: quick });
  const BUILDX_CONFIG = join(other.workspace, "buildx");
  await docker(
    ...["buildx", "create", "--name", inputs.name, "--bootstrap", "--driver-opt"],
    ...[`image=${stack.STACK_BUILDKIT_IMAGE}`, { BUILDX_CONFIG }],
  );
  try {
    const before = await everything();
    await using place = await job({ files: quick });
    const main = await place.main(inputs);
    const post = await place.post();
    expect([main.exitCode, post.exitCode], main.log + post.log).toEqual([0, 0]);
    expect(await everything()).toEqual(before);
  } finally {
    await docker("buildx", "rm", inputs.name, { BUILDX_CONFIG });
  }
});

test("jobs that make their builders the current one at the same time restore the user's own", async () => {
  await using place = await job({ files: quick });
  const environment = { BUILDX_CONFIG: join(place.workspace, "buildx") };
  const mine = `mine-${crypto.randomUUID()}`;
  await docker("buildx", "create", "--name", mine, "--use", environment);
  const current = async () => {
    const text = await docker("buildx", "ls", "--format", "{{json .}}", environment);
    const builders = text.split("\n").map((line) => JSON.parse(line));
    return builders.find(({ Current }) => Current)?.Name;
  };
  const inputs = { ...privateRegistry, platforms: "linux/amd64", use: "true" };
  try {
    for (const ends of ["in turn", "the other way round", "at once"]) {
      await using first = await job({ files: quick, environment });
      await using second = await job({ files: quick, environment });
      const mains = [await first.main(inputs), await second.main(inputs)];
      expect(await current()).toBe(mains[1]?.outputs["builder"]);
      const [one, other] = ends === "in turn" ? [first, second] : [second, first];
      const posts =
        ends === "at once"
          ? await Promise.all([one.post(), other.post()])
          : [await one.post(), await other.post()];
      expectGood(...mains, ...posts);
      expect(await current(), ends).toBe(mine);
    }
  } finally {
    await docker("buildx", "rm", mine, environment);
  }
});
