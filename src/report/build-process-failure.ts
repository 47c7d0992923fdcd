// What to try if a program that the Dockerfile runs failed: by how it ended, not by what it said.

/** A program as BuildKit names it. */
type ProcessFailure = {
  /** `/bin/sh -c make` */
  readonly command: string;
  /** Undefined if it did not come to an end by itself. */
  readonly exitCode: number | undefined;
  /** Whether BuildKit itself says that it ran out of memory. */
  readonly lacksMemory: boolean;
  /** Its last lines. */
  readonly output: readonly string[];
};

const process =
  /process "((?:[^"\\]|\\.)*)" did not complete successfully(?:: (?:exit code: (\d+)|(cannot allocate memory)))?/;

/** Undefined if it is not a program that failed. */
export function processFailure(
  error: string,
  output: readonly string[],
): ProcessFailure | undefined {
  const [, command, exitCode, memory] = process.exec(error) ?? [];
  if (command === undefined) return undefined;
  return {
    ...{ command, output, lacksMemory: memory !== undefined },
    exitCode: exitCode === undefined ? undefined : Number(exitCode),
  };
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
export function processRemedy(failure: ProcessFailure): string | undefined {
  const { command, exitCode, lacksMemory, output } = failure;
  const [program = ""] = command.split(" ");
  const [only, ...more] = output;
  // runc's own words, if nothing could be started.
  if (only === `exec ${program}: exec format error` && more.length === 0) {
    return `\`${program}\` is for another CPU than the build step: set \`qemu: auto\`, or name the emulator in \`qemu\``;
  }
  if (exitCode === 126) {
    return "126 is a shell's exit code for a program that it found but could not run: the program is for another CPU, or is not executable";
  }
  if (exitCode === 127) {
    return "127 is a shell's exit code for a program that it did not find: check that an earlier step installs it, and PATH";
  }
  const memory = "give the runner more memory, or build fewer platforms at once";
  if (lacksMemory) return memory;
  if (exitCode === 137) {
    return `137 is the exit code of a program that was killed, usually because memory ran out: ${memory}`;
  }
  return undefined;
}
