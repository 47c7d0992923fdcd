// What a build is given as secrets: each byte that the workflow has.
import { expect, test } from "vitest";
import { rawInputs } from "../../src/inputs/raw-inputs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

async function read(input: string, text: string) {
  const { inputs, problems } = await readInputs(rawInputs({ [`INPUT_${input}`]: text }));
  return { ...inputs.build.secrets, problems };
}

test.each([
  ["a line", "T=abc\n", ["abc"]],
  ["a line with blanks at both ends", "T=  a b \t", ["  a b \t"]],
  ["lines, one of them empty", "\n  T=a \n\n  \n U=b", ["a ", "b"]],
  ["lines that end as on Windows", "T=a\r\nU=b\r\n", ["a", "b"]],
  ["quotes around several lines", '"T=a\nb\n"\nU=c', ["a\nb\n", "c"]],
  ["quotes around lines that end as on Windows", '"T=a\r\nb\r\n"\n', ["a\r\nb\r\n"]],
  ["quotes around blanks and an empty line", '"T=\n a \n\n "', ["\n a \n\n "]],
  ["quotes with blanks around them", '  "T=a"  \n\t"U=b\nc" \n', ["a", "b\nc"]],
  ["a quote that is doubled", '"T={""a"":1}"', ['{"a":1}']],
  ["commas and quotes", 'T={"a":"b","c":[1,"d"]},"e"', ['{"a":"b","c":[1,"d"]},"e"']],
  ["an equals sign", "T=a=b=", ["a=b="]],
])("%s", async (_, text, values) => {
  const { secrets, problems } = await read("SECRETS", text);
  expect(problems).toEqual([]);
  expect(secrets.map(({ value }) => value)).toEqual(values);
  expect(secrets.map(({ id }) => id)).toEqual(["T", "U"].slice(0, values.length));
});

test.each([
  ["SECRETS", "T=\nU=a", "item 1"],
  ["SECRETS", 'U=a\n"T=\n"', "item 2"],
  ["SECRETS", "U=a\nT= ", "item 2"],
  ["SECRET-FILES", "T=\nU=a", "item 1"],
  ["SECRET-ENVS", "T=,U=a", "item 1"],
])("what is empty in this event is left out: %s, %j", async (name, text, item) => {
  const { secrets, files, variables, leftOut, problems } = await read(name, text);
  expect(problems).toEqual([]);
  expect([...secrets, ...files, ...variables].map(({ id }) => id)).toEqual(["U"]);
  const what = `${item} has nothing after its \`=\``;
  expect(leftOut).toEqual([{ input: name.toLowerCase(), what }]);
});
