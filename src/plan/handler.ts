// Reads a handler's file in /proc/sys/fs/binfmt_misc.
import type { Handler } from "./facts.ts";

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
