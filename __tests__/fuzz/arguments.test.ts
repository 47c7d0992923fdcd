// What the inputs say reaches docker word for word, each value one argument, and no shell in between.
import { existsSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { systemShell } from "../../src/effects/shell.ts";
import { plan } from "../plan/planned.ts";
import { promiseKept } from "../promise-kept.ts";
import { askedBuild } from "./asked-builds.ts";
import { readBuildCommand } from "./build-command.ts";
import { recordingDocker } from "./recording-docker.ts";
import { settings } from "./runs.ts";
import { canary } from "./strange-texts.ts";

/** What every build is told. */
const always = {
  "--builder": ["crossbuild-1a2b"],
  "--iidfile": ["/tmp/run/image-id"],
  "--metadata-file": ["/tmp/run/metadata.json"],
};

test("a build's arguments arrive as they were given", async () => {
  await fc.assert(
    fc.asyncProperty(askedBuild, async ({ inputs, options, context }) => {
      const { build } = await plan(inputs);
      expect(readBuildCommand(build.command.slice(1))).toEqual({
        options: { ...always, ...options },
        context,
      });
    }),
    settings(0.05),
  );
}, 240_000);

test("docker gets them byte for byte, and nothing in them is run", async () => {
  await using docker = await recordingDocker();
  vi.stubEnv("PATH", docker.path);
  const shell = systemShell(process.env);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(askedBuild, { minLength: 4, maxLength: 4 }), async (builds) => {
      await Promise.all(
        builds.map(async ({ inputs, options, context }) => {
          const name = String(count++);
          const { build } = await plan(inputs);
          await shell.capture("recording", build.command, { environment: docker.record(name) });
          const words = await docker.words(name);
          expect(readBuildCommand(words)).toEqual({ options: { ...always, ...options }, context });
        }),
      );
    }),
    settings(0.015),
  );
  vi.unstubAllEnvs();
  expect(existsSync(canary)).toBe(false);
  promiseKept({
    section: "secrets",
    fault: "Arguments with dashes, quotes, line breaks, `$()`, `;`",
    promise: "each reaches docker as one argument, byte for byte, and nothing in it is executed",
    figure: `${count.toLocaleString("en")} commands recorded, 0 differ`,
  });
}, 240_000);
