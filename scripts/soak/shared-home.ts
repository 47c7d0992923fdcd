// A user's home that all jobs of a soak share, with a builder of the user's own.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { stackEnvironment } from "../stack/environment.ts";

const execute = promisify(execFile);

export type SharedHome = AsyncDisposable & {
  /** Names of what the user has: the current builder, which runs. */
  readonly bystander: string;
  readonly buildx: string;
  /** What makes a job one of this user's. */
  readonly environment: Readonly<Record<string, string>>;
  docker(...words: readonly string[]): Promise<string>;
  /** SHA-256 of each file of `~/.docker`, and what runs as the user's builder. */
  snapshot(): Promise<Readonly<Record<string, string>>>;
};

/** Makes the home, and boots the user's builder, which is the current one. */
export async function sharedHome(): Promise<SharedHome> {
  const home = await mkdtemp(join(tmpdir(), "crossbuild-home-"));
  const config = join(home, ".docker");
  const stack = stackEnvironment();
  const environment = { ...stack, HOME: home, DOCKER_CONFIG: "", BUILDX_CONFIG: "" };
  await mkdir(config);
  await cp(stack.DOCKER_CONFIG, config, { recursive: true });
  const auth = Buffer.from("user:of another registry").toString("base64");
  const settings = { auths: { "elsewhere.test": { auth } }, detachKeys: "ctrl-e,e" };
  await writeFile(join(config, "config.json"), JSON.stringify(settings));
  const docker = async (...words: readonly string[]) => {
    const { stdout } = await execute("docker", words, { env: { ...process.env, ...environment } });
    return stdout.trim();
  };
  const bystander = `bystander-${crypto.randomUUID()}`;
  await docker(
    ...["buildx", "create", "--name", bystander, "--use", "--bootstrap"],
    ...["--driver-opt", `image=${stack.STACK_BUILDKIT_IMAGE}`],
  );
  // With its first build buildx gives itself an ID: the user has built before.
  await writeFile(join(home, "Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
  await docker("buildx", "build", "--output", "type=cacheonly", home);
  return {
    bystander,
    buildx: join(config, "buildx"),
    environment,
    docker,
    snapshot: async () => ({
      ...(await sumsOf(config)),
      builder: await docker(
        ...["inspect", `buildx_buildkit_${bystander}0`, "--format"],
        "{{.Id}} {{.State.Pid}} {{.State.StartedAt}} {{.RestartCount}}",
      ),
    }),
    [Symbol.asyncDispose]: async () => {
      await docker("buildx", "rm", "--force", bystander);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function sumsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const sums = await Promise.all(
    files.map(async (file) => {
      const sum = createHash("sha256").update(await readFile(file));
      return [file.slice(folder.length + 1), sum.digest("hex")] as const;
    }),
  );
  return Object.fromEntries(sums);
}
