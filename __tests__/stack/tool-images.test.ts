import { expect, test } from "vitest";
import { versionIn } from "../../scripts/stack/go-programs.ts";
import { pinnedPrograms, toolImages } from "../../scripts/stack/tool-images.ts";
import { pinnedImages } from "../../src/domain/pinned-images.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

test("the stack has the very images that the action asks for", async () => {
  const { repository, tag } = toolImages.buildkit;
  expect(`docker.io/${repository}:${tag}`).toBe(pinnedImages.buildkit);
  const { inputs } = await readInputs(new Map());
  const binfmt = toolImages.binfmt;
  expect(inputs.emulation.images).toEqual([
    { registry: "docker.io", path: binfmt.repository, version: `:${binfmt.tag}` },
  ]);
});

test("the BuildKit that is compiled is the release that is pinned", async () => {
  const version = await versionIn(pinnedPrograms.module, "github.com/moby/buildkit");
  expect(version).toBe(toolImages.buildkit.tag);
});
