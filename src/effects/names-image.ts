// Names an image after the event, if the inputs ask for that; otherwise no event is read.
import { UserError } from "../domain/errors.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { type Event, type EventVariables, eventOf } from "../plan/event-facts.ts";
import { decidePush } from "../plan/event-push.ts";
import { type Description, describe } from "../report/outputs.ts";
import type { GitHub } from "../runner/github.ts";
import { completeEvent, type EventPayload } from "./event-read.ts";
import type { Proxies } from "./http-client.ts";
import type { Shell } from "./shell.ts";

/** What an event can change, and whether it may. */
type Nameable = Pick<BuildInputs, "names" | "tags" | "labels" | "annotations" | "event"> &
  Pick<BuildInputs, "push" | "pushByEvent" | "reproducible">;

/** `image`: the inputs, with what the event makes of them: tags, labels, annotations, push. */
export type Named<T> = {
  readonly image: T;
  /** The commit's time in seconds since 1970, if the build is to be reproducible. */
  readonly epoch: number | undefined;
  readonly description: Description;
};

type Run = {
  readonly runner: { readonly event: EventVariables; readonly proxies: Proxies };
  readonly shell: Shell;
  readonly github: GitHub;
};

type NamingOptions = Run & {
  readonly payload: EventPayload;
  /** For GitHub's API. */
  readonly token: string | undefined;
  /** Whether what is pushed may have names that are not among the inputs. */
  readonly hasOtherNames?: boolean;
};

/** @throws UserError if nothing comes out that could be pushed, or that can be reproduced */
export async function nameImage<T extends Nameable>(
  image: T,
  { runner, shell, github, payload, token, hasOtherNames = false }: NamingOptions,
): Promise<Named<T>> {
  const { event: inputs, reproducible, pushByEvent } = image;
  if (!inputs.describes && !reproducible && !pushByEvent) {
    return { image, epoch: undefined, description: describe(image) };
  }
  const { event: variables, proxies } = runner;
  if (payload.problem !== undefined) github.warning(payload.problem);
  const told = eventOf(variables, payload.json);
  const needsMore = inputs.describes || reproducible;
  const asking = { variables, token, proxies };
  const event = needsMore ? await completeEvent(told, asking, { shell, github }) : told;
  if (reproducible && event.committed === undefined) {
    throw new UserError(
      "`reproducible: true` needs the commit's time, and neither the event, nor Git in the working directory, nor GitHub's API tells it; is actions/checkout missing before this step?",
    );
  }
  const named = inputs.describes ? await applyEvent(image, event, github) : plainly(image);
  const decided = await decide(named, event, { github, hasOtherNames });
  const epoch = reproducible ? Math.floor((event.committed ?? 0) / 1000) : undefined;
  return { ...decided, epoch };
}

type WithNames<T> = Omit<Named<T>, "epoch">;

function plainly<T extends Nameable>(image: T): WithNames<T> {
  return { image, description: describe(image) };
}

async function applyEvent<T extends Nameable>(
  image: T,
  event: Event,
  github: GitHub,
): Promise<WithNames<T>> {
  const { annotationsOf, labelsOf, namesOf } = await import("../plan/names-loaded.ts");
  const now = Date.now();
  const moment = { event, now, committed: event.committed ?? now };
  const { version, tagNames, texts, tags, warnings } = namesOf(image, moment);
  const labels = labelsOf(image.event.labels, moment, version);
  const { annotations: given, annotationLevels } = image.event;
  const annotations = annotationsOf(given, annotationLevels, { moment, version });
  await github.group("Names from the event", async (print) => {
    print(`${event.name || "no event"}, ${event.ref || "no ref"}, ${event.sha || "no commit"}`);
    for (const { given: written, name } of image.names.images) {
      if (written !== name) print(`Written in lower case: ${written} → ${name}`);
    }
    for (const line of [...texts, ...labels, ...annotations]) print(line);
  });
  for (const warning of warnings) github.warning(warning);
  if (event.committed === undefined) {
    github.warning("The commit's time is not known; the present time stands in for it.");
  }
  return {
    image: { ...image, tags, labels, annotations },
    description: { version: version ?? "", tags: texts, tagNames, labels, annotations },
  };
}

async function decide<T extends Nameable>(
  named: WithNames<T>,
  event: Event,
  { github, hasOtherNames }: Pick<NamingOptions, "github"> & { readonly hasOtherNames: boolean },
): Promise<WithNames<T>> {
  const { image } = named;
  if (image.push && !hasOtherNames && image.tags.length === 0) {
    throw new UserError(
      `\`tags\`: no rule makes a tag of this event, \`${event.name}\` of \`${event.ref}\`, and \`push: true\` needs one; add a rule such as \`type=ref,event=branch\`, or write \`push: auto\``,
    );
  }
  if (!image.pushByEvent) return named;
  const { push, why } = decidePush(event, image.tags.length > 0 || hasOtherNames);
  await github.group(push ? "Will push" : "Will not push", async (print) => print(why));
  return { ...named, image: { ...image, push } };
}
