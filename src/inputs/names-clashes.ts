// Names that two things of one build would be pushed to.
import { formatReference, parseReference } from "../domain/reference.ts";
import { attribute } from "./attributes.ts";
import type { BuildInputs } from "./build-inputs.ts";
import { pushedNames } from "./export-pushed-names.ts";
import type { Complain } from "./fields.ts";

/** Complains of each tag that two pushes would set, so that the last one wins by chance. */
export function complainOfNameClashes(build: BuildInputs, complain: Complain): void {
  if (build.call !== undefined) return;
  for (const name of pushedTwice(build)) {
    complain(
      "outputs",
      `two exporters push \`${name}\`, and one would overwrite the other; change the \`name=\` of one, or leave one out`,
    );
  }
  for (const name of cachesAmongNames(build)) {
    complain(
      "cache-to",
      `\`ref=${name}\` is also a name of the image, and one would overwrite the other; use a separate tag, such as \`${name.slice(0, name.lastIndexOf(":"))}:buildcache\``,
    );
  }
}

function pushedTwice(build: BuildInputs): readonly string[] {
  const all = pushedNames(build).flatMap((names) => [...tagged(names)]);
  return [...new Set(all.filter((name, index) => all.indexOf(name) !== index))];
}

// Even if nothing is pushed this time: another run of the same workflow pushes.
function cachesAmongNames(build: BuildInputs): readonly string[] {
  const names = tagged([...build.tags, ...pushedNames(build).flat()]);
  const places = build.cache.to
    .filter(({ type }) => type === "registry")
    .flatMap((entry) => {
      const read = parseReference(attribute(entry, "ref") ?? "");
      return read.ok ? [formatReference(read.value)] : [];
    });
  return [...new Set(places.filter((place) => names.has(place)))];
}

type Name = { readonly repository: string; readonly tag: string | undefined };

function tagged(names: readonly Name[]): ReadonlySet<string> {
  return new Set(
    names.flatMap(({ repository, tag }) =>
      tag === undefined ? [] : [formatReference({ repository, tag })],
    ),
  );
}
