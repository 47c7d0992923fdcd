// What the bench changes on the machine between its runs, and puts back.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { lendToEngine } from "../stack/engine-images.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { loopback } from "../stack/registry.ts";
import { toolImages } from "../stack/tool-images.ts";

const execute = promisify(execFile);
const emulators = "/proc/sys/fs/binfmt_misc";

/** Runs docker on the stack, and returns what it printed. */
export async function docker(...words: readonly string[]): Promise<string> {
  const env = { ...process.env, ...stackEnvironment() };
  return (await execute("docker", words, { env })).stdout.trim();
}

/** Takes all of QEMU's handlers out of the kernel. */
export async function removeEmulators(): Promise<void> {
  const names = (await readdir(emulators)).filter((name) => name.startsWith("qemu-"));
  for (const name of names) await writeFile(`${emulators}/${name}`, "-1");
}

/** Takes the images of BuildKit and of the emulators out of the engine, under every name. */
export async function removeToolImages(): Promise<void> {
  const wanted = Object.values(toolImages).map(({ repository, tag }) => `${repository}:${tag}`);
  const list = await docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}");
  const names = list
    .split("\n")
    .filter((line) => wanted.some((one) => `/${line}`.endsWith(`/${one}`)));
  if (names.length > 0) await docker("image", "rm", ...names);
}

/** Removes the builders of steps, which a step leaves where the machine is thrown away after it. */
export async function removeBuilders(): Promise<void> {
  const list = await docker("buildx", "ls", "--format", "{{.Builder.Name}}");
  const names = new Set(list.split("\n").filter((name) => name.startsWith("crossbuild-")));
  if (names.size > 0) await docker("buildx", "rm", ...names);
}

/** Removes builders, and gives the engine the images of the tools, where it lacks them. */
export async function putBack(): Promise<void> {
  await removeBuilders();
  const { DOCKER_HOST: host, STACK_REGISTRY_HTTP: http } = stackEnvironment();
  const engine = { kind: "private", host, version: "" } as const;
  await lendToEngine(engine, loopback(http), Object.values(toolImages));
}

/** Boots a builder by hand, with this text as its `buildkitd.toml`. */
export async function makeBuilder(name: string, toml: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-bench-"));
  const file = join(folder, "buildkitd.toml");
  await writeFile(file, toml);
  const image = `image=${stackEnvironment().STACK_BUILDKIT_IMAGE}`;
  const options = ["--driver-opt", "network=host", "--driver-opt", image];
  await docker(
    "buildx",
    "create",
    "--name",
    name,
    "--bootstrap",
    "--buildkitd-config",
    file,
    ...options,
  );
  await rm(folder, { recursive: true });
}
