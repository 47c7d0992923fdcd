import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";

type Texts = Readonly<Record<string, string>>;
const read = (given: Texts) => readInputs(new Map(Object.entries(given)));
const image = { images: "ghcr.io/owner/app" };

describe("a line of tags is", () => {
  test("a whole reference, and a word that stands alone is one too", async () => {
    const { inputs, problems } = await read({ tags: "app,ghcr.io/o/app:1\n# none\nquay.io/o/app" });
    expect(problems).toEqual([]);
    expect(inputs.build.names.rules).toEqual([]);
    expect(inputs.build.tags.map(({ repository }) => repository)).toEqual([
      ...["docker.io/library/app", "ghcr.io/o/app", "quay.io/o/app"],
    ]);
  });

  test("a rule, in which commas separate attributes, and a word beside images", async () => {
    const tags =
      "ghcr.io/o/app:1\ntype=sha,prefix=x-,priority=5\nstable\nv{{sha}}\nvalue=a=b,suffix=-c";
    const { inputs, problems } = await read({ ...image, tags });
    expect(problems).toEqual([]);
    expect(inputs.build.tags).toHaveLength(1);
    expect(inputs.build.names.rules).toMatchObject([
      { type: "sha", prefix: ["x-"], priority: 5, format: "short" },
      { type: "raw", value: ["stable"], priority: 200 },
      { type: "raw", value: ["v", { name: "sha" }] },
      { type: "raw", value: ["a=b"], suffix: ["-c"] },
    ]);
  });
});

describe("beside images, a line is", () => {
  test.each([
    ...["stable", "feature/login", "release/1.x/fix", "a/b/c", "localhosted/x", "v{{sha}}/x"],
  ])("a tag: %s", async (text) => {
    const { inputs, problems } = await read({ ...image, tags: text });
    expect(problems).toEqual([]);
    expect(inputs.build.tags).toEqual([]);
    expect(inputs.build.names.rules).toMatchObject([{ type: "raw" }]);
  });

  test.each([
    ...["ghcr.io/o/app", "localhost/app", "registry:5000/app", "feature/login:1", "app:1"],
  ])("a whole name: %s", async (text) => {
    const { inputs, problems } = await read({ ...image, tags: `type=sha\n${text}` });
    expect(problems).toEqual([]);
    expect(inputs.build.tags).toHaveLength(1);
    expect(inputs.build.names.rules).toHaveLength(1);
  });

  test("a name on Docker Hub only where there are none", async () => {
    const { inputs, problems } = await read({ tags: "feature/login" });
    expect(problems).toEqual([]);
    expect(inputs.build.tags).toEqual([{ repository: "docker.io/feature/login", tag: "latest" }]);
  });

  test.each(["ghcr.io/o/app:{{sha}}", "app:v{{major}}"])("no template: %s", async (text) => {
    const { problems } = await read({ ...image, tags: `type=sha\n${text}` });
    expect(problems).toEqual([
      `\`tags\`: \`${text}\` is a whole name with an expression; move the name to \`images\`, and write only the tag here`,
    ]);
  });
});

