// Finds out about the event that started the workflow, from its payload, and from Git and GitHub if
// that does not say enough.
import { readFile } from "node:fs/promises";
import { messageOf } from "../domain/message-of.ts";
import {
  committedIn,
  type Event,
  type EventVariables,
  repositoryFactsIn,
} from "../plan/event-facts.ts";
import type { GitHub } from "../runner/github.ts";
import type { Proxies } from "./http-client.ts";
import type { Shell } from "./shell.ts";

type Ports = { readonly shell: Shell; readonly github: GitHub };

/** What GITHUB_EVENT_PATH names. */
export type EventPayload = {
  /** Parsed; an empty object if there is none. */
  readonly json: unknown;
  /** Why it can't be read: a warning, if it is needed. */
  readonly problem: string | undefined;
};

/** Reads the event's payload. */
export async function readPayload(path: string | undefined): Promise<EventPayload> {
  if (path === undefined) return { json: {}, problem: undefined };
  try {
    return { json: JSON.parse(await readFile(path, "utf8")), problem: undefined };
  } catch (error) {
    const problem = `The event's payload at ${path} can't be read: ${messageOf(error)}`;
    return { json: {}, problem };
  }
}

type ApiAccess = {
  readonly variables: EventVariables;
  readonly token: string | undefined;
  readonly proxies: Proxies;
};

/** The event, with what its payload lacks from the checkout, and else from GitHub's API. */
export async function completeEvent(event: Event, asking: ApiAccess, ports: Ports): Promise<Event> {
  const [about, committed] = await Promise.all([
    event.about ?? aboutRepository(asking, ports.github),
    event.committed ?? commitTime(event.sha, asking, ports),
  ]);
  return { ...event, about, committed };
}

async function aboutRepository(
  { variables, token, proxies }: ApiAccess,
  github: GitHub,
): Promise<Event["about"]> {
  const { apiUrl, serverUrl, repository } = variables;
  if (repository === "") return undefined;
  const url = `${apiUrl}/repos/${repository}`;
  const told = await asked(url, { token, proxies, github, what: "the repository" });
  const name = repository.slice(repository.indexOf("/") + 1);
  const guess = { name, description: "", license: "", defaultBranch: "" };
  return repositoryFactsIn(told) ?? { ...guess, url: `${serverUrl}/${repository}` };
}

async function commitTime(
  sha: string,
  { variables, token, proxies }: ApiAccess,
  { shell, github }: Ports,
): Promise<number | undefined> {
  // In a container the checkout may belong to another user, whom Git distrusts.
  const git = ["git", "-c", "safe.directory=*", "log", "-1", "--format=%cI", sha || "HEAD"];
  const time = await shell.capture("looking for the commit's time", git).then(
    ({ stdout }) => Date.parse(stdout.trim()),
    () => Number.NaN,
  );
  if (!Number.isNaN(time)) return time;
  const { apiUrl, repository } = variables;
  if (repository === "" || sha === "") return undefined;
  const url = `${apiUrl}/repos/${repository}/commits/${sha}`;
  return committedIn(await asked(url, { token, proxies, github, what: "the commit" }));
}

type ApiQuestion = {
  readonly token: string | undefined;
  readonly proxies: Proxies;
  readonly github: GitHub;
  readonly what: string;
};

async function asked(url: string, { token, proxies, github, what }: ApiQuestion): Promise<unknown> {
  if (token === undefined) return undefined;
  const { askApi } = await import("./event-github-api.ts");
  try {
    return await askApi(url, { token, proxies });
  } catch (error) {
    github.warning(`GitHub's API does not tell about ${what}: ${messageOf(error)}`);
    return undefined;
  }
}
