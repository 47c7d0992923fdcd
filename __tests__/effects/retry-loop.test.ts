import { expect, test } from "vitest";
import { CommandError, RegistryError } from "../../src/domain/errors.ts";
import { SigstoreError } from "../../src/domain/sign-errors.ts";
import { retrying } from "../../src/effects/retry-loop.ts";

const command = (stderr: string) =>
  new CommandError("merging the legs", { command: ["docker"], exitCode: 1, stderr });
const unknownBlob = "blob unknown to registry";

/** How often a thing is done that fails with these errors first. */
async function triesOf(errors: readonly Error[], bound = 60_000): Promise<number | "failed"> {
  let tries = 0;
  try {
    await retrying(
      async () => {
        const error = errors[tries++];
        if (error !== undefined) throw error;
      },
      { bound, print: () => {} },
    );
    return tries;
  } catch {
    return "failed";
  }
}

test.each([
  [
    "a command",
    command("ERROR: unexpected status from PUT request to https://a.test: 503 Service"),
  ],
  ["a registry", new RegistryError("writing", { words: "it answers 503 Service Unavailable" })],
  ["a service", new SigstoreError("rekor.test", { words: "it answers 503 Service Unavailable" })],
  [
    "a registry that lacks a blob",
    new RegistryError("writing", {
      words: `it answers 400 Bad Request (MANIFEST_BLOB_UNKNOWN: ${unknownBlob})`,
    }),
  ],
  ["a command for which it lacks one", command(`ERROR: failed to push: ${unknownBlob}`)],
])("%s that fails once is asked again", async (_, error) => {
  expect(await triesOf([error])).toBe(2);
  expect(await triesOf([error], 0)).toBe("failed");
});

test("a blob that stays unknown, and what is refused for good, is given up", async () => {
  const lacking = command(`ERROR: failed to push: ${unknownBlob}`);
  expect(await triesOf([lacking, lacking])).toBe("failed");
  const declined = new SigstoreError("fulcio.test", { words: "it answers 400 Bad Request" });
  expect(await triesOf([declined])).toBe("failed");
  expect(await triesOf([new TypeError("a mistake of ours")])).toBe("failed");
});
