// A BuildKit that ends as soon as it is started: what is told, how soon, and what stays.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { everything } from "./docker.ts";

const files = { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" };
/** buildx itself waits for a quarter of a minute before it begins to give up. */
const longest = 20_000;

test.each([
  [
    "a flag that it does not know",
    { "buildkitd-flags": "--wrong-flag" },
    /buildkitd: flag provided but not defined: -wrong-flag/,
    "correct `buildkitd-flags` (`--wrong-flag`), which BuildKit was started with",
  ],
  [
    "a flag that leaves it no worker",
    { "buildkitd-flags": "--oci-worker=false" },
    /buildkitd: no worker found/,
    "correct `buildkitd-flags` (`--oci-worker=false`)",
  ],
  [
    "a snapshotter that there is not",
    {
      "buildkitd-flags": "--debug",
      "buildkitd-config-inline": '[worker.oci]\nsnapshotter = "nonsense"\n',
    },
    /buildkitd: .*nonsense/,
    "correct `buildkitd-config-inline`",
  ],
])(
  "BuildKit with %s: its own message and the input, within seconds",
  async (what, inputs, words, input) => {
    const before = await everything();
    await using place = await job({ files });
    const main = await place.main({ ...inputs, platforms: "linux/amd64" });
    const post = await place.post();
    expect(main.exitCode, main.log).toBe(1);
    expect(main.log).toMatch(
      /::error::BuildKit does not boot: it ended with exit code 1, was started/,
    );
    expect(main.log).toMatch(words);
    expect(main.log).toContain(`What to try: ${input}`);
    expect(main.log).not.toContain("\0");
    expect(main.milliseconds).toBeLessThan(longest);
    expect(post.exitCode, post.log).toBe(0);
    expect(await everything()).toEqual(before);
    if (what !== "a flag that it does not know") return;
    promiseKept({
      section: "faults",
      fault: "BuildKit does not boot, for one of its flags",
      promise:
        "the error has BuildKit's own message and names the input with the flag; nothing of it is left",
      figure: `told ${(main.milliseconds / 1000).toFixed(1)} s after the step began`,
    });
  },
);

test("a BuildKit that the engine does not restart is given up just the same", async () => {
  await using place = await job({ files });
  const main = await place.main({
    ...{ "buildkitd-flags": "--wrong-flag", "driver-opts": "restart-policy=no" },
    platforms: "linux/amd64",
  });
  await place.post();
  expect(main.log).toMatch(
    /::error::BuildKit does not boot: it ended with exit code 1; the step stopped waiting/,
  );
  expect(main.log).toContain("correct `buildkitd-flags` (`--wrong-flag`)");
});
