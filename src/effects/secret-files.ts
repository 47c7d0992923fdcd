// The build's secrets as files: there while the build runs, and no longer.
import { mkdir, writeFile } from "node:fs/promises";
import type { SecretFile } from "../plan/secret-plan.ts";
import { removeFolder } from "./run-files.ts";

/** Writes the files for this user only, and takes the folder away when the body has ended. */
export async function withSecretFiles<T>(
  files: readonly SecretFile[],
  folder: string,
  body: () => Promise<T>,
): Promise<T> {
  if (files.length === 0) return await body();
  try {
    await mkdir(folder, { mode: 0o700 });
    for (const { path, text } of files) await writeFile(path, text, { mode: 0o600 });
    return await body();
  } finally {
    await removeFolder(folder);
  }
}
