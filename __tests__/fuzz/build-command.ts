// Reads the words of a build command.
import { expect } from "vitest";
import type { AskedBuild } from "./asked-builds.ts";

/** What follows `docker` in a command; every option takes the next word, whatever that is. */
export function readBuildCommand(
  words: readonly string[],
): Pick<AskedBuild, "options" | "context"> {
  const [first, second, ...rest] = words;
  expect([first, second]).toEqual(["buildx", "build"]);
  const options: Record<string, string[]> = {};
  let at = 0;
  for (; rest[at] !== "--"; at += 2) {
    const [option = "", value = ""] = rest.slice(at, at + 2);
    expect(option).toMatch(/^--[a-z-]+$/);
    options[option] = [...(options[option] ?? []), value];
  }
  const context = rest.slice(at + 1);
  expect(context).toHaveLength(1);
  return { options, context: context[0] ?? "" };
}
