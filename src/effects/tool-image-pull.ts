// Gets an image to the engine: what is there is taken, the rest pulled.
import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { CommandError, explained } from "../domain/errors.ts";
import type { RegistryAccess } from "../plan/registry-access.ts";
import { judge } from "../plan/retry-verdict.ts";
import type { Candidate, ToolImage } from "../plan/tool-image-candidates.ts";
import { afterFailure, nextOf, queueOf } from "../plan/tool-image-queue.ts";
import { formatCommand } from "../report/command-text.ts";
import { type FailedPull, imageFailure } from "../report/tool-image-failure.ts";
import type { EnginePorts } from "./engine-api.ts";
import { askRetryAfter } from "./registry-retry-after.ts";
import type { Shell } from "./shell.ts";
import { inspectImage } from "./tool-image-local.ts";

export type FoundImage = {
  readonly reference: string;
  /** `sha256:…` */
  readonly id: string;
  /** What was done to get it, line by line; nothing if it was there. */
  readonly transcript: readonly string[];
};

export type PullSettings = {
  /** How long each pull may take, in milliseconds. */
  readonly pullBound: number | undefined;
  readonly access: RegistryAccess;
};

/**
 * Takes the first candidate that the engine has; only if it has none, a registry is asked.
 *
 * @throws UserError that names every reference tried, with docker's words
 */
export async function getToolImage(
  ports: EnginePorts,
  image: ToolImage,
  how: PullSettings,
): Promise<FoundImage> {
  const { local } = image;
  return local === undefined ? await pullFirst(ports, image, how) : { ...local, transcript: [] };
}

async function pullFirst(
  ports: EnginePorts,
  image: ToolImage,
  how: PullSettings,
): Promise<FoundImage> {
  const start = performance.now();
  const transcript: string[] = [];
  const tried: FailedPull[] = [];
  let queue = queueOf(image.candidates);
  for (let next = nextOf(queue); next !== undefined; next = nextOf(queue)) {
    await setTimeout(Math.max(0, next.due - (performance.now() - start)));
    const { candidate } = next;
    const command = pullCommand(candidate);
    transcript.push(formatCommand(command));
    const words = await failureOf(ports.shell, { what: image.what, command, bound: how.pullBound });
    const found = words === undefined ? await inspectImage(candidate.reference, ports) : undefined;
    if (found?.os === image.os && found.architecture === image.architecture)
      return { ...found, transcript };
    const failure = words ?? `it is not for ${image.os}/${image.architecture}`;
    const isLimited = judge({ text: failure }) === "limited";
    const retryAfter = isLimited
      ? await askRetryAfter(candidate.manifestUrl, how.access)
      : undefined;
    const told = retryAfter === undefined ? [] : [waitText(retryAfter)];
    transcript.push(failure, ...told);
    tried.push({ reference: candidate.reference, words: [failure, ...told].join("; ") });
    const now = performance.now() - start;
    queue = afterFailure(queue, next, { words: failure, now, retryAfter });
  }
  throw explained(imageFailure(image.what, tried));
}

function pullCommand({ reference }: Candidate): readonly string[] {
  return ["docker", "pull", "--quiet", reference];
}

type Pull = {
  readonly what: string;
  readonly command: readonly string[];
  readonly bound: number | undefined;
};

// A registry that stalls is not asked again, as that would take as long.
async function failureOf(
  shell: Shell,
  { what, command, bound }: Pull,
): Promise<string | undefined> {
  const signal = bound === undefined ? undefined : AbortSignal.timeout(bound);
  try {
    await shell.capture(`pulling ${what}`, command, signal && { signal });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (bound !== undefined && signal?.aborted) return stalledText(bound);
    return error.stderr.trim() || error.message;
  }
}

function stalledText(bound: number): string {
  return `the pull did not end within ${formatDuration(bound)} (\`timeout: pull=…\`)`;
}

function waitText(milliseconds: number): string {
  return `the registry wants to be asked again in ${Math.ceil(milliseconds / 1000)} s`;
}
