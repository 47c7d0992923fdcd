// Events as GitHub's documentation has them, and what rules make of them.
import type { BuildInputs } from "../../src/inputs/build-inputs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { type Event, type EventVariables, eventOf } from "../../src/plan/event-facts.ts";
import { type Names, namesOf } from "../../src/plan/names-plan.ts";

/** Now is three days after the commit. */
export const now = Date.parse("2020-01-13T15:45:00Z");
export const committed = Date.parse("2020-01-10T00:30:00Z");

export const repository = {
  name: "Hello-World",
  full_name: "octocat/Hello-World",
  description: "This your first repo!",
  html_url: "https://github.com/octocat/Hello-World",
  default_branch: "master",
  license: { key: "mit", spdx_id: "MIT" },
};

export const variables: EventVariables = {
  name: "push",
  path: undefined,
  ref: "refs/heads/master",
  sha: "860c1904a1ce19322e91ac35af1ab07466440c37",
  repository: "octocat/Hello-World",
  serverUrl: "https://github.com",
  apiUrl: "https://api.github.com",
  shortShaLength: undefined,
  prHeadSha: false,
};

const pull = (full_name: string) => ({
  number: 15,
  pull_request: {
    base: { ref: "master", repo: repository },
    head: { ref: "patch", sha: "3370e228f2209994d57af4427fe64e71bb79ac96", repo: { full_name } },
  },
});

/** `push refs/heads/a`, `schedule`, `pull_request octocat/fork`: a name, and what else there is. */
export function eventFor(text: string, more: Partial<EventVariables> = {}): Event {
  const [name = "", detail = ""] = text.split(" ");
  const isPull = name.startsWith("pull_request");
  const pullRef = name === "pull_request" ? "refs/pull/15/merge" : variables.ref;
  const ref = isPull ? pullRef : detail || variables.ref;
  const payload = isPull ? pull(detail || repository.full_name) : { base_ref: "refs/heads/master" };
  const all = { ...variables, name, ref, ...more };
  return eventOf(all, { repository, deleted: name === "delete", ...payload });
}

type Texts = Readonly<Record<string, string>>;

/** The inputs of the build; a mistake is an error. */
export async function buildFor(given: Texts): Promise<BuildInputs> {
  const { inputs, problems } = await readInputs(new Map(Object.entries(given)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return inputs.build;
}

/** What the rules make, of the image `user/app` unless given. */
export async function namesFor(event: Event, given: Texts): Promise<Names> {
  const build = await buildFor({ images: "user/app", ...given });
  return namesOf(build, { event, now, committed });
}
