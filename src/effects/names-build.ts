// Names the build after the event, where the inputs ask for that; else reads no event.
import { InputError, UserError } from "../domain/errors.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { complainOfNameClashes } from "../inputs/names-clashes.ts";
import type { Event, EventVariables } from "../plan/event-facts.ts";
import { decidePush } from "../plan/event-push.ts";
import { type Description, describe } from "../report/outputs.ts";
import type { GitHub } from "../runner/github.ts";
import { completeEvent, readEvent } from "./event-read.ts";
import type { Proxies } from "./http-client.ts";
import type { Shell } from "./shell.ts";

export type NamedBuild = {
  /** The inputs, with what the event makes of them: tags, labels, annotations, whether to push. */
  readonly build: BuildInputs;
  /** The commit's time in seconds since 1970, where the build is to be reproducible. */
  readonly epoch: number | undefined;
  readonly description: Description;
};

type Run = {
  readonly runner: { readonly event: EventVariables; readonly proxies: Proxies };
  readonly shell: Shell;
  readonly github: GitHub;
};

/** @throws UserError if nothing comes out that could be pushed, or that can be reproduced */
export async function nameBuild(build: BuildInputs, run: Run): Promise<NamedBuild> {
  const { describes, reproducible } = build.event;
  const { githubToken: token } = build.secrets;
  if (!describes && !reproducible && !build.pushByEvent) {
    return { build, epoch: undefined, description: describe(build) };
  }
  const { event: variables, proxies } = run.runner;
  const told = await readEvent(variables, run.github);
  const needsMore = describes || reproducible;
  const event = needsMore ? await completeEvent(told, { variables, token, proxies }, run) : told;
  if (reproducible && event.committed === undefined) {
    throw new UserError(
      "`reproducible: true` needs the commit's time, and neither the event, nor Git in the working directory, nor GitHub's API tells it; is actions/checkout missing before this step?",
    );
  }
  const named = describes ? await applyEvent(build, event, run.github) : plainly(build);
  const decided = await decide(named, event, run.github);
  refuseClashes(decided.build);
  const epoch = reproducible ? Math.floor((event.committed ?? 0) / 1000) : undefined;
  return { ...decided, epoch };
}

// What the rules make of the event is known only now.
function refuseClashes(build: BuildInputs): void {
  const problems: string[] = [];
  complainOfNameClashes(build, (name, problem) => {
    problems.push(complaintOf(name, problem));
  });
  if (problems.length > 0) throw new InputError(problems);
}

type NamesOnly = Omit<NamedBuild, "epoch">;

function plainly(build: BuildInputs): NamesOnly {
  return { build, description: describe(build) };
}

async function applyEvent(build: BuildInputs, event: Event, github: GitHub): Promise<NamesOnly> {
  const { annotationsOf, labelsOf, namesOf } = await import("../plan/names-loaded.ts");
  const now = Date.now();
  const moment = { event, now, committed: event.committed ?? now };
  const { version, tagNames, texts, tags, warnings } = namesOf(build, moment);
  const labels = labelsOf(build.event.labels, moment, version);
  const { annotations: given, annotationLevels } = build.event;
  const annotations = annotationsOf(given, annotationLevels, { moment, version });
  await github.group("Names from the event", async (print) => {
    print(`${event.name || "no event"}, ${event.ref || "no ref"}, ${event.sha || "no commit"}`);
    for (const { given: written, name } of build.names.images) {
      if (written !== name) print(`Written in lower case: ${written} → ${name}`);
    }
    for (const line of [...texts, ...labels, ...annotations]) print(line);
  });
  for (const warning of warnings) github.warning(warning);
  if (event.committed === undefined) {
    github.warning("The commit's time is not known; the present time stands in for it.");
  }
  return {
    build: { ...build, tags, labels, annotations },
    description: { version: version ?? "", tags: texts, tagNames, labels, annotations },
  };
}

async function decide(named: NamesOnly, event: Event, github: GitHub): Promise<NamesOnly> {
  const { build } = named;
  if (build.push && build.tags.length === 0) {
    throw new UserError(
      `\`tags\`: no rule makes a tag of this event, \`${event.name}\` of \`${event.ref}\`, and \`push: true\` needs one; add a rule such as \`type=ref,event=branch\`, or write \`push: auto\``,
    );
  }
  if (!build.pushByEvent) return named;
  const { push, why } = decidePush(event, build.tags.length);
  await github.group(push ? "Will push" : "Will not push", async (print) => print(why));
  return { ...named, build: { ...build, push } };
}
