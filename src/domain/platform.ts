// A platform as containerd writes it: os/architecture[/variant].
import { didYouMean } from "./nearest.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

export type Platform = {
  readonly os: string;
  readonly architecture: string;
  /** Absent for the defaults arm64/v8 and amd64/v1; an arm without one is v7. */
  readonly variant?: string;
};

const variantsOf = new Map<string, readonly string[]>([
  ["386", []],
  ["amd64", ["v1", "v2", "v3", "v4"]],
  ["arm", ["v5", "v6", "v7"]],
  ["arm64", ["v8", "v9"]],
  ["loong64", []],
  ["mips64", []],
  ["mips64le", []],
  ["ppc64le", []],
  ["riscv64", []],
  ["s390x", []],
  ["wasm", []],
]);

/** Every architecture that we know, by its GOARCH name. */
export const architectures: readonly string[] = [...variantsOf.keys()];

const systems = ["linux", "windows", "darwin", "freebsd", "wasi"];

// containerd's aliases: https://github.com/containerd/platforms/blob/main/database.go
const aliases = new Map([
  ["x86_64", "amd64"],
  ["x86-64", "amd64"],
  ["aarch64", "arm64"],
  ["i386", "386"],
  ["armhf", "arm/v7"],
  ["armel", "arm/v6"],
]);

const known: readonly string[] = [...variantsOf].flatMap(([architecture, variants]) => [
  `linux/${architecture}`,
  ...variants.map((variant) => `linux/${architecture}/${variant}`),
]);

/** Reads `linux/arm/v7`; other spellings of one platform give one value. */
export function parsePlatform(text: string): Parsed<Platform> {
  const [os = "", ...rest] = text.toLowerCase().split("/");
  const [first = "", ...last] = rest;
  const [architecture = "", variant, ...more] = [
    ...(aliases.get(first) ?? first).split("/"),
    ...last,
  ];
  const variants = variantsOf.get(architecture);
  const knownVariant = variant === undefined || variants?.includes(variant) === true;
  if (!systems.includes(os) || variants === undefined || !knownVariant || more.length > 0) {
    return refused(notAPlatform(text));
  }
  return parsed(platformOf({ os, architecture, variant }));
}

function notAPlatform(text: string): string {
  const hint = didYouMean(text.toLowerCase(), known) || "; take one like `linux/amd64`";
  return `\`${text}\` is not a platform${hint}`;
}

/** One value for one platform: arm64/v8 is arm64, amd64/v1 is amd64, arm is arm/v7. */
export function platformOf(given: {
  os: string;
  architecture: string;
  variant: string | undefined;
}): Platform {
  const { os, architecture, variant } = given;
  const isDefault =
    variant === undefined ||
    (architecture === "arm64" && variant === "v8") ||
    (architecture === "amd64" && variant === "v1");
  if (architecture === "arm" && variant === undefined) return { os, architecture, variant: "v7" };
  return isDefault ? { os, architecture } : { os, architecture, variant };
}

/** `linux/arm/v7` */
export function formatPlatform(platform: Platform): string {
  const { os, architecture, variant } = platform;
  return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
