import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatFailedLeg, formatLeg, parseLeg } from "../../src/domain/leg.ts";
import { formatPlatform } from "../../src/domain/platform.ts";
import { readMerge } from "../../src/inputs/leg-merge-inputs.ts";
import { readMatrix } from "../../src/inputs/matrix-inputs.ts";

type Texts = Readonly<Record<string, string>>;

const run = "1234567";
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const leg = (letter: string, more: { readonly name?: string; readonly run?: string } = {}) =>
  `${more.name ?? "ghcr.io/o/app"}@${digest(letter)} run=${more.run ?? run}`;
const both = { "leg-linux-amd64": leg("a"), "leg-linux-arm64": leg("b") };

async function read(digests: unknown, more: Texts = {}) {
  const text = typeof digests === "string" ? digests : JSON.stringify(digests);
  const given = { digests: text, tags: "ghcr.io/o/app:1", ...more };
  const { inputs, ...found } = await readMerge(new Map(Object.entries(given)), run);
  const problems = [...found.legProblems, ...found.problems];
  const legs = inputs.legs.map(({ platform, leg }) => [formatPlatform(platform), formatLeg(leg)]);
  return { inputs, problems, legs };
}

test.each(["merge", "matrix"])("%s/action.yml has the inputs that the code reads", async (name) => {
  const file = new URL(`../../${name}/action.yml`, import.meta.url);
  const action = parse(readFileSync(file, "utf8"));
  const names =
    name === "merge" ? (await readMerge(new Map(), run)).names : readMatrix(new Map()).names;
  expect(Object.keys(action.inputs)).toEqual(names);
});

test("the merge outputs all that the main step does, beside legs and targets", () => {
  const outputsOf = (path: string) =>
    Object.keys(parse(readFileSync(new URL(path, import.meta.url), "utf8")).outputs);
  const main = outputsOf("../../action.yml").filter(
    (name) => !/^leg-|^targets$|^bake-file/.test(name),
  );
  expect(outputsOf("../../merge/action.yml")).toEqual(main);
});

test("a login that is empty is left out, and half of one to where the tags are is wrong", async () => {
  const half = { username: "me", registry: "ghcr.io" };
  expect((await read(both, half)).problems).toEqual([
    expect.stringContaining("`password`: the login to ghcr.io has no password"),
  ]);
  for (const given of [{ registry: "ghcr.io" }, { ...half, registry: "quay.io" }]) {
    const { inputs, problems } = await read(both, given);
    expect(problems).toEqual([]);
    expect(inputs.login).toMatchObject({ logins: [], leftOut: [{ registry: given.registry }] });
  }
});

test.each([
  [undefined, "true", []],
  ["true", "true", []],
  ["false", "false", []],
  ["before-tag", "before-tag", []],
  ["after-tag", "true", ["`verify`: `after-tag` is not one of `true`, `false`, `before-tag`"]],
])("verify %j is read as %s", async (verify, meant, words) => {
  const { inputs, problems } = await read(both, verify === undefined ? {} : { verify });
  expect(problems).toEqual(words.map((text) => expect.stringContaining(text)));
  expect(inputs.verify).toBe(meant);
});

describe("a leg", () => {
  test.each([
    ["by digest", leg("a")],
    ["with a port", leg("a", { name: "registry.internal:5000/team/app" })],
    ["with a tag", leg("a", { name: "ghcr.io/o/app:crossbuild-1-linux-arm64" })],
    ["with a port and the tag latest", leg("a", { name: "registry.internal:5000/app:latest" })],
  ])("%s comes back as it was written", (_, text) => {
    const read = parseLeg(text);
    expect(read.ok && formatLeg(read.value)).toBe(text);
  });

  test.each([
    ["a digest alone", digest("a")],
    ["no run", `ghcr.io/o/app@${digest("a")}`],
    ["a run that is no number", leg("a", { run: "x" })],
    ["a short digest", `ghcr.io/o/app@sha256:abc run=${run}`],
    ["more behind", `${leg("a")} `],
    ["a second line", `${leg("a")}\n${leg("b")}`],
    ["a name that is none", leg("a", { name: "--file" })],
    ["upper-case letters", leg("a", { name: "ghcr.io/O/app" })],
  ])("is refused: %s", (_, text) => {
    expect(parseLeg(text).ok).toBe(false);
  });
});

describe("digests", () => {
  test.each([
    ["the outputs of a job", both],
    ["with others and empty ones", { ...both, digest: digest("c"), "leg-linux-arm-v7": "", n: 1 }],
    ["of two jobs", [{ "leg-linux-amd64": leg("a") }, { "leg-linux-arm64": leg("b") }]],
    ["said twice", [both, both]],
  ])("are read: %s", async (_, given) => {
    const { legs, problems } = await read(given);
    expect(problems).toEqual([]);
    expect(legs).toEqual([
      ["linux/amd64", leg("a")],
      ["linux/arm64", leg("b")],
    ]);
  });

  test.each([
    ["no JSON", "{", "is not a job's outputs as JSON; write `${" + "{ toJSON("],
    ["a text", '"x"', "is not a job's outputs as JSON"],
    ["null, as of a job that is no need", "null", "is not a job's outputs as JSON"],
    ["no leg", { digest: digest("a") }, "has no leg"],
    ["no platform", { "leg-linux-arm46": leg("a") }, "did you mean `linux/arm64`?"],
    ["a number", { "leg-linux-arm64": 7 }, "`leg-linux-arm64`: `7` is no leg"],
    ["a leg of another run", { "leg-linux-arm64": leg("a", { run: "8" }) }, "workflow run 8"],
    ["a clash", [both, { "leg-linux-arm64": leg("c") }], "two legs for linux/arm64"],
    ["one platform by two names", { ...both, "leg-linux-arm64-v8": leg("c") }, "two legs for"],
  ])("are refused: %s", async (_, given, words) => {
    const { problems } = await read(given);
    expect(problems.join("\n")).toContain(words);
    expect(problems.every((problem) => problem.startsWith("`digests`: "))).toBe(true);
  });
});

