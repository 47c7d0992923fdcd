import { expect, test } from "vitest";
import { CommandError } from "../../src/domain/errors.ts";
import { systemShell } from "../../src/effects/shell.ts";

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

test("an error of buildx's comes without its stack traces, which DEBUG is not meant for", async () => {
  const trace = "main.run\n\tcmd/main.go:76\n";
  const words = "#5 0.1 8 v1 buildkitd\nERROR: failed to solve: x: EOF";
  const script = `printf '%s\n' "$0" >&2; exit 1`;
  const traces = `3947 0.29.1+ds1 /a/docker-buildx build\n${trace}\n8 v0.32.2 buildkitd\n${trace}`;
  const error = shell.capture("trying", ["sh", "-c", script, `${words}\n${traces}`]);
  await expect(error).rejects.toMatchObject({ stderr: `${words}\n` });
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
  await expect(shell.capture("trying", ["echo", "a".repeat(131_072)])).rejects.toMatchObject({
    message: expect.stringMatching(
      /the command for trying has \d+ bytes .*its longest word 131073; /,
    ),
    tryThis: expect.stringContaining("shorten the inputs"),
  });
});

test("the longest argument that Linux takes arrives", async () => {
  const { stdout } = await shell.capture("trying", ["echo", "a".repeat(131_071)]);
  expect(stdout).toHaveLength(131_072);
});

test("commands of buildx start it themselves, once its path is known; others are as they were", async () => {
  const own = shell.with({ buildx: "echo" });
  const version = await own.capture("asking", ["docker", "buildx", "version"]);
  expect(version.stdout).toBe("version\n");
  expect((await own.capture("asking", ["echo", "docker", "buildx"])).stdout).toBe(
    "docker buildx\n",
  );
});

test("options add up: what is said last counts, and any signal ends a command", async () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const own = shell
    .with({ environment: { A: "1", B: "1" }, signal: one.signal })
    .with({ environment: { B: "2" }, signal: other.signal });
  const print = ["sh", "-c", "echo $A$B$C"];
  const { stdout } = await own.capture("printing", print, { environment: { C: "3" } });
  expect(stdout).toBe("123\n");
  const sleeping = own.capture("sleeping", ["sleep", "60"]);
  setTimeout(() => one.abort(), 100);
  await expect(sleeping).rejects.toThrow("while sleeping");
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
