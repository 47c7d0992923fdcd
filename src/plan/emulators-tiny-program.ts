// The smallest program of each architecture: all it does is exit with a distinct code.

/** What a tiny program exits with: nothing else ends so. */
export const tinyExitCode = 86;

type Machine = {
  readonly bits: 32 | 64;
  readonly bigEndian?: true;
  /** e_machine and e_flags of elf(5). */
  readonly machine: number;
  readonly flags?: number;
  /** The system call exit(86), as it lies in memory. */
  readonly code: string;
};

// By GOARCH name. Numbers of system calls: syscalls(2) and the kernel's syscall tables.
const machines: ReadonlyMap<string, Machine> = new Map([
  // mov ebx, 86; mov eax, 1; int 0x80
  ["386", { bits: 32, machine: 3, code: "bb56000000 b801000000 cd80" }],
  // mov edi, 86; mov eax, 60; syscall
  ["amd64", { bits: 64, machine: 62, code: "bf56000000 b83c000000 0f05" }],
  // mov r0, #86; mov r7, #1; svc #0
  ["arm", { bits: 32, machine: 40, flags: 0x5000000, code: "5600a0e3 0170a0e3 000000ef" }],
  // mov x0, #86; mov x8, #93; svc #0
  ["arm64", { bits: 64, machine: 183, code: "c00a80d2 a80b80d2 010000d4" }],
  // li.w $a0, 86; li.w $a7, 93; syscall 0
  ["loong64", { bits: 64, machine: 258, flags: 0x43, code: "04588102 0b748102 00002b00" }],
  // li $a0, 86; li $v0, 5058; syscall
  [
    "mips64",
    {
      ...{ bits: 64, bigEndian: true, machine: 8, flags: 0x60000000 },
      code: "24040056 240213c2 0000000c",
    },
  ],
  ["mips64le", { bits: 64, machine: 8, flags: 0x60000000, code: "56000424 c2130224 0c000000" }],
  // li r3, 86; li r0, 1; sc
  ["ppc64le", { bits: 64, machine: 21, flags: 2, code: "56006038 01000038 02000044" }],
  // li a0, 86; li a7, 93; ecall
  ["riscv64", { bits: 64, machine: 243, code: "13056005 9308d005 73000000" }],
  // lghi %r2, 86; svc 1
  ["s390x", { bits: 64, bigEndian: true, machine: 22, code: "a7290056 0a01" }],
]);

// A multiple of every architecture's page size.
const address = 0x400000;
const pageSize = 0x10000;
const headerBytes = { 32: { file: 52, segment: 32 }, 64: { file: 64, segment: 56 } } as const;

/**
 * A static executable for Linux; undefined for an architecture that there is none for.
 *
 * Format: elf(5)
 */
export function tinyProgram(architecture: string): Uint8Array | undefined {
  const machine = machines.get(architecture);
  if (machine === undefined) return undefined;
  const code = machine.code.match(/[0-9a-f]{2}/g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  const { file, segment } = headerBytes[machine.bits];
  const entry = file + segment;
  const bytes = new Uint8Array(entry + code.length);
  write(bytes, machine.bigEndian !== true, [
    ...fileHeader(machine, entry),
    ...segmentHeader(machine.bits, bytes.length),
  ]);
  bytes.set(code, entry);
  return bytes;
}

/** A number, and how many bytes it takes. */
type Field = readonly [value: number, bytes: 1 | 2 | 4 | 8];

function fileHeader({ bits, bigEndian, machine, flags = 0 }: Machine, entry: number): Field[] {
  const word = bits === 64 ? 8 : 4;
  const { file, segment } = headerBytes[bits];
  const magic = [0x7f, 0x45, 0x4c, 0x46, bits / 32, bigEndian === true ? 2 : 1, 1];
  const identity = [...magic, 0, 0, 0, 0, 0, 0, 0, 0, 0].map((byte): Field => [byte, 1]);
  const kind: Field[] = [
    [2, 2],
    [machine, 2],
    [1, 4],
  ];
  const places: Field[] = [
    [address + entry, word],
    [file, word],
    [0, word],
    [flags, 4],
  ];
  const sizes: Field[] = [
    [file, 2],
    [segment, 2],
    [1, 2],
    [0, 2],
    [0, 2],
    [0, 2],
  ];
  return [...identity, ...kind, ...places, ...sizes];
}

// One segment, loaded as a whole, that can be read and executed.
function segmentHeader(bits: Machine["bits"], length: number): Field[] {
  const word = bits === 64 ? 8 : 4;
  const flags: Field = [5, 4];
  const places = [0, address, address, length, length].map((value): Field => [value, word]);
  const middle: Field[] = bits === 64 ? [flags, ...places] : [...places, flags];
  return [[1, 4], ...middle, [pageSize, word]];
}

function write(bytes: Uint8Array, littleEndian: boolean, fields: readonly Field[]): void {
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value, littleEndian);
    else if (size === 4) view.setUint32(at, value, littleEndian);
    else view.setBigUint64(at, BigInt(value), littleEndian);
    at += size;
  }
}