test.each([
  ["", []],
  ["linux/amd64,linux/arm64/v8", []],
  ["linux/amd64", ["`platforms`: linux/arm64 has a leg"]],
  ["linux/amd64,linux/arm64,linux/arm/v7", ["`platforms`: linux/arm/v7 has no leg"]],
])("platforms %j are held against the legs", async (platforms, words) => {
  const { inputs, problems } = await read(both, { platforms });
  expect(problems).toEqual(words.map((text) => expect.stringContaining(text)));
  const expected = platforms === "" ? ["linux/amd64", "linux/arm64"] : undefined;
  if (expected !== undefined) expect(inputs.platforms.map(formatPlatform)).toEqual(expected);
});

test.each([
  ["a.b=c d", []],
  ["manifest:a=b", []],
  ["manifest-descriptor[linux/amd64]:a=b", []],
  ["index-descriptor:a=b", ["is part of an image layout, which a merge does not make"]],
  ["a", ["is not `key=value`"]],
])("annotations %j", async (annotations, words) => {
  const { problems } = await read(both, { annotations });
  expect(problems).toEqual(words.map((text) => expect.stringContaining(text)));
});

const failed = (words: string) => formatFailedLeg({ run, job: "build", words });

describe("a platform whose job failed", () => {
  const one = { "leg-linux-amd64": leg("a"), "leg-linux-arm64": failed("two\nlines") };

  test.each([
    ["named", { platforms: "linux/amd64,linux/arm64" }],
    ["not named", {}],
  ])("keeps the image from being merged: %s in `platforms`", async (_, more) => {
    const { inputs, problems } = await read(one, more);
    expect(problems).toEqual([]);
    expect(inputs.platforms.map(formatPlatform)).toEqual(["linux/amd64"]);
    expect(inputs.failed.map(({ failure }) => failure)).toEqual([
      { run, job: "build", words: "two\nlines" },
    ]);
  });

  test("is left out if it is optional", async () => {
    const { inputs, problems } = await read(one, { "optional-platforms": "linux/arm64" });
    expect(problems).toEqual([]);
    expect(inputs.failed).toEqual([]);
    expect(inputs.missing.map(({ platform }) => formatPlatform(platform))).toEqual(["linux/arm64"]);
  });

  test("whose job says nothing is left out if it is optional", async () => {
    const { inputs, problems } = await read(
      { "leg-linux-amd64": leg("a"), "leg-linux-arm64": "" },
      { platforms: "linux/amd64,linux/arm64", "optional-platforms": "linux/arm64" },
    );
    expect(problems).toEqual([]);
    expect(inputs.missing).toEqual([{ platform: { os: "linux", architecture: "arm64" } }]);
  });

  test("is there if another attempt built it", async () => {
    const { inputs, legs } = await read([{ "leg-linux-arm64": failed("once") }, both]);
    expect(inputs.failed).toEqual([]);
    expect(legs).toHaveLength(2);
  });

  test("is no image if it was the only one", async () => {
    const only = { "leg-linux-arm64": failed("no") };
    const { inputs, problems } = await read(only, { "optional-platforms": "linux/arm64" });
    expect(problems).toEqual([]);
    expect(inputs.failed.map(({ failure }) => failure?.words)).toEqual(["no"]);
  });
});

test("an optional platform has to be one of the platforms", async () => {
  const { problems } = await read(both, {
    platforms: "linux/amd64,linux/arm64",
    "optional-platforms": "linux/riscv64",
  });
  expect(problems).toEqual([
    "`optional-platforms`: linux/riscv64 is not in `platforms`; add it there too",
  ]);
});

test.each(["maybe", "yes"])("push: %s is not a choice", async (push) => {
  const { problems } = await read(both, { push });
  expect(problems).toEqual([`\`push\`: \`${push}\` is not one of \`true\`, \`false\`, \`auto\``]);
});

test("legs are needed only if the image is pushed", async () => {
  const given = new Map(Object.entries({ digests: "{}", images: "ghcr.io/o/app", push: "auto" }));
  const { inputs, problems, legProblems } = await readMerge(given, run);
  expect(problems).toEqual([]);
  expect(legProblems).toEqual([expect.stringContaining("`digests`: has no leg")]);
  expect(inputs.image).toMatchObject({ push: false, pushByEvent: true });
});

test("a merge needs names, and knows no input of the build's", async () => {
  const { problems, legProblems } = await readMerge(new Map([["platform", "linux/amd64"]]), run);
  expect([...legProblems, ...problems]).toEqual([
    expect.stringContaining("`digests`: has no leg"),
    expect.stringContaining("`tags`: the image needs a name"),
    "`platform`: is not an input of this action; did you mean `platforms`?",
  ]);
});
