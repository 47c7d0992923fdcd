// What is left where a job's processes were killed, all at once, and no post came.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leftoversOf, pidOfStep } from "../../scripts/job-leftovers.ts";
import { type Job, job } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { docker, everything } from "./docker.ts";
import { privateRegistry, stack } from "./inputs-for.ts";
import { ownBuilder } from "./own-builder.ts";
import { killAt, worker } from "./worker.ts";

const slow = { Dockerfile: "FROM alpine:3.19\nRUN echo it sleeps && sleep 300\n" };
const quick = { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" };
const inputs = { ...privateRegistry, platforms: "linux/amd64" };

test("the next run removes what a killed job left, and nothing that belongs to others", async () => {
  await using _ = await userBuilder();
  await using __ = await ownBuilder();
  let said = "";
  await using neighbour = await job({
    files: slow,
    print: (text) => {
      said += text;
    },
  });
  const building = neighbour.main(inputs);
  await expect.poll(() => said, { timeout: 60_000 }).toContain("it sleeps\n");
  const before = await everything();

  await using dead = await job({ files: slow, under: worker });
  // Of another user, whose files this one has not.
  const BUILDX_CONFIG = join(dead.workspace, "buildx");
  await using foreign = await job({ files: slow, under: worker, environment: { BUILDX_CONFIG } });
  const [[folder], [builder]] = await Promise.all([kill(dead), kill(foreign)]);
  const left = (await everything()).filter((name) => !before.includes(name));
  expect(left).toContain(`container buildx_buildkit_${folder}0`);
  expect(left).toContain(`container buildx_buildkit_${builder}0`);

  // Another runner of the machine, whose folder is another.
  await using next = await job({ files: quick });
  const main = await next.main(inputs);
  expect(main.exitCode, main.log).toBe(0);
  const post = await next.post();
  expect(post.log).toContain(
    `builder ${folder}, builder ${builder}, folder ${folder}, folder ${builder}`,
  );
  expect(await everything()).toEqual(before);
  for (const killed of [dead, foreign]) {
    await expect.poll(() => leftoversOf(killed), { timeout: 5000 }).toEqual([]);
  }

  process.kill(await pidOfStep(neighbour), "SIGINT");
  expect((await building).exitCode).toBe(130);
  promiseKept({
    section: "cancellation",
    fault: "the runner's worker and the step are killed in the middle of a build",
    promise:
      "on a self-hosted runner, the next run removes what they left, and nothing that belongs to a run in progress or to others",
    figure: `${left.length} things left by the killed, 0 after the next run; 3 other builders kept`,
  });
});

/** Lets it build, and kills the worker and the step; returns what is in the job's folder. */
async function kill(place: Job): Promise<readonly string[]> {
  await killAt(place, inputs, /it sleeps\n/);
  return await readdir(place.temp);
}

/** A user's own builder, by chance named as a run would name it. */
async function userBuilder(): Promise<AsyncDisposable> {
  const name = "crossbuild-0123456789abcdef";
  await docker(
    ...["buildx", "create", "--name", name, "--bootstrap"],
    ...["--driver-opt", `image=${stack.STACK_BUILDKIT_IMAGE}`],
  );
  return {
    [Symbol.asyncDispose]: async () => {
      await docker("buildx", "rm", name);
    },
  };
}
