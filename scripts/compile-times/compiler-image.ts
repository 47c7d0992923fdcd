// An image with C compilers for linux/amd64 and linux/arm64, made from Debian's packages.
import { leftOut, unpackRoot } from "../stack/debian-root.ts";
import { pushImage } from "../stack/image-push.ts";
import { cachedLayer } from "../stack/layer.ts";

// stb is a library of C sources: https://github.com/nothings/stb
const packages = ["base-files", "dash", "coreutils", "gcc", "libc6-dev", "libstb-dev"];
const cross = ["gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"];
const platforms = [
  { debian: "amd64", architecture: "amd64", packages: [...packages, ...cross] },
  { debian: "arm64", architecture: "arm64", packages },
] as const;

/** Pushes it to the stack's registry, and returns the name that it has there. */
export async function pushCompilerImage(address: string): Promise<string> {
  const name = { repository: "compile-times/compiler", tag: "latest" };
  const images = platforms.map(async ({ debian, architecture, packages }) => {
    const fill = (folder: string) => unpackRoot(folder, debian, packages);
    const source = [...packages, ...leftOut].join(",");
    const layer = await cachedLayer(`compiler-${debian}`, source, fill);
    const platform = { os: "linux", architecture } as const;
    return { platform, layers: [layer], start: { Cmd: ["/bin/sh"] } };
  });
  await pushImage(address, name, await Promise.all(images));
  return `${address}/${name.repository}:${name.tag}`;
}
