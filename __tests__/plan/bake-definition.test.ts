// What buildx 0.13 and 0.29 print of one definition, and what is made of it.
import { expect, test } from "vitest";
import {
  definitionText,
  fromTemplate,
  readDefinition,
  toTemplate,
} from "../../src/plan/bake-definition.ts";

const printed = (output: readonly unknown[]) =>
  JSON.stringify({
    group: {
      all: { targets: ["app", "linked"] },
      default: { targets: ["all", "web"] },
      unused: { targets: ["other"] },
    },
    target: {
      app: {
        context: ".",
        dockerfile: "Dockerfile",
        output,
        "no-cache": true,
        args: { A: "$${x}" },
      },
      linked: { context: "dir", "dockerfile-inline": "FROM scratch\n" },
      other: { context: "." },
      web: { dockerfile: "web.Dockerfile", platforms: ["linux/amd64"], secret: ["id=a,env=A"] },
    },
  });

test.each([
  ["as texts, up to 0.19", ["type=image,push=true"]],
  ["as objects", [{ push: "true", type: "image" }]],
])("exporters are read %s", (_, output) => {
  const { targets } = readDefinition(printed(output));
  expect(targets[0]?.outputs).toEqual(["type=image,push=true"]);
});

test("a value with commas and a template stays what it was", () => {
  const { targets } = readDefinition(printed([{ type: "image", name: "a/b:1,c/d:$${x}" }]));
  expect(targets[0]?.outputs).toEqual([`type=image,"name=a/b:1,c/d:\${x}"`]);
});

test("what was asked for is the default group, with the groups in it", () => {
  const { targets } = readDefinition(printed([]));
  expect(targets.map(({ name, isAsked }) => [name, isAsked])).toEqual([
    ["app", true],
    ["linked", true],
    ["other", false],
    ["web", true],
  ]);
  expect(targets.map(({ context, dockerfile }) => [context, dockerfile])).toEqual([
    [".", "Dockerfile"],
    ["dir", undefined],
    [".", "Dockerfile"],
    [".", "web.Dockerfile"],
  ]);
});

test("a group that holds itself is no reason to go round for ever", () => {
  const text = JSON.stringify({ group: { default: { targets: ["default"] } }, target: {} });
  expect(readDefinition(text).targets).toEqual([]);
});

test("the definition is written as it was printed, but for what is changed", () => {
  const definition = readDefinition(printed(["type=registry"]));
  const change = { tags: [`a/b:\${c}`], output: [], secret: ["id=b,env=B"] };
  const changes = new Map([
    ["app", { ...change, secret: [] }],
    ["web", change],
  ]);
  const written = (anew: boolean) => JSON.parse(definitionText(definition, changes, anew));
  expect(written(true).target).toEqual({
    app: {
      ...{ context: ".", dockerfile: "Dockerfile", "no-cache": true, args: { A: "$${x}" } },
      ...{ tags: ["a/b:$${c}"], output: [] },
    },
    linked: { context: "dir", "dockerfile-inline": "FROM scratch\n" },
    other: { context: "." },
    web: {
      ...{ dockerfile: "web.Dockerfile", platforms: ["linux/amd64"] },
      ...{ tags: ["a/b:$${c}"], output: [], secret: ["id=a,env=A", "id=b,env=B"] },
    },
  });
  // What a step made a moment ago is good enough for another try.
  expect(written(false).target.app).not.toHaveProperty("no-cache");
});

test.each([`\${a}`, "$${a}", "%{b}", "%%{b}", "$", "a$b%c", "$$${"])("%s", (text) => {
  expect(fromTemplate(toTemplate(text))).toBe(text);
});
