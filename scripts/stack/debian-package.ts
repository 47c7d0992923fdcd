// Downloads Debian's packages and unpacks them into the stack's folder, without installing them.
import { access, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run, StackError } from "./command.ts";
import { lockedBy } from "./lock.ts";
import { cacheName, folders } from "./stack-folder.ts";

/** A set of packages that are unpacked into one folder. */
export type PackageSet = {
  readonly name: string;
  readonly suite: "bookworm" | "trixie" | "sid";
  readonly packages: readonly string[];
};

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** The line of a sources.list for a suite, checked against Debian's own keys. */
export function sourceOf(suite: PackageSet["suite"]): string {
  return `deb [signed-by=${keyring}] http://deb.debian.org/debian ${suite} main`;
}

/** Whether this machine has what checks Debian's packages. */
export async function canUseDebian(): Promise<boolean> {
  return await exists(keyring);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The folder that holds the unpacked packages, once they are there. */
export function packagesRoot(set: PackageSet): string {
  return join(placeOf(set), "root");
}

/** The folder that holds the unpacked packages; downloads them if they are not there yet. */
export function unpackedPackages(set: PackageSet): Promise<string> {
  const known = unpacked.get(set.name) ?? unpack(set);
  unpacked.set(set.name, known);
  return known;
}

const unpacked = new Map<string, Promise<string>>();

function placeOf({ name, suite, packages }: PackageSet): string {
  return join(folders.cache, "debian", cacheName(name, [suite, ...packages].join("\n")));
}

async function unpack(set: PackageSet): Promise<string> {
  const root = packagesRoot(set);
  if (await exists(root)) return root;
  await lockedBy(`${placeOf(set)}.lock`, async () => {
    if (!(await exists(root))) await fetchInto(placeOf(set), set);
  });
  return root;
}

async function fetchInto(folder: string, set: PackageSet): Promise<void> {
  if (!(await canUseDebian())) {
    throw new StackError(
      `${set.name} would come from Debian's packages, but ${keyring} is missing\n` +
        "Try: apt-get install debian-archive-keyring, or a machine that reaches Docker Hub",
    );
  }
  await rm(folder, { recursive: true, force: true });
  const unfinished = join(folder, "unfinished");
  await mkdir(unfinished, { recursive: true });
  await download(set, folder);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".deb"));
  for (const file of files) {
    await run(["dpkg", "-x", join(folder, file), unfinished], { doing: `unpacking ${file}` });
    await rm(join(folder, file));
  }
  await rename(unfinished, packagesRoot(set));
}

async function download(set: PackageSet, folder: string): Promise<void> {
  const options = await aptOptions(set.suite);
  const advice = "apt-get update (does this machine reach deb.debian.org?)";
  const doing = `downloading Debian ${set.suite}'s ${set.packages.join(", ")}`;
  if (!updates.has(set.suite)) {
    const update = () => run(["apt-get", ...options, "update"], { doing, advice });
    updates.set(set.suite, lockedBy(join(folders.cache, `apt-${set.suite}.lock`), update));
  }
  await updates.get(set.suite);
  const command = ["apt-get", ...options, "download", ...set.packages];
  await run(command, { doing, advice, cwd: folder });
}

const updates = new Map<string, Promise<string>>();

/** apt's options for lists and settings of our own: the machine's are neither read nor changed. */
async function aptOptions(suite: PackageSet["suite"]): Promise<readonly string[]> {
  const folder = join(folders.cache, "apt", suite);
  const sources = join(folder, "sources.list");
  await mkdir(join(folder, "state/lists/partial"), { recursive: true });
  await mkdir(join(folder, "cache/archives/partial"), { recursive: true });
  await writeFile(sources, `${sourceOf(suite)}\n`);
  const settings = {
    "Dir::State": join(folder, "state"),
    "Dir::State::status": "/var/lib/dpkg/status",
    "Dir::Cache": join(folder, "cache"),
    "Dir::Etc::SourceList": sources,
    "Dir::Etc::SourceParts": "/dev/null",
    "APT::Sandbox::User": "root",
    "APT::Architecture": "amd64",
    "Acquire::Languages": "none",
    "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
  };
  return ["-q", ...Object.entries(settings).flatMap(([key, value]) => ["-o", `${key}=${value}`])];
}
