import { expect, test } from "vitest";
import { toolImages } from "../../scripts/stack/tool-images.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { defaultBuildkitImage } from "../../src/plan/buildkit-image.ts";

test("the stack has the very images that the action asks for", async () => {
  const { repository, tag } = toolImages.buildkit;
  expect(`docker.io/${repository}:${tag}`).toBe(defaultBuildkitImage);
  const { inputs } = await readInputs(new Map());
  const binfmt = toolImages.binfmt;
  expect(inputs.emulation.images).toEqual([
    { registry: "docker.io", path: binfmt.repository, version: `:${binfmt.tag}` },
  ]);
});
