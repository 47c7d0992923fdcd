// What is built: the checkout, or what BuildKit fetches with Git.
import type { BuildInputs, NamedContext } from "../inputs/build-inputs.ts";

/** The commit that a workflow runs for. */
export type Commit = {
  /** `https://github.com` */
  readonly server: string;
  /** `owner/name` */
  readonly repository: string;
  /** `refs/heads/main`, `refs/pull/1/merge` */
  readonly ref: string;
  /** An empty text if it is not known. */
  readonly sha: string;
};

export type BuildContext = {
  readonly context: string;
  readonly named: readonly NamedContext[];
  /** A line for the log, if the inputs did not set the context. */
  readonly why: string | undefined;
  /** Hosts from which Git fetches the commit's repository, which may be private: `github.com`. */
  readonly tokenHosts: readonly string[];
};

type ContextInputs = Pick<BuildInputs, "context" | "buildContexts">;

/** `{{defaultContext}}`, as docker/build-push-action has it, for the commit. */
const template = /\{\{\s*defaultContext\s*\}\}/g;

/** Whether an input asks for the commit, by that name. */
export function namesCommit({ context = "", buildContexts }: ContextInputs): boolean {
  return [context, ...buildContexts.map(({ source }) => source)].some(
    (text) => text.search(template) >= 0,
  );
}

/**
 * The contexts of the build.
 *
 * @param checkout what shows that the working directory holds the checkout: `.git`; undefined if
 * it does not
 */
export function planContext(
  inputs: ContextInputs,
  {
    commit,
    checkout,
  }: { readonly commit: Commit | undefined; readonly checkout: string | undefined },
): BuildContext {
  const git = commit === undefined ? undefined : gitContext(commit);
  const filled = (text: string) => text.replaceAll(template, () => git ?? "");
  const named = inputs.buildContexts.map(({ name, source }) => ({ name, source: filled(source) }));
  const { context, why } = choose(inputs.context, { git, checkout });
  const sources = [filled(context), ...named.map(({ source }) => source)];
  return {
    context: filled(context),
    named,
    why,
    tokenHosts: [...new Set(sources.flatMap((source) => hostsOf(source, commit)))],
  };
}

// A Dockerfile can read the token, so that no other repository's may get it. BuildKit looks for it
// under the host as the source spells it, port and all: source/git/source.go of moby/buildkit
function hostsOf(source: string, commit: Commit | undefined): readonly string[] {
  if (commit === undefined) return [];
  const start = `${commit.server}/${commit.repository}`.toLowerCase();
  const isFromThere =
    source.toLowerCase().startsWith(start) &&
    /^(?:\.git)?(?:[#?]|$)/.test(source.slice(start.length));
  return isFromThere ? [/^[a-z]+:\/\/([^/]+)/i.exec(source)?.[1] ?? ""] : [];
}

function choose(
  given: string | undefined,
  { git, checkout }: { readonly git: string | undefined; readonly checkout: string | undefined },
): { readonly context: string; readonly why: string | undefined } {
  if (given !== undefined) return { context: given, why: undefined };
  if (checkout !== undefined || git === undefined) {
    const reason = checkout === undefined ? "no event names a commit" : `it has ${checkout}`;
    return { context: ".", why: `Context: the working directory, as ${reason}` };
  }
  const reason = "the working directory holds neither .git nor the Dockerfile";
  return { context: git, why: `Context: ${git}, which BuildKit fetches, as ${reason}` };
}

/**
 * The commit as a Git context. A ref may have moved on since the event, that of a pull request above
 * all: `refs/pull/1/merge` is what was pushed last, and not what was approved.
 */
export function gitContext({ server, repository, ref, sha }: Commit): string {
  const full = ref.startsWith("refs/") || ref === "" ? ref : `refs/heads/${ref}`;
  return `${server}/${repository}.git#${sha === "" ? full : sha}`;
}
