// Where GitHub finds the Dockerfile whose lines an annotation is for.
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isRemote } from "../domain/remote.ts";

/** The Dockerfile's place in the repository. */
export type DockerfilePath = {
  /** From the workspace's top, with `/`. */
  readonly path: string;
  /** As BuildKit calls it. */
  readonly name: string;
};

type Folders = {
  /** The step's working directory. */
  readonly working: string;
  /** GITHUB_WORKSPACE, where the repository is checked out. */
  readonly workspace: string | undefined;
};

/** Undefined if the Dockerfile is not a file of the workspace. */
export function dockerfilePath(
  { context, file }: { readonly context: string; readonly file: string | undefined },
  { working, workspace }: Folders,
): DockerfilePath | undefined {
  const given = file ?? join(context, "Dockerfile");
  if (workspace === undefined || isRemote(context) || isRemote(given)) return undefined;
  const path = relative(resolve(workspace), resolve(working, given));
  if (path.startsWith("..") || isAbsolute(path)) return undefined;
  return { path: path.split(sep).join("/"), name: basename(path) };
}
