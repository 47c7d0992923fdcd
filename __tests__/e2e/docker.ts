// Asks the stack's engine what is there, without the action.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { stackEnvironment } from "../../scripts/stack/environment.ts";

const execute = promisify(execFile);

type Texts = Readonly<Record<string, string>>;

/** Runs docker on the stack, with more environment if given, and returns what it printed. */
export async function docker(...words: readonly (string | Texts)[]): Promise<string> {
  const args = words.filter((word) => typeof word === "string");
  const more: Texts = Object.assign({}, ...words.filter((word) => typeof word !== "string"));
  const { stdout } = await execute("docker", args, {
    env: { ...process.env, ...stackEnvironment(), ...more },
  });
  return stdout.trim();
}

/** What a container has printed so far. */
export async function dockerLog(container: string): Promise<string> {
  const env = { ...process.env, ...stackEnvironment() };
  const { stdout, stderr } = await execute("docker", ["logs", container], { env });
  return stdout + stderr;
}

/** All containers, volumes and builders of the stack's engine, by name. */
export async function everything(): Promise<readonly string[]> {
  const lists = await Promise.all([
    docker("ps", "--all", "--format", "container {{.Names}}"),
    docker("volume", "ls", "--format", "volume {{.Name}}"),
    docker("buildx", "ls", "--format", "builder {{.Name}}"),
  ]);
  return [...new Set(lists.flatMap((text) => text.split("\n")))]
    .filter((line) => line !== "")
    .sort();
}

/** Takes emulators out of the kernel's list, if they are there. */
export async function removeEmulators(names: string): Promise<void> {
  const image = stackEnvironment().STACK_BINFMT_IMAGE;
  await docker("run", "--rm", "--privileged", image, "--uninstall", names);
}
