import { openSync, readSync } from "node:fs";
import { expect, test } from "vitest";
import { cpuOf, isForeign } from "../../src/result/cpu-elf.ts";
import { elf } from "./programs.ts";

test.each([
  ["amd64", elf(62)],
  ["amd64", elf(62, { bits: 32 })],
  ["386", elf(3, { bits: 32 })],
  ["arm64", elf(183)],
  ["arm", elf(40, { bits: 32 })],
  ["armbe", elf(40, { bits: 32, order: "be" })],
  ["ppc64le", elf(21)],
  ["ppc64", elf(21, { order: "be" })],
  ["s390x", elf(22, { order: "be" })],
  ["s390", elf(22, { bits: 32, order: "be" })],
  ["riscv64", elf(243)],
  ["riscv32", elf(243, { bits: 32 })],
  ["mips64le", elf(8)],
  ["mips", elf(8, { bits: 32, order: "be" })],
  ["loong64", elf(258)],
])("%s is told by the header", (cpu, head) => {
  expect(cpuOf(head)).toBe(cpu);
});

test.each([
  ["nothing", new Uint8Array()],
  ["a header cut off", elf(62).subarray(0, 19)],
  ["a script", Buffer.from("#!/bin/sh\nexec /app --with --many --words\n")],
  ["WebAssembly", Buffer.from("0061736d01000000000000000000000000000000", "hex")],
  ["a BPF object", elf(247)],
])("%s is for no CPU", (_, head) => {
  expect(cpuOf(head)).toBeUndefined();
});

test("the program that runs this is for the CPU that it runs on", () => {
  const head = Buffer.alloc(64);
  readSync(openSync(process.execPath, "r"), head);
  const names: Partial<Record<string, string>> = { x64: "amd64", arm64: "arm64" };
  expect(cpuOf(head)).toBe(names[process.arch]);
});

test.each([
  ["amd64", "amd64", false],
  ["amd64", "arm64", true],
  ["amd64", "386", true],
  ["386", "amd64", false],
  ["arm64", "arm", true],
  ["arm", "arm64", false],
  ["armbe", "arm", true],
  ["s390", "s390x", false],
  ["ppc64", "ppc64le", true],
  ["riscv32", "riscv64", true],
  ["mips64", "mips64le", true],
  ["amd64", "wasm", false],
  ["amd64", "sparc64", false],
])("a program for %s in an image for %s: foreign %s", (cpu, architecture, foreign) => {
  expect(isForeign(cpu, architecture)).toBe(foreign);
});
