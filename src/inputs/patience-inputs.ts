// The inputs that say how long the step waits for others.
import { parseDuration } from "../domain/duration.ts";
import type { Fields } from "./fields.ts";

export type PatienceInputs = {
  /** What fails for the moment is tried again until then: milliseconds since its first failure. */
  readonly retryTimeout: number;
};

const minute = 60_000;

export function readPatience(fields: Fields): PatienceInputs {
  return { retryTimeout: readRetryTimeout(fields) };
}

/** Milliseconds; `retry-timeout` alone, for steps that have no other of these inputs. */
export function readRetryTimeout({ text, complain }: Fields): number {
  const given = parseDuration(text("retry-timeout") ?? "5m");
  if (!given.ok) complain("retry-timeout", `${given.problem}; \`0\` tries nothing again`);
  return given.ok ? given.value : 5 * minute;
}
