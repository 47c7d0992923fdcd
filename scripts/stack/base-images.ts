// The base images of the tests: stand-ins made from Debian's packages.
import { unpackRoot } from "./debian-root.ts";
import { type PlatformImage, pushImage } from "./image-push.ts";
import { cachedLayer } from "./layer.ts";

/** The base images, by the name that Docker Hub has for them. */
export const baseImages = [
  { repository: "library/alpine", tag: "3.19" },
  { repository: "library/debian", tag: "bookworm-slim" },
] as const;

const packages = ["base-files", "dash", "coreutils", "sed", "grep"];

const platforms = [
  { debian: "amd64", platform: { os: "linux", architecture: "amd64" } },
  { debian: "arm64", platform: { os: "linux", architecture: "arm64", variant: "v8" } },
  { debian: "armhf", platform: { os: "linux", architecture: "arm", variant: "v7" } },
] as const;

/** Makes one small image for every platform, or takes them from the cache. */
export async function makeBaseImages(): Promise<readonly PlatformImage[]> {
  const images = platforms.map(async ({ debian, platform }) => {
    const fill = (folder: string) => unpackRoot(folder, debian, packages);
    const layer = await cachedLayer(`base-${debian}`, packages.join(","), fill);
    return { platform, layers: [layer], start: { Cmd: ["/bin/sh"] } };
  });
  return Promise.all(images);
}

/** Pushes them under both names. */
export async function pushBaseImages(
  address: string,
  images: readonly PlatformImage[],
): Promise<void> {
  for (const name of baseImages) await pushImage(address, name, images);
}
