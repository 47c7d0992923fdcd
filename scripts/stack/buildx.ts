// buildx: the machine's if it is recent enough, else Debian sid's, unpacked.
import { access, mkdir, rm, symlink } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { attempt } from "./command.ts";
import { unpackedPackages } from "./debian-package.ts";
import { say } from "./progress.ts";
import { folders } from "./stack-folder.ts";

const plugin = "cli-plugins/docker-buildx";
// A shell that has taken the stack's variables over names the stack's folder as its own.
const configured = process.env["DOCKER_CONFIG"] ?? folders.docker;
const places = [
  join(configured === folders.docker ? join(homedir(), ".docker") : configured, plugin),
  join("/usr/local/lib/docker", plugin),
  join("/usr/local/libexec/docker", plugin),
  join("/usr/lib/docker", plugin),
  join("/usr/libexec/docker", plugin),
];

/** Gives the stack's `docker buildx` a program, and says its version. */
export async function linkBuildx(): Promise<string> {
  const installed = await findInstalled();
  const program = installed ?? (await unpackBuildx());
  await mkdir(join(folders.docker, "cli-plugins"), { recursive: true });
  for (const link of [join(folders.docker, plugin), join(folders.bin, "docker-buildx")]) {
    await rm(link, { force: true });
    await symlink(program, link);
  }
  const version = await versionOf(program);
  say(`buildx ${version}${installed === undefined ? ", Debian sid's" : ", this machine's"}`);
  return version;
}

async function findInstalled(): Promise<string | undefined> {
  for (const place of places) {
    const there = await access(place).then(
      () => true,
      () => false,
    );
    if (there && isRecent(await versionOf(place))) return place;
  }
  return undefined;
}

async function unpackBuildx(): Promise<string> {
  const set = { name: "buildx", suite: "sid", packages: ["docker-buildx"] } as const;
  return join(await unpackedPackages(set), "usr/libexec/docker", plugin);
}

async function versionOf(program: string): Promise<string> {
  const { stdout } = await attempt([program, "version"]);
  return /v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? "of an unknown version";
}

/** isRecent("0.13.1") is true: what the action needs came with 0.13. */
function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 0 || minor >= 13;
}
