// What other programs stand on: the stack's addresses, files and secrets as variables.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StackError } from "./command.ts";
import { newestEnvironment, newestPrograms } from "./newest-environment.ts";
import { stackFolder } from "./stack-folder.ts";
import { workerEnvironment } from "./worker-environment.ts";

/** The variables that `env` prints. */
export type StackEnvironment = {
  readonly DOCKER_HOST: string;
  readonly BUILDX_CONFIG: string;
  readonly DOCKER_CONFIG: string;
  readonly PATH: string;
  readonly STACK_REGISTRY_HTTP: string;
  readonly STACK_REGISTRY_TLS: string;
  readonly STACK_REGISTRY_AUTH: string;
  readonly STACK_CA: string;
  /** The machine's authorities and the stack's, for `SSL_CERT_FILE`. */
  readonly STACK_CA_BUNDLE: string;
  readonly STACK_USERNAME: string;
  readonly STACK_PASSWORD: string;
  readonly STACK_BUILDKIT_IMAGE: string;
  readonly STACK_BINFMT_IMAGE: string;
  readonly STACK_BUILDKITD_TOML: string;
};

/** What `up` writes down once everything runs. */
export type StackState = {
  readonly environment: Omit<StackEnvironment, "PATH">;
  readonly programs: string;
  readonly engine: { readonly kind: "running" | "private"; readonly version: string };
  readonly buildx: string;
  readonly images: "Docker Hub" | "made here";
  /** The images that `up` put into an engine that is not the stack's. */
  readonly lent: readonly string[];
};

const stateFile = join(stackFolder, "state.json");

/** The state that `up` wrote, or undefined if the stack is not up. */
export function readState(): StackState | undefined {
  try {
    return JSON.parse(readFileSync(stateFile, "utf8"));
  } catch {
    return undefined;
  }
}

/** Writes the state; the password is in it. */
export async function writeState(state: StackState): Promise<void> {
  await writeFile(stateFile, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}

/** The running stack's variables, with its programs before this process's own PATH. */
export function stackEnvironment(): StackEnvironment {
  const state = readState();
  if (state === undefined) throw new StackError("the stack is not up\nTry: npm run stack -- up");
  const PATH = withProgramsFirst([...newestPrograms(), state.programs]);
  return { ...state.environment, ...workerEnvironment(), ...newestEnvironment(), PATH };
}

/** `export NAME='value'` for every variable, for a shell's eval. */
export function exportLines(environment: StackEnvironment): readonly string[] {
  return Object.entries(environment).map(([name, value]) => `export ${name}=${quote(value)}`);
}

function withProgramsFirst(programs: readonly string[]): string {
  const rest = (process.env["PATH"] ?? "")
    .split(":")
    .filter((folder) => !programs.includes(folder));
  return [...programs, ...rest.filter((folder) => !addedByNpm(folder))].join(":");
}

/** Folders that `npm run` puts on the PATH, which the caller's shell has no use for. */
function addedByNpm(folder: string): boolean {
  const added = folder.endsWith("node_modules/.bin") || folder.endsWith("node-gyp-bin");
  return added && process.env["npm_lifecycle_event"] !== undefined;
}

/** quote("it's") is `'it'\''s'`. */
function quote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
