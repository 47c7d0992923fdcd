// The inputs that say how long the step waits for others.
import { parseDuration } from "../domain/duration.ts";
import { notOneOf } from "../domain/nearest.ts";
import type { Fields } from "./fields.ts";

export type PatienceInputs = {
  /** What fails for the moment is tried again until then: milliseconds since its first failure. */
  readonly retryTimeout: number;
  readonly bounds: Bounds;
};

const phases = [
  "probe",
  "buildx",
  "login",
  "emulators",
  "builder",
  "build",
  "verification",
] as const;

/**
 * How long each phase may take, in milliseconds; undefined if there is no bound. `pull` is for
 * the pull of one image that the step needs itself, `push` for how long BuildKit may say nothing
 * while it pushes.
 */
export type Bounds = Readonly<Record<Bounded, number | undefined>>;
type Bounded = (typeof phases)[number] | "pull" | "push";
const bounded: readonly Bounded[] = [...phases, "pull", "push"];

const minute = 60_000;
const others = Object.fromEntries(phases.map((name) => [name, 10 * minute]));
const usual: Bounds = {
  ...(others as Record<(typeof phases)[number], number>),
  build: undefined,
  pull: 5 * minute,
  push: 15 * minute,
};

export function readPatience(fields: Fields): PatienceInputs {
  return { retryTimeout: readRetryTimeout(fields), bounds: readBounds(fields) };
}

/** In milliseconds; for steps that have only `retry-timeout` of these inputs. */
export function readRetryTimeout({ text, complain }: Fields): number {
  const given = parseDuration(text("retry-timeout") ?? "5m");
  if (!given.ok) complain("retry-timeout", `${given.problem}; \`0\` disables retries`);
  return given.ok ? given.value : 5 * minute;
}

// `30m` is for every phase, `build=2h` for one, and comes before it.
function readBounds({ list, complain }: Fields): Bounds {
  const bounds: Record<Bounded, number | undefined> = { ...usual };
  const items = list("timeout", { commas: true }).map((text) => {
    const equals = text.indexOf("=");
    return { name: text.slice(0, Math.max(equals, 0)), value: text.slice(equals + 1) };
  });
  const forAll = items.filter(({ name }) => name === "");
  const forOne = items.filter(({ name }) => name !== "");
  for (const { name, value } of [...forAll, ...forOne]) {
    const known = bounded.find((one) => one === name);
    const duration = parseDuration(value);
    if (!duration.ok) complain("timeout", `${duration.problem}; \`0\` means no limit`);
    else if (name !== "" && known === undefined) {
      complain("timeout", notOneOf(name, bounded));
    } else {
      for (const phase of known === undefined ? phases : [known]) {
        bounds[phase] = duration.value === 0 ? undefined : duration.value;
      }
    }
  }
  return bounds;
}
