// The base images of the tests: stand-ins made from Debian's packages.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { leftOut, unpackRoot } from "./debian-root.ts";
import { type PlatformImage, pushImage } from "./image-push.ts";
import { cachedLayer } from "./layer.ts";

/** The base images, by the name that Docker Hub has for them. */
export const baseImages = [
  { repository: "library/alpine", tag: "3.19" },
  { repository: "library/debian", tag: "bookworm-slim" },
] as const;

const packages = ["base-files", "dash", "coreutils", "sed", "grep"];

// What is kept of them. Each new builder downloads and unpacks the image, so that a small one saves
// the tests much time.
const programs = [
  ...["cat", "chmod", "cp", "cut", "dash", "date", "dd", "df", "echo", "env", "false", "grep"],
  ...["head", "id", "ln", "ls", "mkdir", "mv", "printf", "rm", "sed", "seq", "sh", "sha256sum"],
  ...["sleep", "sort", "stat", "tail", "test", "touch", "tr", "true", "uname", "wc"],
];
const libraries = ["ld-linux", "libacl.", "libattr.", "libc.", "libpcre2-8.", "libselinux."];

const platforms = [
  { debian: "amd64", platform: { os: "linux", architecture: "amd64" } },
  { debian: "arm64", platform: { os: "linux", architecture: "arm64", variant: "v8" } },
  { debian: "armhf", platform: { os: "linux", architecture: "arm", variant: "v7" } },
] as const;

/** Makes one small image for every platform, or takes them from the cache. */
export async function makeBaseImages(): Promise<readonly PlatformImage[]> {
  const images = platforms.map(async ({ debian, platform }) => {
    const source = [...packages, ...leftOut, ...programs, ...libraries].join(",");
    const layer = await cachedLayer(`base-${debian}`, source, async (folder) => {
      await unpackRoot(folder, debian, packages);
      await removeOthers(join(folder, "usr"));
    });
    return { platform, layers: [layer], start: { Cmd: ["/bin/sh"] } };
  });
  return Promise.all(images);
}

async function removeOthers(usr: string): Promise<void> {
  for (const name of ["libexec", "sbin", "share"]) await removeFrom(join(usr, name), () => true);
  await removeFrom(join(usr, "bin"), (name) => !programs.includes(name));
  const folders = (await readdir(join(usr, "lib"))).filter((name) => name.includes("-linux-gnu"));
  for (const folder of folders) {
    const kept = (name: string) => libraries.some((start) => name.startsWith(start));
    await removeFrom(join(usr, "lib", folder), (name) => !kept(name));
  }
}

async function removeFrom(folder: string, unwanted: (name: string) => boolean): Promise<void> {
  for (const name of (await readdir(folder)).filter(unwanted)) {
    await rm(join(folder, name), { recursive: true });
  }
}

/** Pushes them under both names. */
export async function pushBaseImages(
  address: string,
  images: readonly PlatformImage[],
): Promise<void> {
  for (const name of baseImages) await pushImage(address, name, images);
}
