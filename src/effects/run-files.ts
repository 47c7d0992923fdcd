// The folder that holds a run's files, and is gone after it.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { RunFacts, RunFiles } from "../plan/facts.ts";

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

/** Makes the folder, for this user only, and in it what BuildKit is to be told. */
export async function makeRunFiles(
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
  const { trustPeers } = await import("./peer-certificates.ts");
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
