// The words for emulators that can't be had, each cause with what to try.

import type { Explanation } from "../domain/errors.ts";
import { privilegedRemedy } from "./failure-remedy.ts";

/** An emulator by its GOARCH name, with the kernel's words if there are any. */
export type Emulator = { readonly architecture: string; readonly words?: string | undefined };

export type EmulatorTrouble =
  /** There is no kernel's list to register them in, or no right to write it. */
  | { readonly kind: "no-list" }
  /** The engine did not run the container that registers them. */
  | { readonly kind: "no-container" }
  | { readonly kind: "unregistered"; readonly emulators: readonly Emulator[] }
  | { readonly kind: "broken"; readonly emulators: readonly Emulator[] };

type TroubledEngine = {
  readonly rootless: boolean;
  /** Its address, if it does not run on this machine's kernel. */
  readonly elsewhere: string | undefined;
};

/** @param said what docker or binfmt printed */
export function emulatorFailure(
  trouble: EmulatorTrouble,
  engine: TroubledEngine,
  said: string,
): Explanation {
  const words = said.trim();
  const theirs = trouble.kind === "no-container" ? "docker" : "binfmt";
  const lines = [
    `${problemOf(trouble, engine)}.`,
    words === "" ? `${theirs} gave no reason.` : `${theirs} said: ${words}`,
  ];
  return { message: lines.join("\n"), tryThis: remedyOf(trouble, engine, words) };
}

function problemOf(trouble: EmulatorTrouble, { rootless, elsewhere }: TroubledEngine): string {
  const where = elsewhere === undefined ? "" : ` by the engine at ${elsewhere}`;
  if (trouble.kind === "broken") {
    const list = trouble.emulators.map(({ architecture, words }) => {
      const cause = words === undefined ? "" : ` (the kernel says: ${words})`;
      return `${architecture}${cause}`;
    });
    const at = elsewhere === undefined ? "" : ` on the machine of the engine at ${elsewhere}`;
    return `an emulator is registered, but does not run programs${at}: ${list.join(", ")}`;
  }
  if (rootless) return "the engine is rootless, and so cannot register emulators with the kernel";
  if (trouble.kind === "unregistered") {
    const list = trouble.emulators.map(({ architecture }) => architecture);
    return `no emulator was registered${where} for ${list.join(", ")}`;
  }
  return `no emulator could be registered${where}`;
}

const avoid = "or build on nodes of these architectures, with `qemu: off`";

function remedyOf(trouble: EmulatorTrouble, engine: TroubledEngine, words: string): string {
  const { elsewhere, rootless } = engine;
  const there = elsewhere === undefined ? "this machine" : "the engine's machine";
  if (rootless) {
    return `register them as root on ${there} (package \`qemu-user-static\`, or binfmt's image in an engine that runs as root), ${avoid}`;
  }
  if (/permission denied|operation not permitted|\bEPERM\b|privileged/i.test(words)) {
    return privilegedRemedy(there);
  }
  if (trouble.kind === "no-list") {
    return `the kernel of ${there} has no binfmt_misc: load it as root (\`modprobe binfmt_misc\`), ${avoid}`;
  }
  if (/already registered/i.test(words)) {
    return "the handlers registered under these names are disabled, or don't work in containers (no flag F): `reset: true` replaces them";
  }
  if (trouble.kind === "broken") {
    return "`reset: true` registers them again; if that does not help, name another `binfmt-image`";
  }
  return "check that `binfmt-image` has these emulators, or name others in `qemu`";
}
