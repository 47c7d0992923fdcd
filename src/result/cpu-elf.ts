// Which CPU a program is for, by the header of its file: elf(5), and `e_machine` as binutils lists it.

/** How many bytes of a file tell: up to the end of `e_machine`. */
const headerBytes = 20;
const magic = [0x7f, 0x45, 0x4c, 0x46];

/** Names as Go has them, `64` and `32` for the class, `le` and `be` for the order of bytes. */
const names = new Map<number, (bits: 32 | 64, order: "le" | "be") => string>([
  [3, () => "386"],
  [8, (bits, order) => `mips${bits === 64 ? "64" : ""}${order === "le" ? "le" : ""}`],
  [20, () => "ppc"],
  [21, (_, order) => (order === "le" ? "ppc64le" : "ppc64")],
  [22, (bits) => (bits === 64 ? "s390x" : "s390")],
  [40, (_, order) => (order === "le" ? "arm" : "armbe")],
  [62, () => "amd64"],
  [183, (_, order) => (order === "le" ? "arm64" : "arm64be")],
  [243, (bits) => (bits === 64 ? "riscv64" : "riscv32")],
  [258, (bits) => (bits === 64 ? "loong64" : "loong32")],
]);

/**
 * What each architecture runs. Beside its own that is the one before it, which many CPUs and kernels
 * of it run too: an image that brings such a program on purpose is no fault.
 */
const run = new Map<string, readonly string[]>([
  ["386", ["386"]],
  ["amd64", ["amd64", "386"]],
  ["arm", ["arm"]],
  ["arm64", ["arm64", "arm"]],
  ["loong64", ["loong64"]],
  ["mips64", ["mips64", "mips"]],
  ["mips64le", ["mips64le", "mipsle"]],
  ["ppc64le", ["ppc64le"]],
  ["riscv64", ["riscv64"]],
  ["s390x", ["s390x", "s390"]],
]);

/**
 * The CPU of an ELF file by its GOARCH name, such as `arm64`; undefined for any other file, and for a
 * machine that no image is for (BPF, firmware).
 *
 * @param head the file's first bytes
 */
export function cpuOf(head: Uint8Array): string | undefined {
  if (head.length < headerBytes || magic.some((byte, at) => head[at] !== byte)) return undefined;
  const order = head[5] === 2 ? "be" : "le";
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  return names.get(view.getUint16(18, order === "le"))?.(head[4] === 2 ? 64 : 32, order);
}

/** Whether a program for `cpu` can't run on the CPUs that an image for `architecture` is for. */
export function isForeign(cpu: string, architecture: string): boolean {
  return run.get(architecture)?.includes(cpu) === false;
}
