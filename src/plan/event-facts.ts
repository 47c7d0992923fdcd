// The event that started the workflow, from the environment and the payload.
import * as v from "valibot";
import { UserError } from "../domain/errors.ts";

/** What the runner's environment says of the event. */
export type EventVariables = {
  /** `push`; undefined if no workflow runs. */
  readonly name: string | undefined;
  /** The file that has the payload. */
  readonly path: string | undefined;
  /** `refs/heads/main` */
  readonly ref: string;
  readonly sha: string;
  /** `owner/name` */
  readonly repository: string;
  /** `https://github.com` */
  readonly serverUrl: string;
  /** `https://api.github.com` */
  readonly apiUrl: string;
  /** DOCKER_METADATA_SHORT_SHA_LENGTH, in digits. */
  readonly shortShaLength: string | undefined;
  /** DOCKER_METADATA_PR_HEAD_SHA: the `sha` of a pull request is that of its head. */
  readonly prHeadSha: boolean;
};

export type Event = {
  readonly name: string;
  /** The pull request's, if the event is one. */
  readonly ref: string;
  readonly sha: string;
  readonly shortSha: string;
  /** The value of `{{base_ref}}`. */
  readonly baseRef: string;
  /** `owner/name` of the repository that the workflow runs in, and of the pull request's head. */
  readonly repository: string;
  readonly head: string | undefined;
  /** Whether the event is the deletion of a branch or tag. */
  readonly deleted: boolean;
  /** Undefined if the payload does not have it. */
  readonly about: RepositoryFacts | undefined;
  /** The commit's, in milliseconds since 1970; undefined if the payload does not tell. */
  readonly committed: number | undefined;
};

type RepositoryFacts = {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** An SPDX identifier, or nothing. */
  readonly license: string;
  readonly defaultBranch: string;
};

const text = v.nullish(v.string(), "");
const license = v.nullish(v.looseObject({ spdx_id: text }));
/** https://docs.github.com/rest/repos/repos#get-a-repository, in the API and in payloads alike. */
const repository = v.looseObject({
  name: text,
  description: text,
  html_url: text,
  license,
  default_branch: text,
});
const commit = v.looseObject({ id: v.string(), timestamp: v.string() });
/** https://docs.github.com/rest/commits/commits#get-a-commit */
const answeredCommit = v.looseObject({
  commit: v.looseObject({ committer: v.looseObject({ date: v.string() }) }),
});
const side = v.looseObject({
  ref: text,
  sha: text,
  repo: v.nullish(v.looseObject({ full_name: text })),
});
/** https://docs.github.com/webhooks/webhook-events-and-payloads */
const payload = v.looseObject({
  base_ref: text,
  deleted: v.nullish(v.boolean(), false),
  number: v.nullish(v.number()),
  pull_request: v.nullish(v.looseObject({ base: v.nullish(side), head: v.nullish(side) })),
  repository: v.nullish(repository),
  commits: v.nullish(v.array(commit), []),
  head_commit: v.nullish(commit),
});

/**
 * The event; what the payload has in another form than GitHub documents counts as absent.
 *
 * @param json the payload, parsed
 * @throws UserError if the environment asks for a short SHA without a length
 */
export function eventOf(variables: EventVariables, json: unknown): Event {
  const read = v.safeParse(payload, json);
  const told = read.success ? read.output : v.parse(payload, {});
  const { name = "", prHeadSha } = variables;
  const { pull_request: pull } = told;
  const ref = name.includes("pull_request_target")
    ? `refs/pull/${told.number}/merge`
    : variables.ref;
  const headSha = prHeadSha && name.includes("pull_request") ? pull?.head?.sha : "";
  const sha = headSha || variables.sha;
  const commits = [...told.commits, ...(told.head_commit ? [told.head_commit] : [])];
  const timestamp = commits.find(({ id }) => id === sha)?.timestamp;
  return {
    ...{ name, ref, sha, repository: variables.repository },
    shortSha: shortened(sha, variables.shortShaLength),
    baseRef: baseRefOf(ref, told.base_ref, pull?.base?.ref ?? ""),
    head: pull ? pull.head?.repo?.full_name || "a repository that is gone" : undefined,
    deleted: told.deleted || name === "delete",
    about: told.repository ? repositoryFacts(told.repository) : undefined,
    committed: timestamp === undefined ? undefined : Date.parse(timestamp),
  };
}

const privacy = v.object({ repository: v.object({ private: v.boolean() }) });

/** Whether the payload says that the repository is private. */
export function isPrivateIn(json: unknown): boolean {
  const read = v.safeParse(privacy, json);
  return read.success && read.output.repository.private;
}

/** The repository in a response of the API; undefined if it has another form. */
export function repositoryFactsIn(json: unknown): RepositoryFacts | undefined {
  const read = v.safeParse(repository, json);
  return read.success ? repositoryFacts(read.output) : undefined;
}

/** The time of the commit, in milliseconds since 1970, in an answer of the API. */
export function committedIn(json: unknown): number | undefined {
  const read = v.safeParse(answeredCommit, json);
  return read.success ? Date.parse(read.output.commit.committer.date) : undefined;
}

function repositoryFacts(told: v.InferOutput<typeof repository>): RepositoryFacts {
  return {
    name: told.name,
    description: told.description,
    url: told.html_url,
    license: told.license?.spdx_id ?? "",
    defaultBranch: told.default_branch,
  };
}

function baseRefOf(ref: string, pushed: string, pulled: string): string {
  if (ref.startsWith("refs/tags/") && pushed !== "") return pushed.replace(/^refs\/heads\//, "");
  return ref.startsWith("refs/pull/") ? pulled : "";
}

function shortened(sha: string, digits = "7"): string {
  if (/^\d+$/.test(digits)) return sha.slice(0, Number(digits));
  throw new UserError(
    `DOCKER_METADATA_SHORT_SHA_LENGTH is \`${digits}\`; it takes a number, such as 12`,
  );
}
