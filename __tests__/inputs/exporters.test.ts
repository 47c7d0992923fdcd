import { expect, test } from "vitest";
import {
  layoutPlace,
  parseExporter,
  pushesByDigest,
  pushesImage,
} from "../../src/inputs/exporters.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

function exporter(text: string) {
  const read = parseExporter(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

test.each([
  ["type=oci,dest=a.tar", { type: "oci", attributes: { dest: "a.tar" } }],
  ['type=image,"name=a,b",push=true', { type: "image", attributes: { name: "a,b", push: "true" } }],
  ["out", { type: "local", attributes: { dest: "out" } }],
  ["-", { type: "tar", attributes: { dest: "-" } }],
  ["dest=a=b, type=local", { type: "local", attributes: { dest: "a=b" } }],
])("%s is read as buildx reads it", (text, expected) => {
  expect(exporter(text)).toEqual(expected);
});

test.each(["dest=a.tar", "type=oci,a.tar", 'type=oci,"dest=a'])("%s is refused", async (text) => {
  const { problems } = await readInputs(new Map([["outputs", text]]));
  expect(problems).toEqual([expect.stringMatching(/^`outputs`: `type|^`outputs`: `dest/)]);
});

test.each([
  ["type=registry", true, false],
  ["type=image,name=a,push=true", true, false],
  ["type=image,name=a,push=1,push-by-digest=true", true, true],
  ["type=image,name=a", false, false],
  ["type=image,name=a,push=false", false, false],
  ["type=oci,dest=a,push=true", false, false],
])("%s pushes: %s, by digest: %s", (text, pushes, byDigest) => {
  expect(pushesImage(exporter(text))).toBe(pushes);
  expect(pushesByDigest(exporter(text))).toBe(byDigest);
});

test.each([
  ["type=oci,dest=a.tar", { path: "a.tar", isTar: true }],
  ["type=docker,dest=a.tar", { path: "a.tar", isTar: true }],
  ["type=oci,tar=false,dest=a", { path: "a", isTar: false }],
  ["type=docker", undefined],
  ["type=oci,dest=-", undefined],
  ["type=tar,dest=a.tar", undefined],
])("%s leaves the layout %j", (text, place) => {
  expect(layoutPlace(exporter(text))).toEqual(place);
});

test("a proof that contradicts the rest is told", async () => {
  const { problems } = await readInputs(
    new Map([
      ["verify", "before-tag"],
      ["outputs", "type=registry"],
    ]),
  );
  expect(problems).toEqual([
    expect.stringContaining("`verify`: `before-tag` needs `push: true`"),
    expect.stringContaining("take the exporter that pushes out of `outputs`"),
  ]);
  const strict = new Map([
    ["verify", "false"],
    ["strict", "true"],
  ]);
  expect((await readInputs(strict)).problems).toEqual([expect.stringContaining("`strict`:")]);
});
