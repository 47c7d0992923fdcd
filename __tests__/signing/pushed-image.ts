// Images to sign, pushed with buildx alone.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docker } from "../e2e/docker.ts";
import { newRepository } from "../e2e/inputs-for.ts";

/**
 * Pushes one small image, unlike any other, to a new repository of each host.
 * @returns `host/repository@sha256:…` for each
 */
export async function pushImage(
  builder: string,
  hosts: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const context = await mkdtemp(join(tmpdir(), "crossbuild-context-"));
  try {
    await writeFile(join(context, "Dockerfile"), "FROM scratch\nCOPY name /\n");
    await writeFile(join(context, "name"), crypto.randomUUID());
    const metadata = join(context, "metadata.json");
    const names = hosts.map((host) => `${host}/${newRepository()}`);
    await docker(
      ...["buildx", "build", "--builder", builder, "--platform", "linux/amd64,linux/arm64"],
      ...["--push", ...names.map((name) => `--tag=${name}:1`), `--metadata-file=${metadata}`],
      context,
      environment,
    );
    const digest: string = JSON.parse(await readFile(metadata, "utf8"))["containerimage.digest"];
    return names.map((name) => `${name}@${digest}`);
  } finally {
    await rm(context, { recursive: true });
  }
}
