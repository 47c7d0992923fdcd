// A working directory with the files that the inputs name.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const files = {
  Dockerfile: "FROM scratch\n",
  "app/Dockerfile": "FROM scratch\n",
  "buildkitd.toml": "",
};

/** The tests of the file that calls this run in it. */
export function inCheckout(): void {
  const former = process.cwd();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "crossbuild-fuzz-"));
    for (const name of [".git", "app", "shared"]) await mkdir(join(folder, name));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    process.chdir(folder);
  });
  afterAll(async () => {
    process.chdir(former);
    await rm(folder, { recursive: true });
  });
}
