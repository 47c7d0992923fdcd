// Which configuration folder Docker's commands work with.

import type { Login } from "../inputs/login-inputs.ts";
import type { Settings } from "./docker-config-settings.ts";
import type { RunFiles } from "./run-files-plan.ts";

/** Where this user's configuration lies, and whether it can be written. */
export type UserConfig = {
  /** `~/.docker`, or what DOCKER_CONFIG names; undefined if there is no home. */
  readonly folder: string | undefined;
  readonly writable: boolean;
  /** Whether a plugin of docker's can be put there. */
  readonly takesPlugins: boolean;
  /** What BUILDX_CONFIG names: buildx's own folder, if it is not in the other. */
  readonly buildx: string | undefined;
  /** What of its config.json can't be read, and why; undefined for nothing, or if it is not there. */
  readonly problem: string | undefined;
  /** Those of DOCKER_AUTH_CONFIG, which come before the file's. */
  readonly logins: Settings["auths"];
  /** The context in use: `default` if none was chosen. */
  readonly context: string;
  /** The files where docker looks for buildx; docker uses the first, even if it is broken. */
  readonly buildxPlugins: readonly FoundPlugin[];
};

export type FoundPlugin = {
  readonly path: string;
  /** Why it can't be a program, such as `is no file`; undefined if it may be one. */
  readonly problem: string | undefined;
};

export type DockerConfigPlan = {
  /** What every command gets, so that it finds the folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where buildx keeps its builders. */
  readonly buildxFolder: string;
  /** A folder for this run; undefined if the user's is used as it is. */
  readonly own: OwnConfig | undefined;
};

export type OwnConfig = {
  readonly folder: string;
  /** The folder that it starts as a copy of. */
  readonly copyOf: string | undefined;
  /** What DOCKER_AUTH_CONFIG has for the user's: it would come before the run's own logins. */
  readonly logins: Settings["auths"];
  readonly why: string;
};

/** What has to be written. */
type ConfigNeeds = {
  readonly logins: readonly Login[];
  /** Whether to create a context for the duration of the run. */
  readonly context: boolean;
};

/**
 * The user's own folder is used as it is, unless something has to be written: then the run gets a
 * folder of its own. Builders stay where the user's other commands look for them, if they can.
 */
export function planDockerConfig(
  user: UserConfig,
  needs: ConfigNeeds,
  files: RunFiles,
): DockerConfigPlan {
  const why = whyOwn(user, needs);
  const folder = files.dockerConfig;
  const theirs = user.buildx ?? `${user.folder}/buildx`;
  if (why === undefined) return { environment: {}, buildxFolder: theirs, own: undefined };
  const buildxFolder = user.writable ? theirs : `${folder}/buildx`;
  const { logins } = user;
  const moved = Object.keys(logins).length === 0 ? {} : { DOCKER_AUTH_CONFIG: "" };
  return {
    environment: { DOCKER_CONFIG: folder, BUILDX_CONFIG: buildxFolder, ...moved },
    buildxFolder,
    own: { folder, copyOf: user.folder, logins, why },
  };
}

function whyOwn(user: UserConfig, { logins, context }: ConfigNeeds): string | undefined {
  if (user.problem !== undefined) return user.problem;
  // Whether buildx has to be installed is not known yet.
  if (!user.writable || !user.takesPlugins)
    return `${user.folder ?? "the home folder"} cannot be written`;
  if (logins.length > 0) return "logins are this run's own";
  return context ? "it gets the keys of the engine behind TLS" : undefined;
}
