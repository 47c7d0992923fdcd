// Keeps the data of a private engine in memory: BuildKit waits for the disk at each step otherwise.
import { mkdir } from "node:fs/promises";
import { freemem } from "node:os";
import { run } from "./command.ts";

const [size, needed] = [6 * 2 ** 30, 12 * 2 ** 30];

/** Mounts a disk in memory on the folder if there is plenty; `down` unmounts it. Needs root. */
export async function mountMemoryDisk(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (freemem() < needed) return;
  const options = ["-o", `size=${size},mode=710`];
  const command = ["mount", "-t", "tmpfs", ...options, "tmpfs", folder];
  await run(command, { doing: `mounting a disk in memory on ${folder}` });
}
