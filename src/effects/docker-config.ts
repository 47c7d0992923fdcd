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
import * as v from "valibot";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import type { OwnConfig, UserConfig } from "../plan/docker-config.ts";
import { credentialKey } from "../plan/registry-access.ts";
import { findBuildx } from "./find-plugin.ts";

const configFile = "config.json";
const pluginFolder = "cli-plugins";
const contextFolder = "contexts";
// The form of the file: cli/config/configfile of docker/cli.
const settings = v.looseObject({
  auths: v.optional(v.record(v.string(), v.unknown())),
  credHelpers: v.optional(v.record(v.string(), v.string())),
  credsStore: v.optional(v.string()),
  currentContext: v.optional(v.string()),
  cliPluginsExtraDirs: v.optional(v.array(v.string())),
});
type Settings = v.InferOutput<typeof settings>;

/** What the environment says of the user's configuration. */
export type NamedConfig = Pick<UserConfig, "folder" | "buildx"> & {
  /** The context that DOCKER_CONTEXT names, or `default` where DOCKER_HOST is set. */
  readonly context: string | undefined;
};

export async function probeUserConfig(named: NamedConfig): Promise<UserConfig> {
  const { folder, buildx, context } = named;
  const place = folder ?? "/nonexistent";
  const [writable, takesPlugins, read] = await Promise.all([
    isWritable(buildx ?? place),
    isWritable(join(place, pluginFolder)),
    readSettings(folder),
  ]);
  const { currentContext, cliPluginsExtraDirs = [] } = read.ok ? read.value : {};
  return {
    folder,
    buildx,
    writable,
    takesPlugins,
    problem: read.ok ? undefined : read.problem,
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
  const read = await readSettings(copyOf);
  const theirs = read.ok ? read.value : {};
  // An empty helper means this file.
  const none = Object.fromEntries(logins.map((host) => [credentialKey(host), ""]));
  await writeSettings(folder, {
    ...theirs,
    credHelpers: { ...theirs.credHelpers, ...none },
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
  const read = await readSettings(folder);
  if (!read.ok) throw new Error(read.problem);
  const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
  const auths = { ...read.value.auths, [credentialKey(login.registry)]: { auth } };
  await writeSettings(folder, { ...read.value, auths });
}

/** What config.json says; where it can't be read, why. */
export async function readSettings(folder: string | undefined): Promise<Parsed<Settings>> {
  if (folder === undefined) return parsed({});
  const path = join(folder, configFile);
  try {
    return parsed(v.parse(settings, JSON.parse(await readFile(path, "utf8"))));
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    // A parser's words may quote a password.
    return code === "ENOENT"
      ? parsed({})
      : refused(`${path} cannot be read (${code ?? name}), and is left out`);
  }
}

async function writeSettings(folder: string, settings: Settings): Promise<void> {
  await writeFile(join(folder, configFile), JSON.stringify(settings), { mode: 0o600 });
}
