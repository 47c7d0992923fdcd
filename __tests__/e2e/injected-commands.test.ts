// Programs that print what the runner would take for a command of ours.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { job, type Step } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { type OwnBuilder, ownBuilder } from "./own-builder.ts";
import { workflowCommands } from "./workflow-commands.ts";

const { STACK_REGISTRY_HTTP: http } = stack;
const mark = "injected";

const commands = [
  ...["error", "warning", "notice", "debug", "add-mask", "stop-commands", "group", "add-path"],
  ...[
    "set-output name=digest",
    "save-state name=undo",
    "set-env name=A",
    "add-matcher",
    "endgroup",
  ],
];
const forms = commands.flatMap((command) => [
  `::${command}::${mark}`,
  `  ::${command}::${mark}`,
  `x\\r::${command}::${mark}`,
  `##[${command}]${mark}`,
  `in the middle ##[${command}]${mark}`,
  `##vso[${command}]${mark}`,
]);
const text = `${forms.join("\\n")}\\n`;

const dockerfile = (end: string) => `FROM alpine:3.19
LABEL title="::error::${mark}"
RUN printf '${text}' && printf '${text}' >&2 && printf '::error::${mark}' && ${end}
`;

let builder: OwnBuilder;
beforeAll(async () => {
  builder = await ownBuilder();
});
afterAll(() => builder[Symbol.asyncDispose]());

/** Builds, and returns the step with what it wrote to the files that set the job's environment. */
async function build(end: string) {
  await using place = await job({ files: { Dockerfile: dockerfile(end) } });
  const [variables, path] = [join(place.temp, "env"), join(place.temp, "path")];
  for (const file of [variables, path]) await writeFile(file, "");
  const main = await place.main(
    {
      ...{ builder: builder.name, registries: `${http}: {http: true}`, push: "true" },
      ...{ tags: `${http}/${newRepository()}:1`, "build-args": `A=1\n::error::${mark}=2` },
      labels: `a=x ##[error]${mark}\n"b=1\n::set-output name=digest::${mark}"`,
    },
    { environment: { GITHUB_ENV: variables, GITHUB_PATH: path } },
  );
  const post = await place.post();
  const written = await Promise.all([variables, path].map((file) => readFile(file, "utf8")));
  return { main, post, written: written.join("") };
}

// Without those in which we quote, escaped, what failed.
function injected({ log }: Step, ours: readonly string[] = []) {
  return workflowCommands(log).filter(
    ({ name, message, properties }) =>
      !ours.includes(name) && JSON.stringify([name, message, properties]).includes(mark),
  );
}

test("a build that prints workflow commands changes nothing", async () => {
  const { main, post, written } = await build("true");
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain(`##[add-mask]${mark}`);
  expect(injected(main)).toEqual([]);
  expect(injected(post)).toEqual([]);
  expect(main.outputs["digest"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(written).toBe("");
  promiseKept({
    section: "secrets",
    fault: "A build that prints `::error::`, `::set-output::`, `::add-mask::`, `##[error]`",
    promise: "none of them takes effect; GITHUB_ENV and GITHUB_PATH stay empty",
    figure: `${2 * forms.length} lines printed, 0 carried out`,
  });
});

test("a build that fails with workflow commands is reported by the step's own commands only", async () => {
  const { main, post, written } = await build("exit 3");
  expect(main.exitCode).toBe(1);
  expect(injected(main, ["error"])).toEqual([]);
  expect(injected(post)).toEqual([]);
  const errors = workflowCommands(main.log).filter(({ name }) => name === "error");
  // The instruction's annotation, and the step's end.
  expect(errors).toHaveLength(2);
  for (const { message } of errors) expect(message).toMatch(/exit code: 3/);
  expect(written).toBe("");
});
