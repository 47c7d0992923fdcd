// Strange inputs to the committed bundle: what it starts in the end got them word for word.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { askedBuild } from "../fuzz/asked-builds.ts";
import { readBuildCommand } from "../fuzz/build-command.ts";
import { settings } from "../fuzz/runs.ts";
import { canary } from "../fuzz/strange-texts.ts";
import { type DockerConfig, dockerConfig } from "./docker-config.ts";
import { type OwnBuilder, ownBuilder } from "./own-builder.ts";

let builder: OwnBuilder;
let config: DockerConfig;
let folder: string;

// buildx itself, but for the build: that only writes its metadata file, as a build does.
beforeAll(async () => {
  [builder, config] = await Promise.all([ownBuilder(), dockerConfig()]);
  folder = await mkdtemp(join(tmpdir(), "crossbuild-words-"));
  const plugin = join(config.folder, "cli-plugins/docker-buildx");
  const buildx = await realpath(plugin);
  await rm(plugin);
  const program = `#!/bin/sh
if [ "$1" = build ] || [ "$2" = build ]; then
  printf '%s\\0' "$@" > '${folder}/words'
  for word in "$@"; do
    if [ "$before" = --metadata-file ]; then echo '{"buildx.build.ref": "a/b/c"}' > "$word"; fi
    before=$word
  done
else
  exec '${buildx}' "$@"
fi
`;
  await writeFile(plugin, program, { mode: 0o755 });
});

afterAll(async () => {
  await builder[Symbol.asyncDispose]();
  await config[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

// What has to be there, and what would fail later, as nothing is built.
const left = ["context", "file", "build-contexts", "cache-to"];

test("strange inputs reach buildx through the bundle, and nothing in them is executed", async () => {
  const environment = { DOCKER_CONFIG: config.folder, BUILDX_NO_DEFAULT_ATTESTATIONS: "1" };
  await using place = await job({ files: { Dockerfile: "FROM scratch\n" }, environment });
  await fc.assert(
    fc.asyncProperty(askedBuild, async (asked) => {
      const inputs = Object.entries(asked.inputs).filter(([name]) => !left.includes(name));
      const main = await place.main({ ...Object.fromEntries(inputs), builder: builder.name });
      expect(main.exitCode, main.log.slice(-2000)).toBe(0);
      const words = (await readFile(join(folder, "words"), "utf8")).split("\0").slice(0, -1);
      const told = readBuildCommand(words[0] === "buildx" ? words : ["buildx", ...words]);
      const {
        "--iidfile": _,
        "--metadata-file": __,
        "--secret": secrets,
        ...options
      } = told.options;
      const {
        "--file": ___,
        "--build-context": ____,
        "--cache-to": _____,
        ...wanted
      } = asked.options;
      const { "--secret": wantedSecrets, ...rest } = wanted;
      expect(options).toEqual({ "--builder": [builder.name], ...rest });
      const ids = (texts: readonly string[] = []) =>
        texts.map((text) => text.replace(/src=.*\//, ""));
      expect(ids(secrets)).toEqual(ids(wantedSecrets));
      expect(told.context).toBe(".");
    }),
    { ...settings(1), numRuns: 12 },
  );
  expect(existsSync(canary)).toBe(false);
});
