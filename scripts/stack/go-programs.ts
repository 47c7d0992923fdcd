// Compiles the programs of the tool images from their Go modules.
import { createHash } from "node:crypto";
import { access, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { attempt, findProgram, run } from "./command.ts";
import { unpackedPackages } from "./debian-package.ts";
import { say } from "./progress.ts";
import { folders } from "./stack-folder.ts";

const moduleFolder = join(import.meta.dirname, "tool-images");
const programs = [
  "./binfmt",
  "github.com/moby/buildkit/cmd/buildctl",
  "github.com/moby/buildkit/cmd/buildkitd",
];

/** The compiled programs; `source` changes with what they were compiled from. */
export type GoPrograms = { readonly folder: string; readonly source: string };

/** Compiles buildkitd, buildctl and binfmt, or takes them from the cache. */
export async function compileGoPrograms(): Promise<GoPrograms> {
  const folder = join(folders.cache, "go/bin");
  const stamp = join(folder, "source");
  const source = await hashOfSource();
  if ((await readFile(stamp, "utf8").catch(() => "")) === source) return { folder, source };
  const go = await findGo();
  say(`compiling BuildKit with ${go}; this takes about two minutes on two cores`);
  const env = {
    ...process.env,
    CGO_ENABLED: "0",
    GOFLAGS: "-mod=readonly -modcacherw -trimpath -buildvcs=false",
    GOMODCACHE: join(folders.cache, "go/modules"),
    GOCACHE: join(folders.cache, "go/build"),
    GOWORK: "off",
  };
  const flags = `-s -w -X github.com/moby/buildkit/version.Version=${await buildkitVersion()}`;
  const command = [go, "build", "-ldflags", flags, "-o", `${folder}/`, ...programs];
  await run(command, {
    doing: "compiling BuildKit",
    advice: "go mod download (does this machine reach the Go module proxy?)",
    cwd: moduleFolder,
    env,
  });
  await writeFile(stamp, source);
  await rm(env.GOMODCACHE, { recursive: true, force: true });
  await rm(env.GOCACHE, { recursive: true, force: true });
  return { folder, source };
}

async function buildkitVersion(): Promise<string> {
  const text = await readFile(join(moduleFolder, "go.mod"), "utf8");
  return /github\.com\/moby\/buildkit (v\S+)/.exec(text)?.[1] ?? "v0.0.0";
}

async function hashOfSource(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum", "binfmt/main.go", "../go-programs.ts"]) {
    hash.update(await readFile(join(moduleFolder, file)));
  }
  return hash.digest("hex");
}

/** A Go toolchain that is new enough: the machine's, or Debian sid's, unpacked. */
async function findGo(): Promise<string> {
  const wanted = /^go (.+)$/m.exec(await readFile(join(moduleFolder, "go.mod"), "utf8"))?.[1];
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
