// Asks registries, through buildx, with the builder's registry settings and this user's credentials.
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { CommandError } from "../domain/errors.ts";
import type { ReadBackPlan } from "../plan/plan.ts";
import type { Served } from "../result/evidence.ts";
import { digestOfText } from "./sha256.ts";
import type { Shell } from "./shell.ts";

/**
 * How long a registry may take to serve what was pushed: GHCR and Docker Hub answer reads from
 * copies that follow the writes within seconds.
 */
export const lagMilliseconds = 15_000;
const pauses = [500, 1000];
const longestPause = 2000;

/** Each is a process of its own, of some 50 MB. */
const mostAtOnce = 4;

export type Registry = {
  /**
   * The exact bytes of a manifest or a blob, by `registry/path@digest` or `registry/path:tag`. What
   * is missing is asked for again while registries may lag; so is what `expected` refuses.
   *
   * @throws CommandError where the registry can't be asked
   */
  read(name: string, expected?: (served: Served) => boolean): Promise<Served>;
  /** Reads an image whole, each part by its digest: the configs' JSON by platform. Errors as above. */
  readConfigs(name: string): Promise<Answer>;
};

/** What was printed, or that there is nothing of that name. */
export type Answer = { readonly text: string } | { readonly problem: string };

/** The registries as this plan's builder sees them; from now on they have a while to catch up. */
export function registryOf(shell: Shell, plan: ReadBackPlan): Registry {
  const limit = pLimit(mostAtOnce);
  const end = performance.now() + lagMilliseconds;
  const ask = async (question: Question): Promise<Answer> => {
    try {
      return { text: await limit(() => inspect(shell, plan, question)) };
    } catch (error) {
      if (isMissing(error)) return { problem: "not found" };
      throw error;
    }
  };
  const patiently = async <T>(attempt: () => Promise<T>, isThere: (got: T) => boolean) => {
    for (let tries = 0; ; tries++) {
      const got = await attempt();
      const pause = pauses[tries] ?? longestPause;
      if (isThere(got) || performance.now() + pause > end) return got;
      await sleep(pause);
    }
  };
  const isThere = (got: object) => !("problem" in got);
  return {
    read: (name, expected = isThere) =>
      patiently(async () => servedBy(await ask({ name, what: ["--raw"] })), expected),
    readConfigs: (name) =>
      patiently(() => ask({ name, what: ["--format", "{{json .Image}}"] }), isThere),
  };
}

function servedBy(answer: Answer): Served {
  if ("problem" in answer) return answer;
  const { text } = answer;
  return { digest: digestOfText(text), size: Buffer.byteLength(text), text };
}

/** The error as what came of reading: for contents that are told of one by one. */
export function unserved(error: unknown): { readonly problem: string } {
  if (!(error instanceof CommandError)) throw error;
  const words = error.stderr.trim().split("\n").at(-1) ?? "";
  return { problem: words.replace(/^ERROR: /, "") || error.message };
}

// buildx's words for a 404, whatever the registry's own were.
function isMissing(error: unknown): boolean {
  return (
    error instanceof CommandError &&
    /: not found$|manifest unknown|MANIFEST_UNKNOWN|404 Not Found/im.test(error.stderr)
  );
}

type Question = { readonly name: string; readonly what: readonly string[] };

// https://docs.docker.com/reference/cli/docker/buildx/imagetools/inspect/
async function inspect(
  shell: Shell,
  { builder, environment }: ReadBackPlan,
  { name, what }: Question,
): Promise<string> {
  const { stdout } = await shell.capture(
    `reading ${name} back from its registry`,
    ["docker", "buildx", "imagetools", "inspect", "--builder", builder, ...what, name],
    { environment },
  );
  return stdout;
}
