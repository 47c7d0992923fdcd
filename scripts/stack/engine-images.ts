// Puts the tool images that were made here into the engine, under Docker Hub's names.
import { join } from "node:path";
import { attempt, run } from "./command.ts";
import type { Engine } from "./engine.ts";
import { say } from "./progress.ts";
import { folders } from "./stack-folder.ts";

type Name = { readonly repository: string; readonly tag: string };

/**
 * Pulls the images from the registry at this loopback address, where every engine does without
 * TLS, and gives the names that were not there yet.
 */
export async function lendToEngine(
  engine: Engine,
  address: string,
  images: readonly Name[],
): Promise<readonly string[]> {
  const docker = [join(folders.bin, "docker"), "--host", engine.host];
  const lent = images.map(async ({ repository, tag }) => {
    const name = `${repository}:${tag}`;
    const known = await attempt([...docker, "image", "inspect", name]);
    if (known.exitCode === 0) {
      say(`the engine has ${name} already`);
      return [];
    }
    const source = `${address}/${name}`;
    const doing = `giving ${name} to the engine`;
    await run([...docker, "pull", "--quiet", source], { doing });
    await run([...docker, "tag", source, name], { doing });
    return [source, name];
  });
  return (await Promise.all(lent)).flat();
}
