// Remarks on the Dockerfile's lines.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { privateRegistry } from "./inputs-for.ts";
import { workflowCommands } from "./workflow-commands.ts";

const forged = "::error file=forged,line=1::forged";

test("each warning of a build is annotated at its line, and is not in the metadata", async () => {
  const dockerfile = `FROM alpine:3.19 as base
ENV WORDS two words
RUN echo "${forged}"
`;
  await using place = await job({ files: { "app.Dockerfile": dockerfile } });
  const main = await place.main({ ...privateRegistry, file: "app.Dockerfile" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const told = workflowCommands(main.log).filter(({ name }) => /warning|error/.test(name));
  // Where nothing is exported, that there is no digest is told too.
  const annotations = told.filter(({ properties }) => properties["file"] !== undefined);
  expect(annotations).toEqual([
    {
      name: "warning",
      properties: { title: "FromAsCasing", file: "app.Dockerfile", line: "1", endLine: "1" },
      message: expect.stringContaining("'as' and 'FROM' keywords' casing do not match"),
    },
    {
      name: "warning",
      properties: {
        title: "LegacyKeyValueFormat",
        file: "app.Dockerfile",
        line: "2",
        endLine: "2",
      },
      message: expect.stringMatching(/^"ENV key=value" should be used.*\nhttps:\/\//),
    },
  ]);
  expect(main.log).toContain(forged);
  expect(Object.keys(JSON.parse(main.outputs["metadata"] ?? ""))).toEqual(["buildx.build.ref"]);
});

test("a build step that fails is annotated at its lines, with the end of its output", async () => {
  const dockerfile = `FROM alpine:3.19
RUN for i in $(seq 1 30); do echo "line $i"; done && \\
    echo "${forged}" && \\
    exit 3
`;
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main({ ...privateRegistry, context: place.workspace });
  await place.post();
  expect(main.exitCode).toBe(1);
  const errors = workflowCommands(main.log).filter(({ name }) => /warning|error/.test(name));
  expect(errors).toHaveLength(2);
  const [onLines, ofStep] = errors;
  expect(onLines?.properties).toEqual({
    title: expect.stringMatching(/^\[2\/2\] RUN for i in/),
    ...{ file: "Dockerfile", line: "2", endLine: "4" },
  });
  expect(onLines?.message).toContain(`line 29\nline 30\n${forged}\nERROR: failed to build`);
  expect(ofStep?.properties).toEqual({});
  expect(ofStep?.message).toMatch(
    /^docker buildx exited with code 1 while building the image:\n> /,
  );
  expect(ofStep?.message).toContain("   4 | >>>     exit 3\n");
  expect(ofStep?.message).not.toMatch(/^#\d/m);
});

test("a Dockerfile that can't be parsed is annotated at the line in question", async () => {
  await using place = await job({ files: { Dockerfile: "FROM alpine:3.19\nRUNN true\n" } });
  const main = await place.main(privateRegistry);
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(workflowCommands(main.log).filter(({ name }) => name === "error")[0]).toEqual({
    name: "error",
    properties: { title: "Dockerfile", file: "Dockerfile", line: "2", endLine: "2" },
    message: expect.stringContaining("unknown instruction: RUNN"),
  });
});

test("what call: check finds is annotated at its lines, and the step fails", async () => {
  const dockerfile = "FROM alpine:3.19 as base\nENV WORDS two words\n";
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main({ ...privateRegistry, call: "check" });
  await place.post();
  expect(main.exitCode, main.log).toBe(1);
  const warnings = workflowCommands(main.log).filter(({ name }) => name === "warning");
  expect(warnings.map(({ properties: { title, file, line } }) => [title, file, line])).toEqual([
    ["FromAsCasing", "Dockerfile", "1"],
    ["LegacyKeyValueFormat", "Dockerfile", "2"],
  ]);
});
