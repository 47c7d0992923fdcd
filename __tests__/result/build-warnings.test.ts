import { expect, test } from "vitest";
import { buildWarnings } from "../../src/result/build-warnings.ts";
import { fixture } from "../fixtures/read-fixture.ts";

const file = "Dockerfile";

test.each(["metadata-warnings.json", "metadata-check.json"])(
  "%s: each warning has its rule, words and line",
  (name) => {
    expect(buildWarnings(fixture(name))).toEqual([
      {
        rule: "FromAsCasing",
        text: "'as' and 'FROM' keywords' casing do not match",
        url: "https://docs.docker.com/go/dockerfile/rule/from-as-casing/",
        ...{ file, line: 1, endLine: 1 },
      },
      {
        rule: "LegacyKeyValueFormat",
        text: '"ENV key=value" should be used instead of legacy "ENV key value" format',
        url: "https://docs.docker.com/go/dockerfile/rule/legacy-key-value-format/",
        ...{ file, line: 2, endLine: 2 },
      },
    ]);
  },
);

test("one that says no more than its words is kept, and what is none is left out", () => {
  const short = Buffer.from("be careful").toString("base64");
  const warnings = [null, 7, { short: 1 }, { short, range: null }, { short }];
  expect(buildWarnings(JSON.stringify({ "buildx.build.warnings": warnings }))).toEqual([
    {
      ...{ rule: undefined, text: "be careful", url: undefined },
      ...{ file: undefined, line: undefined, endLine: undefined },
    },
  ]);
});

test.each(["", "{", "[]", "{}", '{"result.json":{"warnings":7}}'])("%j has none", (text) => {
  expect(buildWarnings(text)).toEqual([]);
});
