// Compiles Go programs that tests need from modules of this folder, each set once a machine.
import { createHash } from "node:crypto";
import { access, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { attempt, findProgram, run } from "./command.ts";
import { unpackedPackages } from "./debian-package.ts";
import { lockedBy } from "./lock.ts";
import { say } from "./progress.ts";
import { cacheName, folders } from "./stack-folder.ts";

/** Programs that are compiled from one module. */
export type GoSet = {
  /** Folder of the module, beside this file. */
  readonly module: string;
  /** What it has, for the log: "BuildKit". */
  readonly what: string;
  readonly packages: readonly string[];
  /** Variables that get the version of a module: `-X` of Go's linker. */
  readonly versions: Readonly<Record<string, string>>;
};

/** The compiled programs; `source` changes with what they were compiled from. */
export type GoPrograms = { readonly folder: string; readonly source: string };

/** Compiles the programs of a set, or takes them from the cache. */
export async function compileGoPrograms(set: GoSet): Promise<GoPrograms> {
  const source = await hashOf(join(import.meta.dirname, set.module));
  const place = join(folders.cache, "go", cacheName(set.module, source));
  return await lockedBy(`${place}.lock`, async () => {
    const folder = join(place, "bin");
    if (!(await exists(folder))) await compile(set, place);
    return { folder, source };
  });
}

/** The version that the module of a set has of a dependency: `v0.32.2`. */
export async function versionIn(module: string, dependency: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, module, "go.mod"), "utf8");
  const lines = text.split("\n").map((line) => line.trim().split(/\s+/));
  return lines.find(([name]) => name === dependency)?.[1] ?? "v0.0.0";
}

async function compile(set: GoSet, place: string): Promise<void> {
  const { module, what, packages, versions } = set;
  const cwd = join(import.meta.dirname, module);
  const go = await findGo(cwd);
  say(`compiling ${what} with ${go}; this takes minutes`);
  const env = {
    ...process.env,
    CGO_ENABLED: "0",
    GOFLAGS: "-mod=readonly -modcacherw -trimpath -buildvcs=false",
    GOMODCACHE: join(place, "modules"),
    GOCACHE: join(place, "build"),
    GOWORK: "off",
  };
  const variables = Object.entries(versions).map(async ([variable, dependency]) => [
    "-X",
    `${variable}=${await versionIn(module, dependency)}`,
  ]);
  const unfinished = join(place, "unfinished");
  const flags = ["-s", "-w", ...(await Promise.all(variables)).flat()].join(" ");
  await run([go, "build", "-ldflags", flags, "-o", `${unfinished}/`, ...packages], {
    doing: `compiling ${what}`,
    advice: "go mod download (does this machine reach the Go module proxy?)",
    cwd,
    env,
  });
  await rename(unfinished, join(place, "bin"));
  await rm(env.GOMODCACHE, { recursive: true, force: true });
  await rm(env.GOCACHE, { recursive: true, force: true });
}

async function hashOf(module: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(module, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  for (const file of [...files.toSorted(), import.meta.filename]) {
    hash.update(await readFile(file));
  }
  return hash.digest("hex");
}

/** A Go toolchain that is new enough: the machine's, or Debian sid's, unpacked. */
async function findGo(module: string): Promise<string> {
  const wanted = /^go (.+)$/m.exec(await readFile(join(module, "go.mod"), "utf8"))?.[1];
  for (const go of [await findProgram("go"), "/usr/local/go/bin/go"]) {
    if (go === undefined || !(await exists(go))) continue;
    const { stdout } = await attempt([go, "env", "GOVERSION"], { env: localToolchain() });
    if (isAtLeast(stdout, wanted ?? "")) return go;
  }
  say(`no Go ${wanted} or later here: taking Debian sid's`);
  const packages = ["golang-1.26-go", "golang-1.26-src"];
  const root = await unpackedPackages({ name: "go", suite: "sid", packages });
  return join(root, "usr/lib/go-1.26/bin/go");
}

function localToolchain(): NodeJS.ProcessEnv {
  return { ...process.env, GOTOOLCHAIN: "local" };
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** isAtLeast("go1.26.8", "1.26.3") is true. */
function isAtLeast(found: string, wanted: string): boolean {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
  const [have, want] = [numbers(found), numbers(wanted)];
  const differing = want.findIndex((number, index) => number !== (have[index] ?? 0));
  return differing === -1 || (have[differing] ?? 0) > (want[differing] ?? 0);
}
