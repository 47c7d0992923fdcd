// The names that a build pushes to, exporter by exporter.
import { parseReference, type Reference } from "../domain/reference.ts";
import type { BuildInputs } from "./build-inputs.ts";
import type { Output } from "./export-inputs.ts";
import { ownNames, pushesByDigest, pushesImage, takesPush } from "./export-kinds.ts";

/** A name that is pushed to. */
export type PushedName = {
  /** `registry/path` */
  readonly repository: string;
  /** Undefined if the push is by digest, and moves no tag. */
  readonly tag: string | undefined;
};

type Build = Pick<BuildInputs, "leg" | "names" | "outputs" | "push" | "tags">;

/** Those of `push`, and then those of each exporter in `outputs` that pushes by itself. */
export function pushedNames(build: Build): readonly (readonly PushedName[])[] {
  const { leg, outputs, push, tags } = build;
  const own = outputs.filter((output) => pushesImage(output) && !(push && takesPush(output)));
  return [
    ...(push ? [leg === "true" ? untagged(repositoriesOf(build)) : tags] : []),
    ...own.map((output) => namesOf(output, build)),
  ];
}

// The exporter's own name replaces the image's.
function namesOf(output: Output, build: Build): readonly PushedName[] {
  const own = ownNames(output).flatMap((text) => {
    const read = parseReference(text);
    return read.ok ? [read.value] : [];
  });
  if (!pushesByDigest(output)) return own.length > 0 ? own : build.tags;
  const repositories = own.map(({ repository }) => repository);
  return untagged(own.length > 0 ? new Set(repositories) : repositoriesOf(build));
}

function untagged(repositories: Iterable<string>): readonly PushedName[] {
  return [...repositories].map((repository) => ({ repository, tag: undefined }));
}

/** `registry/path` of each of the `images` that is enabled, and of each of the `tags`, once. */
export function repositoriesOf({ names, tags }: Pick<Build, "names" | "tags">): readonly string[] {
  const images = names.images.filter(({ enabled }) => enabled);
  const references = images.flatMap(({ name }): readonly Reference[] => {
    const read = parseReference(`${name}:latest`);
    return read.ok ? [read.value] : [];
  });
  return [...new Set([...references, ...tags].map(({ repository }) => repository))];
}
