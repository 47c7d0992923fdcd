// Whether `push: auto` pushes in an event.
import type { Event } from "./event-facts.ts";

type PushDecision = { readonly push: boolean; readonly why: string };

/** Events that only those start who may write to the repository, or that it starts itself. */
const own = [
  ...["push", "create", "schedule", "workflow_dispatch", "repository_dispatch"],
  ...["release", "merge_group"],
];

/** @param hasTags whether the image has tags to push to */
export function decidePush(
  { name, repository, head, deleted }: Pick<Event, "name" | "repository" | "head" | "deleted">,
  hasTags: boolean,
): PushDecision {
  const here = repository === "" ? "the repository" : repository;
  if (name.startsWith("pull_request")) {
    const fork = head !== undefined && head !== repository;
    const from = fork ? `from a fork, ${head}` : `within ${here}`;
    return { push: false, why: `this is a pull request ${from}, and pull requests are not pushed` };
  }
  if (deleted) return { push: false, why: "the event tells that a branch or tag is gone" };
  if (!own.includes(name)) {
    const event = name === "" ? "no event is known" : `\`${name}\` may come from outside ${here}`;
    return { push: false, why: `${event}; \`push: true\` pushes all the same` };
  }
  if (!hasTags) return { push: false, why: "this event makes no tag" };
  return { push: true, why: `\`${name}\` is an event of ${here} itself` };
}
