// What is told of a BuildKit that does not boot.
import { expect, test } from "vitest";
import { explained } from "../../src/domain/errors.ts";
import { bootFailure } from "../../src/report/builder-boot-failure.ts";
import { failureText } from "../../src/report/failure-text.ts";

const end = { exitCode: 1, isOutOfMemory: false, restarts: 3 };
const stack = "main.newWorkerController\n\tgithub.com/moby/buildkit@v0.32.2/main.go:992\nmain.main";
const noWorker = `time="2026" level=warning msg="skipping"\nbuildkitd: no worker found, rebuild the buildkit daemon?\n${stack}\n\tmain.go:1\n`;
const setting = (input: string, text: string) => ({ input, text });

test("its last words are shown, without where in its code that was and what a terminal would do", () => {
  const log = `${noWorker}\u0000\u001b[31m${noWorker}`;
  expect(failureText(explained(bootFailure({ ...end, log }, [], 2600)))).toBe(
    [
      "BuildKit does not boot: it ended with exit code 1, was started again 3 times; the step stopped waiting after 3s. Its last lines:",
      "buildkitd: no worker found, rebuild the buildkit daemon?",
      "What to try: check that the engine can run BuildKit's image, or name another with `driver-opts: image=…`",
    ].join("\n"),
  );
});

test.each([
  [
    "a flag",
    noWorker,
    [setting("buildkitd-flags", "--oci-worker=false"), setting("driver-opts", "network=host")],
    "correct `buildkitd-flags` (`--oci-worker=false`), which",
  ],
  [
    "the configuration",
    "buildkitd: snapshotter nonsense is unknown\n",
    [
      setting("buildkitd-flags", "--debug"),
      setting("buildkitd-config-inline", '[worker.oci]\nsnapshotter = "nonsense"\n'),
    ],
    "correct `buildkitd-config-inline`, which",
  ],
  [
    "none that it names",
    "buildkitd: oh\n",
    [setting("buildkitd-flags", "--debug"), setting("buildkitd-config", "/etc/b.toml")],
    "correct `buildkitd-flags` (`--debug`) or `buildkitd-config` (`/etc/b.toml`), which",
  ],
])("the input is named where it is about %s", (_, log, settings, words) => {
  expect(bootFailure({ ...end, log }, settings, 2600).tryThis).toContain(words);
});
