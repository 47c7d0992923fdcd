// The `qemu` input: which emulators to install.
import { architectures, parsePlatform } from "../domain/platform.ts";
import type { Complain } from "./fields.ts";
import type { Qemu } from "./inputs.ts";

export const defaultBinfmtImage = "docker.io/tonistiigi/binfmt:latest";

/** `auto` (or nothing), `off`, `all`, or architectures, with or without `linux/` before them. */
export function readQemu(items: readonly string[], complain: Complain): Qemu {
  const [only = "auto", ...others] = items;
  if (others.length === 0 && (only === "auto" || only === "off" || only === "all")) {
    return { kind: only };
  }
  const names = items.flatMap((item) => {
    const platform = parsePlatform(item.includes("/") ? item : `linux/${item}`);
    if (platform.ok) return [platform.value.architecture];
    complain(
      "qemu",
      `\`${item}\` is not an emulator; take \`auto\`, \`off\`, \`all\`, or some of ${architectures.join(", ")}, as in \`arm64,arm\``,
    );
    return [];
  });
  return { kind: "list", architectures: [...new Set(names)] };
}
