import { describe, expect, test } from "vitest";
import { levelsOf } from "../../src/inputs/names-annotations.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

type Texts = Readonly<Record<string, string>>;
const read = async (given: Texts) => (await readInputs(new Map(Object.entries(given)))).problems;

test.each([
  ["a=b", undefined],
  ["index:a=b", ["index"]],
  ["manifest,index-descriptor:a=b", ["manifest", "index-descriptor"]],
  ["manifest[linux/amd64,linux/arm64],index:a=b", ["manifest[linux/amd64,linux/arm64]", "index"]],
])("%s is for %o", (text, levels) => {
  expect(levelsOf(text)).toEqual(levels);
});

const annotated = { annotations: "c=d\nmanifest,index:a=b" };
const off = { provenance: "false" };
const pushed = { tags: "ghcr.io/o/a:1", push: "true" };

// Each was tried with BuildKit 0.32.2.
describe("annotations for an index", () => {
  test.each<Texts>([
    { ...pushed, ...off },
    { ...pushed, ...off, platforms: "linux/arm64" },
    { tags: "a", load: "true" },
    { outputs: "type=oci,dest=a.tar", ...off },
    { ...pushed, ...off, sbom: "false" },
  ])("are refused where there will be none: %o", async (given) => {
    const why = "one platform without attestations makes no index; write `manifest`";
    expect(await read({ ...annotated, ...given })).toEqual([
      `\`annotations\`: \`manifest,index:a=b\`: ${why}`,
    ]);
    expect(
      await read({ "annotation-levels": "index", images: "ghcr.io/o/a", ...given, tags: "" }),
    ).toContain(`\`annotation-levels\`: \`index\`: ${why}`);
  });

  test.each<Texts>([
    pushed,
    { ...pushed, ...off, platforms: "linux/amd64,linux/arm64" },
    { ...pushed, ...off, sbom: "true" },
    { ...pushed, ...off, attests: "type=sbom" },
    { outputs: "type=local,dest=out", ...off },
    { outputs: "type=cacheonly", ...off },
    { ...pushed, ...off, annotations: "manifest:index=b" },
    { ...pushed, ...off, annotations: "manifest-descriptor:a=b" },
    { tags: "a", leg: "true", ...off },
  ])("are taken elsewhere: %o", async (given) => {
    expect(await read({ ...annotated, ...given })).toEqual([]);
  });
});
