// Raises the pinned tool images to their newest releases, and tells what changed. What is known of
// buildx is raised by scripts/buildx-releases.ts.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pinnedImages } from "../src/domain/pinned-images.ts";
import { newestTag, tagsOf } from "./newest-tag.ts";

const root = join(import.meta.dirname, "..");
const files = ["src/domain/pinned-images.ts", "action.yml"];
const module = "github.com/moby/buildkit";
// Docker Hub's name as a registry, or that of a stand-in.
const registry = process.argv[2] ?? "https://registry-1.docker.io";

for (const [name, image] of Object.entries(pinnedImages)) {
  const [path = "", tag = ""] = image.replace(/^docker\.io\//, "").split(":");
  const newest = newestTag(await tagsOf(registry, path), tag);
  if (newest === undefined) continue;
  for (const file of files) {
    const text = await readFile(join(root, file), "utf8");
    await writeFile(join(root, file), text.replaceAll(image, image.replace(tag, newest)));
  }
  if (name === "buildkit") compileFrom(newest);
  console.log(`${path}: ${tag} → ${newest}`);
}

/** The test stack compiles the same release. */
function compileFrom(version: string): void {
  const options = { cwd: join(root, "scripts/stack/tool-images"), stdio: "ignore" } as const;
  execFileSync("go", ["get", `${module}@${version}`], options);
  execFileSync("go", ["mod", "tidy"], options);
}
