// The images that a build needs beside its own: BuildKit and the emulators.
import { cp, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { pinnedImages } from "../../src/domain/pinned-images.ts";
import { unpackedPackages } from "./debian-package.ts";
import { leftOut, unpackRoot } from "./debian-root.ts";
import type { GoPrograms, GoSet } from "./go-programs.ts";
import type { PlatformImage } from "./image-push.ts";
import { cachedLayer } from "./layer.ts";

/** An image by the name that Docker Hub has for it. */
export type ToolImage = { readonly repository: string; readonly tag: string };

/** The tool images that the action asks for. */
export const toolImages = {
  buildkit: onDockerHub(pinnedImages.buildkit),
  binfmt: onDockerHub(pinnedImages.binfmt),
} as const;

/** The programs of the tool images that the action asks for. */
export const pinnedPrograms: GoSet = {
  module: "tool-images",
  what: "BuildKit",
  packages: [
    "./binfmt",
    "github.com/moby/buildkit/cmd/buildctl",
    "github.com/moby/buildkit/cmd/buildkitd",
  ],
  versions: { "github.com/moby/buildkit/version.Version": "github.com/moby/buildkit" },
};

/** onDockerHub("docker.io/moby/buildkit:v1") is `{ repository: "moby/buildkit", tag: "v1" }`. */
function onDockerHub(name: string): ToolImage {
  const [repository = "", tag = ""] = name.replace(/^docker\.io\//, "").split(":");
  return { repository, tag };
}

const platform = { os: "linux", architecture: "amd64" } as const;
const emulators = ["aarch64", "arm", "riscv64", "ppc64le", "s390x"];

/**
 * Makes the BuildKit image: the compiled daemon, with runc and git from Debian's packages.
 *
 * @param name of the layer in the cache that has the compiled programs
 */
export async function makeBuildkitImage(
  name: string,
  programs: Promise<GoPrograms>,
): Promise<readonly PlatformImage[]> {
  const packages = ["base-files", "dash", "coreutils", "sed", "git", "runc"];
  const source = [...packages, ...leftOut].join(",");
  const rootLayer = await cachedLayer("buildkit-root", source, async (folder) => {
    await unpackRoot(folder, "amd64", packages);
    await rename(join(folder, "usr/sbin/runc"), join(folder, "usr/bin/buildkit-runc"));
  });
  const compiled = await programs;
  const programLayer = await cachedLayer(name, compiled.source, async (folder) => {
    const target = join(folder, "usr/bin");
    await mkdir(target, { recursive: true });
    for (const name of ["buildkitd", "buildctl"]) {
      await cp(join(compiled.folder, name), join(target, name));
    }
  });
  const layers = [rootLayer, programLayer];
  return [{ platform, layers, start: { Entrypoint: ["buildkitd"] } }];
}

/** Makes the image of emulators: the program that registers them, and Debian's static QEMU. */
export async function makeBinfmtImage(
  programs: Promise<GoPrograms>,
): Promise<readonly PlatformImage[]> {
  const set = { name: "qemu", suite: "bookworm", packages: ["qemu-user-static"] } as const;
  const qemu = await unpackedPackages(set);
  const compiled = await programs;
  const source = [compiled.source, "tmp", ...emulators].join(",");
  const layer = await cachedLayer("binfmt", source, async (folder) => {
    const target = join(folder, "usr/bin");
    const registrations = join(folder, "usr/lib/binfmt.d");
    await mkdir(target, { recursive: true });
    await mkdir(registrations, { recursive: true });
    // Where binfmt tries the emulators out, to tell which platforms are supported.
    await mkdir(join(folder, "tmp"));
    await cp(join(compiled.folder, "binfmt"), join(target, "binfmt"));
    for (const name of emulators) {
      await cp(join(qemu, `usr/bin/qemu-${name}-static`), join(target, `qemu-${name}`));
      const registration = `usr/lib/binfmt.d/qemu-${name}.conf`;
      await cp(join(qemu, registration), join(folder, registration));
    }
  });
  return [{ platform, layers: [layer], start: { Entrypoint: ["/usr/bin/binfmt"] } }];
}