test.each<[string, Texts, string]>([
  [
    "a type that is none",
    { ...image, tags: "type=semvar,pattern={{version}}" },
    "`tags`: `type=semvar,pattern={{version}}`: `semvar` is not a type of rule; did you mean `semver`?",
  ],
  [
    "an attribute that is none",
    { ...image, tags: "type=semver,patern={{version}}" },
    "`patern` is not an attribute of `type=semver`; did you mean `pattern`?",
  ],
  [
    "an attribute of another type",
    { ...image, tags: "type=sha,event=tag" },
    "`event` is not an attribute of `type=sha`",
  ],
  [
    "a rule without its pattern",
    { ...image, tags: "type=semver" },
    "`type=semver`: has no `pattern`; one such rule is `type=semver,pattern={{version}}`",
  ],
  ["a ref without its event", { ...image, tags: "type=ref" }, "`type=ref`: has no `event`"],
  ["a raw rule without a value", { ...image, tags: "type=raw" }, "`type=raw`: has no `value`"],
  [
    "an event that is none",
    { ...image, tags: "type=ref,event=pull" },
    "`pull` is not a value of `event`",
  ],
  [
    "a form of SHA that is none",
    { ...image, tags: "type=sha,format=lang" },
    "did you mean `long`?",
  ],
  [
    "a priority that is no number",
    { ...image, tags: "type=sha,priority=high" },
    "`priority=high` is not a number",
  ],
  [
    "a switch that is none",
    { ...image, tags: "type=sha,enable=yes" },
    "`enable=yes`: it takes `true` or `false`",
  ],
  [
    "an empty switch",
    { ...image, tags: "type=sha,enable=" },
    "`enable=`: it takes `true` or `false`",
  ],
  [
    "a broken pattern",
    { ...image, tags: "type=match,pattern=v(" },
    "`v(` is not a regular expression",
  ],
  ["an item without =", { ...image, tags: "type=sha,long" }, "`long` has no `=`"],
  [
    "an expression that is none",
    { ...image, tags: "type=raw,value={{brnach}}" },
    "did you mean `{{branch}}`?",
  ],
  [
    "an expression in the wrong place",
    { ...image, tags: "type=semver,pattern={{branch}}" },
    "`{{branch}}` is not an expression here. There are `{{raw}}`, `{{version}}`",
  ],
  [
    "a date without a format",
    { ...image, tags: "type=raw,value={{date}}" },
    "`{{date}}` takes a format in quotes",
  ],
  [
    "a date's format without quotes",
    { ...image, tags: "type=raw,value={{date YYYY}}" },
    "takes a format in quotes",
  ],
  [
    "a time zone that is none",
    { ...image, tags: "type=raw,value={{date 'YYYY' tz='Europe/Pariss'}}" },
    "`Europe/Pariss` is not a time zone",
  ],
  [
    "an option that is none",
    { ...image, tags: "type=raw,value={{date 'YYYY' zone='UTC'}}" },
    "takes a format in quotes",
  ],
  [
    "an argument too many",
    { ...image, tags: "type=raw,value={{sha 'long'}}" },
    "takes nothing but its name: `{{sha}}`",
  ],
  [
    "an open expression",
    { ...image, tags: "type=raw,value={{sha" },
    "has a `{{` that is not closed",
  ],
  [
    "a block",
    { ...image, tags: "type=raw,value={{#if sha}}a{{/if}}" },
    "is not an expression here",
  ],
  [
    "a flavor that is none",
    { ...image, flavor: "latests=true" },
    "`flavor`: `latests` is not a key of this input; did you mean `latest`?",
  ],
  [
    "a latest that is none",
    { ...image, flavor: "latest=yes" },
    "`latest=yes`: it takes `auto`, `true` or `false`",
  ],
  ["an onlatest without a prefix", { ...image, flavor: "onlatest=true" }, "has no `prefix`"],
  [
    "a flavor without rules",
    { tags: "a:1", flavor: "latest=true" },
    "`flavor`: changes the tags of `images`, which is empty; leave it out, or set `images`",
  ],
  [
    "an image with a tag",
    { images: "ghcr.io/o/app:1" },
    "`ghcr.io/o/app:1` is not the name of an image without its tag",
  ],
  [
    "an image that is a URL",
    { images: "https://ghcr.io/o/app" },
    "`images`: `https://ghcr.io/o/app` is a URL; leave out `https://`",
  ],
  [
    "two images in a line",
    { images: "ghcr.io/o/app quay.io/o/app" },
    "has a blank in it; write a line for each name",
  ],
  ["an image's key that is none", { images: "nam=a/b,enable=true\nc/d" }, "did you mean `name`?"],
  [
    "an image's switch that is none",
    { images: "name=a/b,enable=yes" },
    "`enable=yes`: it takes `true` or `false`",
  ],
  [
    "rules without images",
    { tags: "type=sha" },
    "`images`: is empty, but the rules in `tags` need a name to tag",
  ],
  ["images without rules", { ...image, tags: "a/b:1" }, "`images`: needs a rule in `tags`"],
  [
    "a push by the event without names",
    { push: "auto" },
    "`tags`: `push: auto` needs a name to push to",
  ],
  [
    "a level that is none",
    { "annotation-levels": "manifests" },
    "`annotation-levels`: `manifests` is not a level; did you mean `manifest`?",
  ],
  [
    "a label's expression that is none",
    { ...image, labels: "a={{shaa}}" },
    "`labels`: `{{shaa}}` is not an expression here",
  ],
])("complains of %s", async (_, given, problem) => {
  const { problems } = await read(given);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

test("labels are as they are where the event makes none", async () => {
  const { inputs, problems } = await read({ tags: "a:1", labels: "a={{.Go}}", push: "auto" });
  expect(problems).toEqual([]);
  expect(inputs.build).toMatchObject({ labels: ["a={{.Go}}"], push: false, pushByEvent: true });
});
