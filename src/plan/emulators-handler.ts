// The handlers in /proc/sys/fs/binfmt_misc: their names and files.

// GOARCH → the name in QEMU's user-mode emulators, as tonistiigi/binfmt registers them.
const qemuNames = new Map([
  ["386", "i386"],
  ["amd64", "x86_64"],
  ["arm", "arm"],
  ["arm64", "aarch64"],
  ["loong64", "loongarch64"],
  ["mips64", "mips64"],
  ["mips64le", "mips64el"],
  ["ppc64le", "ppc64le"],
  ["riscv64", "riscv64"],
  ["s390x", "s390x"],
]);

/** `qemu-aarch64` → `arm64`; undefined for what no image is built for. */
export function architectureOf(handler: string): string | undefined {
  return [...qemuNames].find(([, name]) => handler === `qemu-${name}`)?.[0];
}

/** `arm64` → `qemu-aarch64` */
export function handlerName(architecture: string): string {
  return `qemu-${qemuNames.get(architecture) ?? architecture}`;
}

/**
 * Format: https://docs.kernel.org/admin-guide/binfmt-misc.html
 *
 * `enabled\ninterpreter /usr/bin/qemu-aarch64\nflags: POCF\n…` → enabled, flags `POCF`
 */
export function parseHandler(name: string, text: string): Handler {
  const lines = text.split("\n");
  const flags = lines.find((line) => line.startsWith("flags:"))?.slice("flags:".length) ?? "";
  return { name, enabled: lines[0] === "enabled", flags: flags.trim() };
}

/** A file of /proc/sys/fs/binfmt_misc: https://docs.kernel.org/admin-guide/binfmt-misc.html */
export type Handler = {
  /** `qemu-aarch64` */
  readonly name: string;
  readonly enabled: boolean;
  /** `POCF`; F means that the emulator is held open, so that it runs in containers. */
  readonly flags: string;
};
