import { expect, test } from "vitest";
import { wrongCpu } from "../../src/result/cpu-problems.ts";
import type { Program } from "../../src/result/cpu-started.ts";
import { platformImages } from "../../src/result/image-platforms.ts";
import { pushed } from "./pushed.ts";

// By GOARCH of the image: what it starts.
function told(name: string, programs: Readonly<Record<string, readonly Program[]>>) {
  const evidence = pushed(name);
  const started = platformImages(evidence).map(({ digest, platform }) => {
    const found = programs[platform.architecture] ?? [];
    return [digest, { programs: found, isFound: "yes" }] as const;
  });
  return wrongCpu({ ...evidence, started: new Map(started) });
}

const app = (cpu: string): Program => ({ word: "/app", cpu });

test("each platform's own program is not worth a word", () => {
  expect(
    told("three", { amd64: [app("amd64")], arm64: [app("arm64")], arm: [app("arm")] }),
  ).toEqual([]);
  expect(told("three", {})).toEqual([]);
});

test("one program for all is told once, with the platforms that can't run it", () => {
  const all = { amd64: [app("amd64")], arm64: [app("amd64")], arm: [app("amd64")] };
  expect(told("three", all)).toEqual([
    expect.stringMatching(/^linux\/arm64, linux\/arm\/v7 start `\/app`, .* program for amd64\. /),
  ]);
});

test("programs that were exchanged are told one by one", () => {
  expect(told("three", { amd64: [app("arm64")], arm64: [app("amd64")] })).toEqual([
    expect.stringMatching(/^linux\/amd64 starts `\/app`, .* for arm64\. /),
    expect.stringMatching(/^linux\/arm64 starts `\/app`, .* for amd64\. /),
  ]);
});

test("a platform with two such programs has a text for each", () => {
  const two = [app("amd64"), { word: "tini", cpu: "amd64" }];
  expect(told("three", { arm64: two })).toEqual([
    expect.stringContaining("linux/arm64 starts `/app`"),
    expect.stringContaining("linux/arm64 starts `tini`"),
  ]);
});

test("where layers are shared, that is told, with the program, and nothing else", () => {
  const foreign = { amd64: [app("amd64")], arm64: [app("amd64")], arm: [app("amd64")] };
  expect(told("bad2", foreign)).toEqual([
    expect.stringMatching(
      /share all their layers, .* at most \(`\/app` is for amd64\)\. The usual/,
    ),
  ]);
});
