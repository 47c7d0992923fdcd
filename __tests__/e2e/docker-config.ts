// Configuration folders of Docker's, as users have them.
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stack } from "./inputs-for.ts";

export type DockerConfig = AsyncDisposable & { readonly folder: string };

/** A folder with buildx and, if given, this text as its config.json. */
export async function dockerConfig(text?: string): Promise<DockerConfig> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-docker-"));
  const plugins = "cli-plugins";
  await cp(join(stack.DOCKER_CONFIG, plugins), join(folder, plugins), { recursive: true });
  if (text !== undefined) await writeFile(join(folder, "config.json"), text);
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
