// The inputs of emulation: which emulators to install, and from where.
import { architectures, parsePlatform } from "../domain/platform.ts";
import type { Complain, Fields } from "./fields.ts";

export type EmulationInputs = { readonly image: string; readonly qemu: Qemu };

/** Which emulators to install; the names of a list are GOARCH's (`arm64`, `arm`). */
export type Qemu =
  | { readonly kind: "auto" }
  | { readonly kind: "off" }
  | { readonly kind: "all" }
  | { readonly kind: "list"; readonly architectures: readonly string[] };

const defaultBinfmtImage = "docker.io/tonistiigi/binfmt:latest";

export function readEmulation(fields: Fields): EmulationInputs {
  return {
    image: fields.text("binfmt-image") ?? defaultBinfmtImage,
    qemu: readQemu(fields.list("qemu", { commas: true }), fields.complain),
  };
}

// `auto` (or nothing), `off`, `all`, or architectures, with or without `linux/` before them.
function readQemu(items: readonly string[], complain: Complain): Qemu {
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
