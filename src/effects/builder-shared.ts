// A builder with a `name`, which runs beside this one may make, use and remove too.
//
// Each run that lives has a record. It says what it does with the builder before it does it, and looks
// at the others' records after that: of two runs at least one sees the other. Who comes waits for those
// that make or remove the builder. Who leaves removes it only if nobody else needs it. That two make it
// at once is for buildx to decide, which locks its folder: the other one's command fails, and it joins.

import { setTimeout } from "node:timers/promises";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { BuilderPlan } from "../plan/builder-plan.ts";
import { cleanupOf } from "../plan/builder-plan.ts";
import { type BuilderUse, isQuiet, type LivingRecord } from "../plan/cleanup-record.ts";
import type { Plan } from "../plan/make-plan.ts";
import { changeRecord, livingRecords, type RecordPlace } from "./cleanup-records.ts";

const pollMilliseconds = 100;

export type SharedBuilder = {
  /** The other runs that live. */
  others(): Promise<readonly LivingRecord[]>;
  /** Writes down what this run does with the builder. */
  say(state: BuilderUse["state"]): Promise<void>;
  /** Does the work while no run makes or removes the builder, and again if one began to meanwhile. */
  whenQuiet<T>(work: () => Promise<T>): Promise<T>;
  /** Writes down whether a builder that is there is one that runs have made. */
  settle(plan: BuilderPlan): Promise<void>;
  /** Writes down that it is none. */
  forget(): Promise<void>;
};

/** @returns undefined if no other run can have the builder */
export function sharedBuilder(
  { name, existing, driver, ...asked }: BuilderInputs,
  place: RecordPlace | null,
): SharedBuilder | undefined {
  if (place === null || name === undefined || existing !== undefined) return undefined;
  if (driver === "docker") return undefined;
  const cleanup = cleanupOf(asked);
  const isQuietNow = async () => isQuiet(name, await livingRecords(place), Date.now());
  const say = (state: BuilderUse["state"]) =>
    changeRecord(place.path, { builder: { name, cleanup, state } });
  const forget = () => changeRecord(place.path, { builder: undefined });
  return {
    others: () => livingRecords(place),
    say,
    whenQuiet: async (work) => {
      for (;;) {
        while (!(await isQuietNow())) await setTimeout(pollMilliseconds);
        const done = await work();
        if (await isQuietNow()) return done;
      }
    },
    settle: async (plan) => {
      if (plan.kind === "existing") await (plan.goes === undefined ? forget() : say("using"));
    },
    forget,
  };
}

/** The other runs that are alive, if they may use the same builder. */
export async function othersOf(
  { name, use }: BuilderInputs,
  place: RecordPlace | null,
): Promise<readonly LivingRecord[]> {
  return place !== null && (name !== undefined || use) ? await livingRecords(place) : [];
}

/** Writes down which builder becomes the user's current one. */
export async function writeCurrent(
  place: RecordPlace | null,
  current: Plan["current"],
): Promise<void> {
  if (place === null || current === null) return;
  const { name, formers } = current;
  await changeRecord(place.path, { current: { name, formers: [...formers] } });
}
