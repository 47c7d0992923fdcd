// A stand-in for docker that writes down the words it got, byte for byte.
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export type RecordingDocker = AsyncDisposable & {
  /** For `PATH`. */
  readonly path: string;
  /** What tells the program where to write; each call has a record of its own. */
  record(name: string): Readonly<Record<string, string>>;
  words(name: string): Promise<readonly string[]>;
};

const program = `#!/bin/sh
printf '%s\\0' "$@" > "$RECORD"
`;

export async function recordingDocker(): Promise<RecordingDocker> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-recording-"));
  await writeFile(join(folder, "docker"), program);
  await chmod(join(folder, "docker"), 0o755);
  return {
    path: [folder, process.env["PATH"]].join(delimiter),
    record: (name) => ({ RECORD: join(folder, name) }),
    words: async (name) => (await readFile(join(folder, name), "utf8")).split("\0").slice(0, -1),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
