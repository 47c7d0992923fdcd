// The registry itself: the machine's, Debian's, or the one inside Docker Hub's image of it.
import { join } from "node:path";
import { findProgram, run } from "./command.ts";
import { canUseDebian, unpackedPackages } from "./debian-package.ts";
import { say } from "./progress.ts";
import { folders } from "./stack-folder.ts";

/** The program's path. `docker` is run to take it out of an image where nothing else has it. */
export async function findRegistryProgram(
  docker: () => Promise<readonly string[]>,
): Promise<string> {
  const installed = await findProgram("docker-registry");
  if (installed !== undefined) return installed;
  const packages = ["docker-registry"];
  if (await canUseDebian()) {
    const root = await unpackedPackages({ name: "registry", suite: "bookworm", packages });
    return join(root, "usr/bin/docker-registry");
  }
  say("taking the registry's program from Docker Hub's registry:2");
  const doing = "taking the registry's program from its image";
  const command = await docker();
  const program = join(folders.cache, "docker-registry");
  const container = (await run([...command, "create", "registry:2"], { doing })).trim();
  await run([...command, "cp", `${container}:/bin/registry`, program], { doing });
  await run([...command, "rm", container], { doing });
  return program;
}
