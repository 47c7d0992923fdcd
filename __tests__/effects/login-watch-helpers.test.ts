import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchHelpers } from "../../src/effects/login-watch-helpers.ts";
import { systemShell } from "../../src/effects/shell.ts";

/** Runs a program that starts `docker-credential-slow get`, as buildx would. */
async function runWith(helper: string) {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-helper-"));
  const path = join(folder, "docker-credential-slow");
  await writeFile(path, `#!/bin/sh\n${helper}\n`);
  await chmod(path, 0o755);
  const watch = watchHelpers({ bound: 500, every: 100 });
  const shell = systemShell(process.env);
  const { stdout } = await shell.capture("trying", ["sh", "-c", `${path} get; echo went on`]);
  await rm(folder, { recursive: true });
  return { stdout, ended: watch.end() };
}

test("a helper that hangs is ended with all that it started, and named", async () => {
  const { stdout, ended } = await runWith("sleep 60; true");
  expect(stdout).toBe("went on\n");
  expect(ended).toEqual(["docker-credential-slow"]);
});

test("a helper that answers is left alone", async () => {
  expect(await runWith("echo hello")).toEqual({ stdout: "hello\nwent on\n", ended: [] });
});
