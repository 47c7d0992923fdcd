// What the runner sees of what we print.
import { expect, test, vi } from "vitest";
import { githubRunner } from "../../src/runner/github.ts";
import { workflowCommands } from "../e2e/workflow-commands.ts";

/** What is printed while the body runs. */
async function printed(body: (github: ReturnType<typeof githubRunner>) => unknown) {
  let log = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    log += String(chunk);
    return true;
  });
  try {
    await body(githubRunner({ hasSummary: false }));
  } finally {
    spy.mockRestore();
  }
  return workflowCommands(log);
}

const bytes = (text: string) => new TextEncoder().encode(text);

test("commands are taken again after a program whose last line has no end", async () => {
  const commands = await printed(async (github) => {
    await github.group("Build", async (print) => {
      github.write(bytes("::error::a\n::warning::b"));
      print("::error::c");
      github.write(bytes("::error::d"));
    });
    github.warning("e");
  });
  expect(commands.map(({ name, message }) => [name, message])).toEqual([
    ["group", "Build"],
    ["endgroup", ""],
    ["warning", "e"],
  ]);
});

test("a line that has words from outside is no command", async () => {
  const words = ["a\n::error::x", "a\r::error::x", "a ##[error]x"];
  expect(await printed((github) => words.map((word) => github.info(word)))).toEqual([]);
});

test("messages, titles and names of groups hold no second command", async () => {
  const commands = await printed(async (github) => {
    await github.group("a\n::error::x", async () => {});
    github.warning("b\r\n::error::x");
    github.annotate({ level: "warning", title: "c,file=x::error::\n::error::x", message: "d" });
  });
  expect(commands.map(({ name }) => name)).toEqual(["group", "endgroup", "warning", "warning"]);
});

test("what is masked in a group is a command all the same, and the group goes on", async () => {
  const commands = await printed((github) =>
    github.group("Sign", async (print) => {
      print("::error::a");
      github.mask("secret");
      print("::error::b");
    }),
  );
  expect(commands.map(({ name, message }) => [name, message])).toEqual([
    ["group", "Sign"],
    ["add-mask", "secret"],
    ["endgroup", ""],
  ]);
});
