// The folder that holds a run's files, and is gone after it.

import { access, constants, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../domain/errors.ts";
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { RunFacts } from "../plan/run-facts.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";

/** The paths of one run's files; nothing is made yet. */
export function runFiles(folder: string): RunFiles {
  return {
    folder,
    buildkitdConfig: join(folder, "buildkitd.toml"),
    metadata: join(folder, "metadata.json"),
    imageId: join(folder, "image-id"),
    secrets: join(folder, "secrets"),
    certificates: join(folder, "certificates"),
    authorities: join(folder, "authorities"),
    dockerConfig: join(folder, "docker"),
    registrySettings: join(folder, "registries"),
  };
}

/** The file of a run's folder that says whose it is. */
export const ownerFile = "owner";

/**
 * Makes the folder, for this user only, and in it what BuildKit is to be told.
 *
 * @throws FullDiskError, UserError that names the folder
 */
export async function makeRunFiles(
  run: Pick<RunFacts, "files" | "owner">,
  config: BuildkitdConfigFile | undefined,
): Promise<void> {
  try {
    await makeAll(run, config);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const { folder } = run.files;
    const { fullDiskAt } = await import("./full-disk.ts");
    throw (
      (await fullDiskAt(error, folder)) ??
      new UserError(
        `the run's files can't be written to ${folder}: ${await causeOf(error, dirname(folder))}`,
        {
          tryThis: `let the runner's user write in ${dirname(folder)}, which RUNNER_TEMP names, or name another folder there`,
          cause: error,
        },
      )
    );
  }
}

// Of a read-only file system Node says that the folder above is not there.
async function causeOf(error: unknown, above: string): Promise<string> {
  return await access(above, constants.W_OK).then(() => String(error), String);
}

async function makeAll(
  { files, owner }: Pick<RunFacts, "files" | "owner">,
  config: BuildkitdConfigFile | undefined,
): Promise<void> {
  await mkdir(files.folder, { mode: 0o700, recursive: true });
  if (owner !== undefined) await writeFile(join(files.folder, ownerFile), owner);
  await mkdir(files.certificates);
  await mkdir(files.authorities);
  if (config === undefined) return;
  await writeFile(files.buildkitdConfig, config.text);
  for (const { path, text } of config.pems) await writeFile(path, text, { mode: 0o600 });
  for (const [index, path] of config.authorities.entries()) {
    await copyFile(path, join(files.authorities, `${index}.pem`));
  }
  if (config.uncheckedHosts.length === 0) return;
  const { trustPeers } = await import("./registry-peer-certificates.ts");
  await trustPeers(config.uncheckedHosts, files.authorities);
}

/** Removes a run's folder, if it is there. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Removes a file, if it is there. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** What buildx left of the build: its metadata as JSON text, and the image's ID; empty if none. */
export async function readBuildFiles(
  files: RunFiles,
): Promise<{ readonly metadata: string; readonly imageId: string }> {
  const [metadata, imageId] = await Promise.all([textOf(files.metadata), textOf(files.imageId)]);
  return { metadata, imageId };
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
