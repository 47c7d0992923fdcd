// What BuildKit's plain progress says of each step: for which platform, how long, from the cache?
//
// The text is read as it goes to the log, because it is the one account that every build gives.
// `docker buildx history logs --progress rawjson` has the same as JSON, but not with buildx 0.13,
// not from engines whose BuildKit keeps no history, and not after a failure, whose record nothing
// names; of a builder's nodes it shows one alone; and it is a process more, of 0.3 s. With
// `build --progress rawjson` the log would no longer be BuildKit's own text.
import { formatPlatform, parsePlatform } from "../domain/platform.ts";
import { type TargetVertex, targetVertex } from "./bake-vertexes.ts";

/** A line of standard error, and when it came, in milliseconds. */
export type TimedLine = { readonly text: string; readonly at: number };

type Span = {
  readonly start: number;
  readonly end: number;
  /** Exact to a tenth of a second; `start` and `end` are only as exact as the log was prompt. */
  readonly seconds: number;
};

export type Step = Span & {
  /** `RUN make` */
  readonly name: string;
  /** What it was done for: `linux/arm64`; undefined in a build for one platform. */
  readonly platform: string | undefined;
  /** The platform that it ran on; differs from `platform` if a stage cross-compiles. */
  readonly runsOn: string | undefined;
  /** The target of a bake; undefined if there are not several. */
  readonly target: string | undefined;
  readonly cached: boolean;
};

/** What was done with the image in the end: `exporting to image`, `merging manifest list …`. */
export type Export = Span & {
  readonly name: string;
  readonly target: string | undefined;
  readonly pushSeconds: number;
};

export type Progress = { readonly steps: readonly Step[]; readonly exports: readonly Export[] };

// A step's own output: `#7 0.117 one`.
const output = /^#\d+ \d+\.\d+(?: |$)/;
const event = /^#(\d+) (.+)$/;
// `DONE 1.3s`: util/progress/progressui/printer.go of moby/buildkit, as all below
const done = /^DONE (\d+\.\d+)s$/;
const pushed = /^pushing .*? (\d+\.\d+)s done$/;
// `[linux/amd64->arm64 build 2/3] RUN make`: prefixCommand in frontend/dockerfile/dockerfile2llb
const step = /^\[(?:([a-z0-9]+\/[^\s\]]+) )?(?:[^\s\]]+ +)?\d+\/\d+\] (.+)$/s;
const exporting = /^(?:exporting|merging|pushing) /;

/** Whether a line can tell something of a step; what the steps themselves print can't. */
export function isProgress(text: string): boolean {
  return event.test(text) && !output.test(text);
}

/**
 * The steps that came to their end, in the order of their numbers; lines of another form: none.
 *
 * @param targets those of a bake, also if they are contexts of others alone
 */
export function progressOf(lines: readonly TimedLine[], targets: readonly string[] = []): Progress {
  const vertexes = new Map<string, Vertex>();
  for (const { text, at } of lines) {
    const [, id, rest] = event.exec(text) ?? [];
    if (id === undefined || rest === undefined) continue;
    const known = vertexes.get(id);
    if (known === undefined) {
      vertexes.set(id, { ...targetVertex(rest, targets), start: at, pushSeconds: 0 });
    } else take(known, rest, at);
  }
  const ended = [...vertexes.values()].flatMap(endedVertex);
  return {
    steps: ended.flatMap(stepOf),
    exports: ended.filter(({ name }) => exporting.test(name)).map(({ cached: _, ...span }) => span),
  };
}

type Vertex = TargetVertex & {
  readonly start: number;
  end?: number;
  seconds?: number;
  cached?: boolean;
  pushSeconds: number;
};

function take(vertex: Vertex, rest: string, at: number): void {
  const seconds = done.exec(rest)?.[1];
  if (rest === "CACHED") Object.assign(vertex, { end: at, seconds: 0, cached: true });
  // A base image is `CACHED` first, and pulled when a step needs it.
  if (seconds !== undefined) {
    Object.assign(vertex, { end: at, seconds: Number(seconds), cached: false });
  }
  vertex.pushSeconds += Number(pushed.exec(rest)?.[1] ?? 0);
}

type Ended = Span & Pick<Vertex, "name" | "target" | "pushSeconds"> & { readonly cached: boolean };

function endedVertex({ end, seconds, cached = false, ...vertex }: Vertex): readonly Ended[] {
  if (end === undefined || seconds === undefined) return [];
  // The printer holds a step's lines back while it shows another's.
  const start = Math.max(0, Math.min(vertex.start, end - seconds * 1000));
  return [{ ...vertex, start, end, seconds, cached }];
}

function stepOf({ name: whole, target, start, end, seconds, cached }: Ended): readonly Step[] {
  const [, where, name] = step.exec(whole) ?? [];
  if (name === undefined) return [];
  return [{ name, ...platformsOf(where), target, start, end, seconds, cached }];
}

// `linux/amd64->arm64`: the second OS is left out if it is the first one's.
function platformsOf(where: string | undefined): Pick<Step, "platform" | "runsOn"> {
  const [from, to] = where?.split("->") ?? [];
  if (from === undefined) return { platform: undefined, runsOn: undefined };
  const runsOn = normal(from);
  if (to === undefined) return { platform: runsOn, runsOn };
  const whole = parsePlatform(to).ok ? to : `${from.slice(0, from.indexOf("/"))}/${to}`;
  return { platform: normal(whole), runsOn };
}

function normal(text: string): string {
  const read = parsePlatform(text);
  return read.ok ? formatPlatform(read.value) : text;
}
