// Which configuration folder Docker's commands work with.
import type { Login } from "../inputs/login-inputs.ts";
import type { RunFiles } from "./facts.ts";

/** Where this user's configuration lies, and whether it can be written. */
export type UserConfig = {
  /** `~/.docker`, or what DOCKER_CONFIG names; undefined where there is no home. */
  readonly folder: string | undefined;
  readonly writable: boolean;
  /** Whether a plugin of docker's can be put there. */
  readonly takesPlugins: boolean;
  /** What BUILDX_CONFIG names: buildx's own folder, where it is not in the other. */
  readonly buildx: string | undefined;
};

export type DockerConfigPlan =
  | { readonly kind: "user"; readonly environment: Readonly<Record<string, string>> }
  | {
      readonly kind: "own";
      /** What every command gets, so that it finds the folder. */
      readonly environment: Readonly<Record<string, string>>;
      readonly folder: string;
      /** The folder that it starts as a copy of. */
      readonly copyOf: string | undefined;
      readonly why: string;
    };

/** What has to be written: logins, and whether there are plugins to install. */
export type ToWrite = { readonly logins: readonly Login[]; readonly plugins: boolean };

/**
 * The user's own folder is used as it is, unless something has to be written: then the run gets a
 * folder of its own. Builders stay where the user's other commands look for them, if they can.
 */
export function planDockerConfig(
  { logins, plugins }: ToWrite,
  user: UserConfig,
  files: RunFiles,
): DockerConfigPlan {
  const writable = user.writable && (user.takesPlugins || !plugins);
  if (logins.length === 0 && writable) return { kind: "user", environment: {} };
  const folder = files.dockerConfig;
  const theirs = user.buildx ?? (user.writable ? `${user.folder}/buildx` : undefined);
  const environment = { DOCKER_CONFIG: folder, BUILDX_CONFIG: theirs ?? `${folder}/buildx` };
  const why = writable
    ? "logins are this run's own"
    : `${user.folder ?? "the home folder"} cannot be written`;
  return { kind: "own", environment, folder, copyOf: user.folder, why };
}
