// The engines that the stack can start for itself, as Debian packages them.
import { join } from "node:path";
import { StackError } from "./command.ts";
import { type PackageSet, packagesRoot, unpackedPackages } from "./debian-package.ts";
import { folders } from "./stack-folder.ts";

// Bookworm's engine is 20.10.24. Its runc and its libraries serve the newer engine too, since sid's
// need a newer C library than many machines have.
const bookworm: PackageSet = {
  name: "engine",
  suite: "bookworm",
  packages: [
    "docker.io",
    "containerd",
    "runc",
    "tini",
    "nftables",
    "libnftables1",
    "libnftnl11",
    "libjansson4",
    "libedit2",
    "libdevmapper1.02.1",
  ],
};

const sid: PackageSet = {
  name: "engine-sid",
  suite: "sid",
  packages: ["docker.io", "containerd", "docker-cli"],
};

type Choice = {
  readonly packages: readonly PackageSet[];
  readonly settings: Readonly<Record<string, unknown>>;
};

const choices: Readonly<Record<string, Choice>> = {
  bookworm: {
    packages: [bookworm],
    settings: { "deprecated-key-path": join(folders.engine, "key.json") },
  },
  sid: {
    packages: [sid, bookworm],
    settings: { features: { "containerd-snapshotter": true } },
  },
};

/** The suite that `STACK_ENGINE` asks for: a private engine from there, whatever runs already. */
export const wantedEngine = process.env["STACK_ENGINE"];

/** Unpacks the chosen engine; gives the daemon.json settings that it alone understands. */
export async function unpackEngine(): Promise<Choice["settings"]> {
  const { packages, settings } = choose();
  await Promise.all(packages.map(unpackedPackages));
  return settings;
}

/** The Docker CLI of the chosen engine's packages. */
export async function unpackedDockerCli(): Promise<string> {
  await unpackEngine();
  const [first = bookworm] = choose().packages;
  return join(packagesRoot(first), "usr/bin/docker");
}

/** The environment in which the unpacked programs find each other and their libraries. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  const roots = choose().packages.map(packagesRoot);
  const below = (folder: string) => roots.map((root) => join(root, folder));
  const programs = [...below("usr/sbin"), ...below("usr/bin"), ...below("sbin")];
  const libraries = [...below("usr/lib/x86_64-linux-gnu"), ...below("lib/x86_64-linux-gnu")];
  const path = [...programs, process.env["PATH"], "/usr/sbin", "/sbin"].join(":");
  return { ...process.env, PATH: path, LD_LIBRARY_PATH: libraries.join(":") };
}

function choose(): Choice {
  const choice = choices[wantedEngine ?? "bookworm"];
  if (choice !== undefined) return choice;
  const known = Object.keys(choices).join(" or ");
  throw new StackError(`STACK_ENGINE is ${wantedEngine}\nTry: STACK_ENGINE=${known}`);
}
