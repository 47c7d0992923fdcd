// The inputs of emulation: which emulators to install, and from where.
import { type ImageName, parseImageName } from "../domain/image-name.ts";
import { pinnedImages } from "../domain/pinned-images.ts";
import { architectures, parsePlatform } from "../domain/platform.ts";
import type { Complain, Fields } from "./fields.ts";

export type EmulationInputs = {
  /** Images that register emulators, tried in order. */
  readonly images: readonly ImageName[];
  readonly qemu: Qemu;
  /** Whether to take out of the kernel what is registered, before anything is installed. */
  readonly reset: boolean;
};

/** Which emulators to install; the names of a list are GOARCH's (`arm64`, `arm`). */
export type Qemu =
  | { readonly kind: "auto" }
  | { readonly kind: "off" }
  | { readonly kind: "all" }
  | { readonly kind: "list"; readonly architectures: readonly string[] };

export function readEmulation(fields: Fields): EmulationInputs {
  const given = fields.parsedList("binfmt-image", parseImageName);
  const qemu = readQemu(fields.list("qemu", { commas: true }), fields.complain);
  const reset = fields.flag("reset", false);
  if (reset && qemu.kind === "off") {
    fields.complain(
      "reset",
      "has no effect with `qemu: off`, which installs nothing; leave out one of them",
    );
  }
  return { images: given.length === 0 ? defaultImages() : given, qemu, reset };
}

function defaultImages(): readonly ImageName[] {
  const name = parseImageName(pinnedImages.binfmt);
  return name.ok ? [name.value] : [];
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
      `\`${item}\` is not an emulator; write \`auto\`, \`off\`, \`all\`, or a list of ${architectures.join(", ")}, as in \`arm64,arm\``,
    );
    return [];
  });
  return { kind: "list", architectures: [...new Set(names)] };
}
