// The command lines of this machine's programs while a test runs, as everybody on it can read them.
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { dockerConfig } from "./docker-config.ts";
import { stack } from "./inputs-for.ts";

export type CommandLines = AsyncDisposable & {
  /** Variables with which docker and buildx write down their words, too. */
  readonly environment: Readonly<Record<string, string>>;
  /** Docker's configuration for the run. */
  readonly folder: string;
  /** All that was seen so far, words separated by NULs. */
  seen(): Promise<readonly string[]>;
  /** What was started of docker and buildx, in turn: `docker run`, `docker-buildx version`. */
  started(): Promise<readonly string[]>;
  /** The environments of docker and buildx so far. */
  environments(): Promise<string>;
};

const pauseMilliseconds = 10;

/** Looks at `/proc` all the time; docker and buildx are recorded besides, so that none is missed. */
export async function watchCommandLines(): Promise<CommandLines> {
  const config = await dockerConfig();
  const bin = await mkdtemp(join(tmpdir(), "crossbuild-recorder-"));
  const record = join(bin, "record");
  const plugin = join(config.folder, "cli-plugins/docker-buildx");
  const buildx = await realpath(plugin);
  await rm(plugin);
  for (const file of [record, `${record}-started`]) await writeFile(file, "");
  await writeFile(plugin, recorder(buildx, record), { mode: 0o755 });
  await writeFile(join(bin, "docker"), recorder(programOn(stack.PATH), record), { mode: 0o755 });
  const seen = new Set<string>();
  const timer = setInterval(() => lookAround(seen), pauseMilliseconds);
  return {
    environment: {
      DOCKER_CONFIG: config.folder,
      PATH: [bin, stack.PATH].join(delimiter),
    },
    folder: config.folder,
    started: async () => (await readFile(`${record}-started`, "utf8")).split("\n").slice(0, -1),
    environments: () => readFile(`${record}-environment`, "utf8"),
    seen: async () => [...seen, await readFile(record, "utf8")],
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await rm(bin, { recursive: true });
      await config[Symbol.asyncDispose]();
    },
  };
}

function programOn(path: string): string {
  const [found] = path.split(delimiter).filter((folder) => namesIn(folder).includes("docker"));
  return join(found ?? "", "docker");
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function recorder(program: string, record: string): string {
  return `#!/bin/sh
printf '%s\\0' "$@" >> '${record}'
env >> '${record}-environment'
echo "\${0##*/} $1" >> '${record}-started'
exec '${program}' "$@"
`;
}

function lookAround(seen: Set<string>): void {
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      seen.add(readFileSync(`/proc/${name}/cmdline`, "utf8"));
    } catch {
      // It has ended.
    }
  }
}
