// Docker's configuration: what the user's says, and a folder that starts as the user's and ends with the run.
import {
  access,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OwnConfig, UserConfig } from "../plan/docker-config-plan.ts";
import {
  type Entry,
  parseAuthVariable,
  parseDockerSettings,
  type ReadSettings,
  type Settings,
} from "../plan/docker-config-settings.ts";
import { credentialKey } from "../plan/registry-access.ts";
import { findBuildx } from "./buildx-plugin.ts";

const configFile = "config.json";
const pluginFolder = "cli-plugins";
const contextFolder = "contexts";

/** What the environment says of the user's configuration. */
export type NamedConfig = Pick<UserConfig, "folder" | "buildx"> & {
  /** DOCKER_AUTH_CONFIG: logins in JSON. */
  readonly logins: string | undefined;
  /** The context that DOCKER_CONTEXT names, or `default` if DOCKER_HOST is set. */
  readonly context: string | undefined;
};

export async function probeUserConfig(named: NamedConfig): Promise<UserConfig> {
  const { folder, buildx, context, logins } = named;
  const place = folder ?? "/nonexistent";
  const [writable, takesPlugins, { settings, problem }] = await Promise.all([
    isWritable(buildx ?? place),
    isWritable(join(place, pluginFolder)),
    readSettings(folder),
  ]);
  const { currentContext, cliPluginsExtraDirs } = settings;
  return {
    folder,
    buildx,
    writable,
    takesPlugins,
    problem,
    logins: parseAuthVariable(logins),
    context: context ?? (currentContext || "default"),
    buildxPlugins: await findBuildx(folder, cliPluginsExtraDirs),
  };
}

/** Whether the folder, or the nearest above it that is there, can be written. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const above = dirname(folder);
    const absent = (error as NodeJS.ErrnoException).code === "ENOENT";
    return absent && above !== folder ? await isWritable(above) : false;
  }
}

/**
 * Makes the run's folder: settings and contexts as a copy of the user's, plugins and the rest as
 * links.
 *
 * @param logins hosts that will be logged in to, whose passwords no credential helper may keep
 */
export async function makeDockerConfig(plan: OwnConfig, logins: readonly string[]): Promise<void> {
  const { copyOf, folder } = plan;
  await mkdir(folder, { mode: 0o700, recursive: true });
  if (copyOf !== undefined) {
    await linkAll(copyOf, folder, [configFile, "buildx", pluginFolder, contextFolder]);
    await linkPlugins(join(copyOf, pluginFolder), join(folder, pluginFolder));
    await copyContexts(join(copyOf, contextFolder), join(folder, contextFolder));
  }
  const { settings } = await readSettings(copyOf);
  const named = Object.keys(plan.logins);
  // An empty helper means this file.
  const none = [...named, ...logins.map(credentialKey)].map((key) => [key, ""]);
  await writeSettings(folder, {
    ...settings,
    auths: { ...settings.auths, ...plan.logins },
    credHelpers: { ...settings.credHelpers, ...Object.fromEntries(none) },
  });
}

// One by one: a plugin that the run has installed for itself stays, and comes before theirs.
async function linkPlugins(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await linkAll(from, to, await readdir(to));
}

async function linkAll(from: string, to: string, except: readonly string[]): Promise<void> {
  const names = await readdir(from).catch(() => []);
  for (const name of names.filter((name) => !except.includes(name))) {
    await symlink(join(from, name), join(to, name));
  }
}

// A context of the run's own, with the engine's keys, may come beside them.
async function copyContexts(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  for (const name of names) await cp(join(from, name), join(to, name), { recursive: true });
}

/** Puts a login into the configuration, as `docker login` would. */
export async function writeLogin(
  folder: string,
  login: { readonly registry: string; readonly username: string; readonly password: string },
): Promise<void> {
  const { settings } = await readSettings(folder);
  const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
  const auths = { ...settings.auths, [credentialKey(login.registry)]: { auth } };
  await writeSettings(folder, { ...settings, auths });
}

/** What config.json says; of what can't be read, why. */
export async function readSettings(folder: string | undefined): Promise<ReadSettings> {
  if (folder === undefined) return parseDockerSettings("");
  const path = join(folder, configFile);
  try {
    const { settings, problem } = parseDockerSettings(await readFile(path, "utf8"));
    return { settings, problem: problem === undefined ? undefined : `${path} ${problem}` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = `${path} cannot be read (${code}), and is left out`;
    return { ...parseDockerSettings(""), problem: code === "ENOENT" ? undefined : problem };
  }
}

type Written = Omit<Settings, "auths"> & {
  readonly auths: Readonly<Record<string, Partial<Entry>>>;
};

async function writeSettings(folder: string, settings: Written): Promise<void> {
  await writeFile(join(folder, configFile), JSON.stringify(settings), { mode: 0o600 });
}
