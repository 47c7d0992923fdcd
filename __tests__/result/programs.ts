// Beginnings of programs, and layers that have them.
import type { Layer, LayerFile } from "../../src/result/cpu-layer-files.ts";

type Form = { readonly bits?: 32 | 64; readonly order?: "le" | "be" };

/** The header of an ELF file; `machine` as elf(5) numbers it: 62 is amd64, 183 arm64. */
export function elf(machine: number, { bits = 64, order = "le" }: Form = {}): Uint8Array {
  const head = Buffer.alloc(64);
  head.write("\x7fELF", "latin1");
  head.set([bits === 64 ? 2 : 1, order === "le" ? 1 : 2, 1], 4);
  if (order === "le") head.writeUInt16LE(machine, 18);
  else head.writeUInt16BE(machine, 18);
  return head;
}

export function file(content: string | Uint8Array): LayerFile {
  return { kind: "file", head: Buffer.from(content) };
}

export const directory: LayerFile = { kind: "directory" };

export function symlink(to: string): LayerFile {
  return { kind: "symlink", to };
}

/** A layer by the names that it has in its archive, folders and whiteouts among them. */
export function layer(
  files: Readonly<Record<string, LayerFile>>,
  more: Partial<{ removed: readonly string[]; emptied: readonly string[]; isWhole: boolean }> = {},
): Layer {
  const { removed = [], emptied = [], isWhole = true } = more;
  return {
    files: new Map(Object.entries(files)),
    removed: new Set(removed),
    emptied: new Set(emptied),
    isWhole,
  };
}
