import { expect, test } from "vitest";
import { CommandError } from "../../src/domain/errors.ts";
import { systemShell, withBuildx } from "../../src/effects/shell.ts";

const shell = systemShell(process.env);

async function failureOf(script: string): Promise<unknown> {
  return await shell.capture("trying", ["sh", "-c", script]).catch((error: unknown) => error);
}

test("arguments arrive as they are", async () => {
  const words = ["a b", "$(id)", "it's", 'say "x"', "", "--", "line\nbreak", "\\"];
  const { stdout } = await shell.capture("printing", ["printf", "%s|", ...words]);
  expect(stdout).toBe(words.map((word) => `${word}|`).join(""));
});

test("a command that exits with another code than 0 is an error with its words", async () => {
  const error = await failureOf("echo oh >&2; exit 3");
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ exitCode: 3, stderr: "oh\n" });
});

test("a command that a signal ended is an error, though it has no exit code", async () => {
  expect(await failureOf("kill -9 $$")).toMatchObject({
    exitCode: null,
    message: expect.stringContaining("was killed by a signal while trying"),
  });
});

test("a command that is not there is named", async () => {
  await expect(shell.capture("trying", ["no-such-program-here"])).rejects.toThrow(
    "`no-such-program-here` could not be started while trying",
  );
});

test("a command that is too long for Linux is refused in words", async () => {
  await expect(shell.capture("trying", ["echo", "a".repeat(131_072)])).rejects.toThrow(
    /the command for trying has \d+ bytes .*its longest word 131073; .*What to try/,
  );
});

test("the longest argument that Linux takes arrives", async () => {
  const { stdout } = await shell.capture("trying", ["echo", "a".repeat(131_071)]);
  expect(stdout).toHaveLength(131_072);
});

test("commands of buildx wait until it is ready, and start it themselves; others do not wait", async () => {
  const ready = Promise.withResolvers<string | undefined>();
  const own = withBuildx(shell, ready.promise);
  const version = own.capture("asking", ["docker", "buildx", "version"]);
  await own.capture("asking", ["echo", "docker", "buildx"]);
  ready.resolve("echo");
  expect((await version).stdout).toBe("version\n");
});

test("where buildx can't be had, its commands fail with what was wrong", async () => {
  const own = withBuildx(shell, Promise.reject(new Error("no buildx for this machine")));
  const ask = (...command: readonly string[]) => own.capture("asking", command);
  await expect(ask("docker", "buildx", "version")).rejects.toThrow("no buildx for this machine");
  expect((await ask("echo", "1")).stdout).toBe("1\n");
});

test("a command that ends without reading its input ends as it says", async () => {
  const input = "x".repeat(1_000_000);
  expect(await shell.capture("trying", ["true"], { input })).toEqual({ stdout: "", stderr: "" });
  await expect(shell.capture("trying", ["false"], { input })).rejects.toMatchObject({
    exitCode: 1,
  });
  const missing = shell.capture("trying", ["no-such-program-here"], { input });
  await expect(missing).rejects.toThrow("`no-such-program-here` could not be started");
});
