// What has to be true of a commit before it is released, as functions of texts.
import { gt, parse, valid } from "semver";

/** What a release is made of; the texts are those of the tagged commit. */
export type Candidate = {
  /** The tag that was pushed: `v1.2.3`. */
  readonly tag: string;
  /** All tags of the repository. */
  readonly tags: readonly string[];
  readonly onMain: boolean;
  /** `version` in package.json. */
  readonly version: string;
  /** CHANGELOG.md. */
  readonly changelog: string;
  /** .github/workflows/multiarch.yml, which names the actions of its own release. */
  readonly workflow: string;
};

/** Everything that speaks against the release, a sentence each; empty if nothing does. */
export function problemsOf(candidate: Candidate): readonly string[] {
  const { tag, tags, onMain, version, changelog, workflow } = candidate;
  if (!/^v\d+\.\d+\.\d+$/.test(tag) || valid(tag) === null) {
    return [`${tag} is not a version: it takes three numbers, such as v1.2.3`];
  }
  const later = tags.find((other) => majorTag(other) === majorTag(tag) && gt(other, tag));
  const strange = usedTags(workflow).filter((used) => used !== tag);
  const checks: readonly (readonly [boolean, string])[] = [
    [!onMain, `the commit of ${tag} is not on main`],
    [`v${version}` !== tag, `package.json has version ${version}`],
    [notesOf(changelog, tag) === "", `CHANGELOG.md says nothing below \`## ${tag.slice(1)}\``],
    [later !== undefined, `${later} is there already, and ${majorTag(tag)} would go back`],
    [strange.length > 0, `multiarch.yml takes actions of ${strange.join(", ")}`],
  ];
  return checks.flatMap(([bad, problem]) => (bad ? [problem] : []));
}

/** What the changelog says of a version: the text below `## 1.2.3`, to the next such heading. */
export function notesOf(changelog: string, tag: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => /^\S*/.exec(text)?.[0] === tag.slice(1)) ?? "";
  return section.split("\n").slice(1).join("\n").trim();
}

/** The tag that follows the releases of one major version: `v1` of `v1.2.3`; else undefined. */
export function majorTag(tag: string): string | undefined {
  const version = parse(tag);
  return version === null ? undefined : `v${version.major}`;
}

/** The tags by which a workflow takes this repository's own actions, each once. */
export function usedTags(workflow: string): readonly string[] {
  const uses = workflow.matchAll(/^\s*(?:- )?uses: OWNER\/crossbuild(?:\/\S+)?@(\S+)/gm);
  return [...new Set([...uses].map(([, tag = ""]) => tag))];
}
