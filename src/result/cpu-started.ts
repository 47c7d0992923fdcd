// The programs that an image starts, found in its layers.
import { cpuOf } from "./cpu-elf.ts";
import { type FoundFile, findFile, type Layer } from "./cpu-layer-files.ts";
import type { ProgramName, StartCommand } from "./cpu-start-command.ts";

/** A program, and the CPU that it is for by its GOARCH name. */
export type Program = { readonly word: string; readonly cpu: string };

export type StartedPrograms = {
  /** Those found that are for one CPU. */
  readonly programs: readonly Program[];
  /**
   * Whether the file that the image starts was found, or was seen not to be there. `older`: that is for
   * older layers to tell.
   */
  readonly isFound: "yes" | "no" | "older";
};

/** A script's interpreter may be a script itself: `exec_binprm` of Linux follows as many. */
const mostScripts = 5;

/**
 * @param layers the newest first, as many as were read
 * @param areAll whether the image has no older ones
 */
export function startedBy(
  { first, further }: StartCommand,
  layers: readonly Layer[],
  areAll: boolean,
): StartedPrograms {
  const [main, ...others] = [first, ...further].map((named) => follow(named, layers, areAll));
  const programs = [main, ...others].flatMap((end) => (typeof end === "object" ? [end] : []));
  const unique = programs.filter(
    (one, at) => programs.findIndex(({ word }) => word === one.word) === at,
  );
  const isFound = main === "older" ? "older" : main === "unknown" ? "no" : "yes";
  return { programs: unique, isFound };
}

type End = Program | "older" | "unknown" | "none";

// If a file is a script, the program is its interpreter.
function follow(named: ProgramName, layers: readonly Layer[], areAll: boolean): End {
  let { word, paths } = named;
  for (let scripts = 0; scripts <= mostScripts; scripts++) {
    const found = findAny(paths, layers, areAll);
    if (found === "older" || found === "unknown") return found;
    if (found === "missing" || found.kind !== "file") return "none";
    const cpu = cpuOf(found.head);
    if (cpu !== undefined) return { word, cpu };
    const interpreter = interpreterIn(found.head);
    if (interpreter === undefined) return "none";
    word = interpreter;
    paths = [interpreter];
  }
  return "none";
}

// A name is the first match in PATH. Of several layers the newest one that has it anywhere counts:
// to prove it absent from an earlier folder would take every layer.
function findAny(paths: readonly string[], layers: readonly Layer[], areAll: boolean): FoundFile {
  const all = paths.map((path) => findFile(path, layers, areAll));
  const file = all.find((found) => typeof found === "object" && found.kind === "file");
  return file ?? all.find((found) => typeof found === "string" && found !== "missing") ?? "missing";
}

/** `/bin/sh`, of `#!/bin/sh -e` */
function interpreterIn(head: Uint8Array): string | undefined {
  return /^#![ \t]*([^\s\0]+)/.exec(new TextDecoder("latin1").decode(head))?.[1];
}
