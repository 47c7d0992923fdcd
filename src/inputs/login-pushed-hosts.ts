// The registries that get the image.
import { parseReference, type Reference } from "../domain/reference.ts";
import { attribute } from "./attributes.ts";
import type { BuildInputs } from "./build-inputs.ts";
import { pushesImage } from "./export-kinds.ts";

type Pushed = Pick<BuildInputs, "push" | "tags" | "names" | "outputs">;

/** Those that the build pushes to, as far as the inputs tell: `ghcr.io`, `docker.io`. */
export function pushedHosts({ push, tags, names, outputs }: Pushed): readonly string[] {
  const pushing = outputs.filter(pushesImage);
  if (!push && pushing.length === 0) return [];
  const texts = [
    ...names.images.map(({ name }) => name),
    ...pushing.flatMap((output) => (attribute(output, "name") ?? "").split(",")),
  ];
  const named = texts.map(parseReference).flatMap((read) => (read.ok ? [read.value] : []));
  return hostsOf([...tags, ...named]);
}

export function hostsOf(references: readonly Reference[]): readonly string[] {
  const hosts = references.map(({ repository }) => repository.slice(0, repository.indexOf("/")));
  return [...new Set(hosts)];
}
