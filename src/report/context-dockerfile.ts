// Where GitHub finds the Dockerfile whose lines an annotation is for.
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isRemote } from "../domain/remote.ts";
import type { BakeTarget } from "../plan/bake-definition.ts";
import type { Dockerfile } from "./build-annotations.ts";

type Folders = {
  /** The folder that paths are seen from. */
  readonly working: string;
  /** GITHUB_WORKSPACE, where the repository is checked out. */
  readonly workspace: string | undefined;
};

type Place = { readonly context: string; readonly file: string | undefined };

/**
 * The Dockerfiles that are built from.
 *
 * @param targets those of a bake; undefined if one image is built
 */
export function dockerfilesIn(
  place: Place,
  folders: Folders & { readonly workdir: string | undefined },
  targets: Parameters<typeof dockerfilesOf>[0] | undefined,
): readonly Dockerfile[] {
  if (targets === undefined) return [dockerfileOf(place, folders)];
  return dockerfilesOf(targets, folders, place.context);
}

/** The Dockerfile of a single build, as annotations need it. */
export function dockerfileOf({ context, file }: Place, folders: Folders): Dockerfile {
  const given = file ?? join(context, "Dockerfile");
  return { name: basename(given), path: isRemote(context) ? undefined : pathOf(given, folders) };
}

/** Those of a bake's targets, which are in their contexts, or inline. */
export function dockerfilesOf(
  targets: readonly Pick<BakeTarget, "name" | "context" | "dockerfile">[],
  { working, ...folders }: Folders & { readonly workdir: string | undefined },
  source: string,
): readonly Dockerfile[] {
  const place = { working: resolve(working, folders.workdir ?? "."), ...folders };
  return targets.map(({ name: target, context, dockerfile }) => {
    if (dockerfile === undefined) return { target, name: "Dockerfile", path: undefined };
    const given = isAbsolute(dockerfile) ? dockerfile : join(context, dockerfile);
    const isElsewhere = isRemote(context) || isRemote(source);
    return { target, name: basename(given), path: isElsewhere ? undefined : pathOf(given, place) };
  });
}

/** Undefined if it is not a file of the workspace. */
function pathOf(given: string, { working, workspace }: Folders): string | undefined {
  if (workspace === undefined || isRemote(given)) return undefined;
  const path = relative(resolve(workspace), resolve(working, given));
  if (path.startsWith("..") || isAbsolute(path)) return undefined;
  return path.split(sep).join("/");
}
