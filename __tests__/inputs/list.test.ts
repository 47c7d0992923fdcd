import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(new Map(Object.entries(given)));

// As getList of docker/actions-toolkit reads the inputs that docker/build-push-action has.
describe("a line in quotes as a whole", () => {
  test.each<[string, string, string, readonly unknown[]]>([
    ["none", "platforms", "", []],
    ["one", "platforms", '"linux/amd64"', ["linux/amd64"]],
    ["two", "platforms", '"linux/amd64, linux/arm64"', ["linux/amd64", "linux/arm64"]],
    [
      "two and a line",
      "platforms",
      '"linux/amd64,linux/arm64"\nlinux/386',
      [...["linux/amd64", "linux/arm64", "linux/386"]],
    ],
  ])("is %s in a list with commas", async (_, name, text, expected) => {
    const { inputs, problems } = await read({ [name]: text });
    expect(problems).toEqual([]);
    const platforms = inputs.build.platforms.map(({ os, architecture }) => `${os}/${architecture}`);
    expect(platforms).toEqual(expected);
  });

  test("is split in every such input, but not in those where a line is an item", async () => {
    const { inputs, problems } = await read({
      "no-cache-filters": '"a,b"',
      "add-hosts": '"a:10.0.0.1,b:10.0.0.2"',
      allow: '"network.host,security.insecure"',
      "secret-envs": '"A=HOME,B=PATH"',
      tags: '"a:1,b:1"',
      dns: '"10.0.0.53,10.0.1.53"',
      "node-platforms": '"linux/amd64,linux/arm64"',
      append: "- {endpoint: tcp://a:1, platforms: '\"linux/amd64,linux/arm64\"'}",
      "build-args": '"A=1,2"',
      labels: '"a=1,2"',
      "cache-from": '"type=local,src=a"',
      "driver-opts": '"env.NO_PROXY=a,b"',
      ssh: '"github=keys/a,keys/b"',
    });
    expect(problems).toEqual([]);
    const { build, network, builder } = inputs;
    expect(build.cache.noCacheFilters).toEqual(["a", "b"]);
    expect(build.run.addHosts).toEqual(["a:10.0.0.1", "b:10.0.0.2"]);
    expect(build.run.allow).toEqual(["network.host", "security.insecure"]);
    expect(build.secrets.variables).toHaveLength(2);
    expect(build.tags).toHaveLength(2);
    expect(network.dns).toHaveLength(2);
    expect(builder.nodes.map(({ platforms }) => platforms.length)).toEqual([2, 2]);
    expect(build.buildArgs).toEqual(["A=1,2"]);
    expect(build.labels).toEqual(["a=1,2"]);
    expect(build.cache.from).toMatchObject([{ text: "type=local,src=a", type: "local" }]);
    expect(builder.nodes[0]?.driverOpts).toEqual(["env.NO_PROXY=a,b"]);
    expect(build.secrets.ssh).toMatchObject([{ id: "github", paths: ["keys/a", "keys/b"] }]);
  });
});

describe("comments in labels and annotations", () => {
  test.each([{}, { images: "ghcr.io/owner/app" }])("are dropped, beside %o", async (more) => {
    const text = '# a comment, "with" words\na=b\n# another\nc=#d\n"e=f\n# no comment"';
    const { inputs, problems } = await read({ ...more, labels: text, annotations: text });
    expect(problems).toEqual([]);
    const expected = ["a=b", "c=#d", "e=f\n# no comment"];
    expect(inputs.build.labels).toEqual(expected);
    expect(inputs.build.annotations).toEqual(expected);
    expect(inputs.build.event.labels).toHaveLength("images" in more ? 3 : 0);
  });

  test("may be all there is", async () => {
    const { inputs, problems } = await read({ labels: "# none yet", annotations: "# none yet" });
    expect(problems).toEqual([]);
    expect(inputs.build).toMatchObject({ labels: [], annotations: [] });
  });
});

describe("what comes twice counts once", () => {
  test.each([
    ["a tag", "app:1\napp:1", 1],
    ["a tag in another form", "app:1,docker.io/library/app:1", 1],
    ["two tags", "app:1\napp:2\napp:1", 2],
  ])("%s", async (_, tags, count) => {
    const { inputs, problems } = await read({ tags });
    expect(problems).toEqual([]);
    expect(inputs.build.tags).toHaveLength(count);
  });

  test("a level of annotations", async () => {
    const { inputs } = await read({ "annotation-levels": "index,manifest,index" });
    expect(inputs.build.event.annotationLevels).toEqual(["index", "manifest"]);
  });
});

describe("quotes within quotes", () => {
  test.each(["secrets", "build-args", "labels", "annotations"])("in %s are told", async (name) => {
    const { problems } = await read({ [name]: 'A=1\n"S={"host":"hidden","b":1}"' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`\`${name}\`: item 2 has quotes inside its quotes; double`);
    expect(problems[0]).not.toContain("hidden");
  });

  test("that go over several lines are told once", async () => {
    const { problems } = await read({ secrets: '"S={\n"host":"h"\n}"' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("name that in `secret-envs`");
  });

  test("written twice, or in an item of one line without quotes around it, are fine", async () => {
    const { inputs, problems } = await read({ secrets: '"S={""a"":1}"\nT={"a":1,"b":2}' });
    expect(problems).toEqual([]);
    expect(inputs.build.secrets.secrets.map(({ value }) => value)).toEqual([
      ...['{"a":1}', '{"a":1,"b":2}'],
    ]);
  });
});
