// The BuildKit settings that make the stack's registry, and Docker Hub's names in it, work.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Registry } from "./registry.ts";
import { stackFolder } from "./stack-folder.ts";

/** Writes the file and gives its path. Builders need `--driver-opt network=host` beside it. */
export async function writeBuildkitdToml(registry: Registry): Promise<string> {
  const file = join(stackFolder, "buildkitd.toml");
  const text = (value: string) => JSON.stringify(value);
  const lines = [
    '[registry."docker.io"]',
    `  mirrors = [${text(registry.http)}]`,
    `[registry.${text(registry.http)}]`,
    "  http = true",
    ...[registry.tls, registry.auth].flatMap((endpoint) => [
      `[registry.${text(endpoint)}]`,
      `  ca = [${text(registry.authority)}]`,
    ]),
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
