// Files that lie where docker looks for buildx, and are none.
import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { tinyProgram } from "../../src/plan/emulators-tiny-program.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import {
  buildxForAll,
  machineWithoutBuildx,
  putIntoToolCache,
  stackBuildx,
} from "./machine-without-buildx.ts";

const execute = promisify(execFile);
const { program, version } = await stackBuildx();
const bytes = await readFile(program);
const files = { Dockerfile: "FROM scratch\nCOPY hello /\n", hello: "hello\n" };
const script = (text: string) => (path: string) => writeFile(path, text, { mode: 0o755 });

const broken: readonly (readonly [string, (path: string) => Promise<unknown>, string])[] = [
  ["an empty program", script(""), "is no buildx: asked for its version, it printed nothing"],
  ["one that prints a word", script("#!/bin/sh\necho buildx\n"), "it printed `buildx`"],
  [
    "one that fails",
    script("#!/bin/sh\necho lost >&2\nexit 3\n"),
    "does not run: exit code 3, lost",
  ],
  [
    "half of a program",
    (path) => writeFile(path, bytes.subarray(0, 300_000), { mode: 0o755 }),
    "does not run: ",
  ],
  [
    "one of another CPU",
    (path) => writeFile(path, tinyProgram("s390x") ?? "", { mode: 0o755 }),
    "docker-buildx ",
  ],
  ["a file that is no program", (path) => writeFile(path, bytes), "may not be executed"],
  ["a folder", (path) => mkdir(path), "is no file"],
  ["a link to nothing", (path) => symlink("/nonexistent", path), "is a link to a file that is not"],
];

describe.skipIf(buildxForAll).concurrent("in place of buildx,", () => {
  test.each(broken)("%s: it is named, and the step installs its own", async (_, put, words) => {
    await using machine = await machineWithoutBuildx();
    const plugins = join(machine.config, "cli-plugins");
    const path = join(plugins, "docker-buildx");
    await mkdir(plugins);
    await put(path);
    await putIntoToolCache(machine, version, bytes);
    await using place = await job({ files, environment: machine.environment });
    const inputs = { driver: "docker", outputs: "type=local,dest=out" };
    const main = await place.main({ ...inputs, "buildx-version": version });
    const post = await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toContain(`buildx v${version} is to be installed: ${path} `);
    expect(main.log).toContain(words);
    expect(await readdir(join(place.workspace, "out"))).toEqual(["hello"]);
    expect(post.exitCode, post.log).toBe(0);
    expect(await readdir(place.temp)).toEqual([]);
  });
});

test("a buildx behind something that is none is used, and a warning says so", async () => {
  await using machine = await machineWithoutBuildx();
  const folders = ["extra", "cli-plugins"].map((name) => join(machine.config, name));
  const [bad = "", good = ""] = folders.map((folder) => join(folder, "docker-buildx"));
  for (const folder of folders) await mkdir(folder);
  await writeFile(bad, "", { mode: 0o755 });
  await writeFile(good, bytes);
  await chmod(good, 0o755);
  const settings = JSON.stringify({ cliPluginsExtraDirs: [join(machine.config, "extra")] });
  await writeFile(join(machine.config, "config.json"), settings);
  await using place = await job({ files, environment: machine.environment });
  const main = await place.main({ driver: "docker", outputs: "type=local,dest=out" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(
    /^::warning::\S+extra\/docker-buildx is no buildx: .* takes \S+cli-plugins/m,
  );
  expect(await readdir(join(place.workspace, "out"))).toEqual(["hello"]);
});

const isRoot = process.getuid?.() === 0;

test.skipIf(buildxForAll || !isRoot)(
  "where no program may start in the home folder, the run has buildx for itself",
  async () => {
    await using machine = await machineWithoutBuildx();
    const { config } = machine;
    await execute("mount", ["-t", "tmpfs", "-o", "noexec", "tmpfs", config]);
    try {
      await putIntoToolCache(machine, version, bytes);
      await using place = await job({ files, environment: machine.environment });
      const inputs = { driver: "docker", outputs: "type=local,dest=out" };
      const main = await place.main({ ...inputs, "buildx-version": version });
      const post = await place.post();
      expect(main.exitCode, main.log).toBe(0);
      expect(main.log).toMatch(
        /^buildx can't be installed as \S+\/docker\/cli-plugins\/docker-buildx: .*EACCES/m,
      );
      expect(await readdir(join(place.workspace, "out"))).toEqual(["hello"]);
      expect(post.exitCode, post.log).toBe(0);
      expect(await readdir(place.temp)).toEqual([]);
      expect(await readdir(join(config, "cli-plugins"))).toEqual([]);
    } finally {
      await execute("umount", [config]);
    }
  },
);

// No real buildx does this.
const pretender = `#!/bin/sh
[ "$1" = version ] && echo github.com/docker/buildx v0.29.1 a1b2c3d4
exit 0
`;

describe.concurrent("a program that calls itself buildx and builds nothing fails", () => {
  test.each([
    ["a build of nothing else", {}],
    ["load", { load: "true", tags: "app:1" }],
    ["call", { call: "check" }],
    ["outputs", { outputs: "type=local,dest=out" }],
    ["push", { push: "true", tags: `${stack.STACK_REGISTRY_HTTP}/${newRepository()}:1` }],
  ])("%s", async (_, inputs) => {
    await using machine = await machineWithoutBuildx();
    const path = join(machine.config, "cli-plugins/docker-buildx");
    await mkdir(join(machine.config, "cli-plugins"));
    await writeFile(path, pretender, { mode: 0o755 });
    await using place = await job({
      files: { Dockerfile: dockerfile },
      environment: machine.environment,
    });
    const main = await place.main(inputs);
    await place.post();
    expect(main.exitCode, main.log).toBe(1);
    expect(main.log).toContain(`::error::nothing was built: \`${path}\` ended without an error`);
  });
});
