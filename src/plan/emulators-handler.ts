// Reads a handler's file in /proc/sys/fs/binfmt_misc.

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
