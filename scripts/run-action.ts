// Runs the committed bundle as GitHub's runner does: inputs, command files, state, post.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { stackEnvironment } from "./stack/environment.ts";
import { buildsWithNewest } from "./stack/newest-environment.ts";

const root = join(import.meta.dirname, "..");
type Field = { readonly default?: string };
type Action = {
  readonly inputs: Readonly<Record<string, Field>>;
  readonly runs: { readonly main: string; readonly post?: string };
};

export type Texts = Readonly<Record<string, string>>;

/** What a step did. */
export type Step = {
  /** null if a signal ended it. */
  readonly exitCode: number | null;
  /** Standard output and error, as they came. */
  readonly log: string;
  readonly outputs: Texts;
  readonly summary: string;
  readonly milliseconds: number;
  /** Milliseconds from the signal to the end; undefined if none was sent. */
  readonly endedAfter: number | undefined;
};

/** One job's place: a home, a workspace and the runner's folders, gone when disposed of. */
export type Job = AsyncDisposable & {
  readonly workspace: string;
  readonly temp: string;
  readonly environment: Texts;
  main(inputs: Texts, options?: MainOptions): Promise<Step>;
  /** Runs post with the last main's inputs and the state that it left, and more environment if given. */
  post(environment?: Texts): Promise<Step>;
};

export type MainOptions = {
  readonly environment?: Texts;
  /** Sends the signal when the log has this in it, or so many milliseconds have passed. */
  readonly killAt?: RegExp | number;
  /** SIGKILL, if not given. */
  readonly signal?: NodeJS.Signals;
};

export type JobOptions = {
  /** Path in the workspace → text. */
  readonly files?: Texts;
  readonly environment?: Texts;
  /** Takes what the steps print, as it comes. */
  readonly print?: (text: string) => void;
  /** Folder of the action, seen from the root: by default the main one, in the root itself. */
  readonly action?: "." | "merge" | "matrix";
  /** A program and its words, to run each step under: `["strace", "-f"]`. */
  readonly under?: readonly string[];
};

export async function job(options: JobOptions): Promise<Job> {
  const { files = {}, environment = {}, print, action: actionFolder = ".", under = [] } = options;
  const action: Action = parse(readFileSync(join(root, actionFolder, "action.yml"), "utf8"));
  const { main, post } = action.runs;
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-test-"));
  const [workspace, temp, home] = [
    join(folder, "work"),
    join(folder, "temp"),
    join(folder, "home"),
  ];
  for (const path of [workspace, temp, home]) await mkdir(path);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  const base = {
    ...stackEnvironment(),
    HOME: home,
    RUNNER_TEMP: temp,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    ...environment,
  };
  let [state, given]: [Texts, Texts] = [{}, {}];
  const step = async (script: string, more: Texts, options: MainOptions = {}): Promise<Step> => {
    const commandFiles = await mkdtemp(join(folder, "command-files-"));
    const file = (name: string) => join(commandFiles, name);
    for (const name of ["output", "state", "summary"]) await writeFile(file(name), "");
    const environment = {
      ...base,
      GITHUB_OUTPUT: file("output"),
      GITHUB_STATE: file("state"),
      GITHUB_STEP_SUMMARY: file("summary"),
      ...more,
    };
    const start = performance.now();
    const command = [...under, process.execPath, join(root, script)];
    const end = await run(command, { ...options, environment, cwd: workspace, print });
    state = { ...state, ...fileCommands(await readFile(file("state"), "utf8")) };
    return {
      ...end,
      outputs: fileCommands(await readFile(file("output"), "utf8")),
      summary: await readFile(file("summary"), "utf8"),
      milliseconds: performance.now() - start,
    };
  };
  return {
    workspace,
    temp,
    environment: base,
    main: (inputs, options = {}) => {
      given = inputVariables(action, actionFolder === "." ? withBuildkit(inputs) : inputs);
      return step(join(actionFolder, main), { ...given, ...options.environment }, options);
    },
    post: (environment) => {
      if (post === undefined) throw new Error(`${actionFolder} has no post step`);
      const variables = { ...given, ...prefixed("STATE_", state), ...environment };
      return step(join(actionFolder, post), variables);
    },
    [Symbol.asyncDispose]: async () => {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The inputs of a step whose builder has the newest BuildKit, if this process tests with that. */
function withBuildkit(inputs: Texts): Texts {
  const { driver = "docker-container", builder = "", "driver-opts": options = "" } = inputs;
  const hasOwn = driver !== "docker-container" || builder !== "" || options.includes("image=");
  if (!buildsWithNewest || hasOwn) return inputs;
  const image = `image=${stackEnvironment().STACK_BUILDKIT_IMAGE}`;
  return { ...inputs, "driver-opts": options === "" ? image : `${options}\n${image}` };
}

// The runner adds action.yml's defaults (an expression has no value here), upper-cases names and
// turns blanks into `_`.
function inputVariables(action: Action, inputs: Texts): Texts {
  const defaults = Object.entries(action.inputs).map(([name, field]) => [
    name,
    field.default?.startsWith("${{") ? "" : (field.default ?? ""),
  ]);
  const all: Texts = { ...Object.fromEntries(defaults), ...inputs };
  const names = Object.entries(all).map(([name, text]) => [
    name.replaceAll(" ", "_").toUpperCase(),
    text,
  ]);
  return prefixed("INPUT_", Object.fromEntries(names));
}

function prefixed(prefix: string, texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [prefix + name, text]));
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
function fileCommands(text: string): Texts {
  const found = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries(Array.from(found, ([, name = "", , value = ""]) => [name, value]));
}

type RunOptions = {
  readonly environment: Texts;
  readonly cwd: string;
  readonly print: ((text: string) => void) | undefined;
} & Pick<MainOptions, "killAt" | "signal">;

function run(
  [program = "", ...words]: readonly string[],
  { environment, cwd, killAt, signal = "SIGKILL", print }: RunOptions,
): Promise<Pick<Step, "exitCode" | "log" | "endedAfter">> {
  const child = spawn(program, words, { cwd, env: environment });
  let log = "";
  let sent: number | undefined;
  const kill = () => {
    if (sent === undefined && child.kill(signal)) sent = performance.now();
  };
  const timer = typeof killAt === "number" ? setTimeout(kill, killAt) : undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      print?.(text);
      if (killAt instanceof RegExp && killAt.test(log)) kill();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => clearTimeout(timer));
    // A killed step's children may hold its output open for long.
    child.on(killAt === undefined || signal !== "SIGKILL" ? "close" : "exit", (exitCode) => {
      const endedAfter = sent === undefined ? undefined : performance.now() - sent;
      resolve({ exitCode, log, endedAfter });
    });
  });
}
