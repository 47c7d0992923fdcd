// A configuration folder for Docker's commands that starts as the user's and ends with the run.
import { access, constants, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";
import type { DockerConfigPlan } from "../plan/docker-config.ts";

const configFile = "config.json";
const pluginFolder = "cli-plugins";
const settings = v.looseObject({
  credHelpers: v.optional(v.record(v.string(), v.string())),
});
type Settings = v.InferOutput<typeof settings>;

/** Whether the folder, or the nearest above it that is there, can be written. */
export async function isWritable(folder: string): Promise<boolean> {
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
 * Makes the run's folder: the user's settings as a copy, plugins, contexts and the rest as links.
 *
 * @param logins hosts that will be logged in to, whose passwords no credential helper may keep
 * @param warn told where the user's settings can't be read; the folder then starts without them
 */
export async function makeDockerConfig(
  plan: Extract<DockerConfigPlan, { kind: "own" }>,
  logins: readonly string[],
  warn: (problem: string) => void,
): Promise<void> {
  const { copyOf, folder } = plan;
  await mkdir(folder, { mode: 0o700, recursive: true });
  if (copyOf !== undefined) {
    await linkAll(copyOf, folder, [configFile, "buildx", pluginFolder]);
    await linkPlugins(join(copyOf, pluginFolder), join(folder, pluginFolder));
  }
  const theirs = copyOf === undefined ? {} : await readSettings(join(copyOf, configFile), warn);
  // An empty helper means this file: cli/config/configfile of docker/cli.
  const none = Object.fromEntries(logins.map((host) => [host, ""]));
  const ours = { ...theirs, credHelpers: { ...theirs.credHelpers, ...none } };
  await writeFile(join(plan.folder, configFile), JSON.stringify(ours), { mode: 0o600 });
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

async function readSettings(path: string, warn: (problem: string) => void): Promise<Settings> {
  try {
    return v.parse(settings, JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    // The words of a parser may quote a password.
    if (code !== "ENOENT") warn(`${path} is left out: it cannot be read (${code ?? name})`);
    return {};
  }
}
