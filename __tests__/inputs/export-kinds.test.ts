import { expect, test } from "vitest";
import { layoutPlace, pushesByDigest, pushesImage } from "../../src/inputs/export-kinds.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

async function exporter(text: string) {
  const { inputs } = await readInputs(new Map([["outputs", text]]));
  const [output] = inputs.build.outputs;
  if (output === undefined) throw new Error(`${text} is no output`);
  return output;
}

test.each([
  ["type=registry", true, false],
  ["type=image,name=a,push=true", true, false],
  ["type=image,name=a,push=1,push-by-digest=true", true, true],
  ["type=image,name=a", false, false],
  ["type=image,name=a,push=false", false, false],
  ["type=oci,dest=a,push=true", false, false],
])("%s pushes: %s, by digest: %s", async (text, pushes, byDigest) => {
  expect(pushesImage(await exporter(text))).toBe(pushes);
  expect(pushesByDigest(await exporter(text))).toBe(byDigest);
});

test.each([
  ["type=oci,dest=a.tar", { path: "a.tar", isTar: true }],
  ["type=docker,dest=a.tar", { path: "a.tar", isTar: true }],
  ["type=oci,tar=false,dest=a", { path: "a", isTar: false }],
  ["type=docker", undefined],
  ["type=oci,dest=-", undefined],
  ["type=tar,dest=a.tar", undefined],
])("%s leaves the layout %j", async (text, place) => {
  expect(layoutPlace(await exporter(text))).toEqual(place);
});

test("a proof that contradicts the rest is told", async () => {
  const { problems } = await readInputs(
    new Map([
      ["verify", "before-tag"],
      ["outputs", "type=registry,name=ghcr.io/a/b:1"],
    ]),
  );
  expect(problems).toEqual([
    expect.stringContaining("`verify`: `before-tag` needs `push: true`"),
    expect.stringContaining("remove the exporter that pushes from `outputs`"),
  ]);
  const strict = new Map([
    ["verify", "false"],
    ["strict", "true"],
  ]);
  expect((await readInputs(strict)).problems).toEqual([expect.stringContaining("`strict`:")]);
});
