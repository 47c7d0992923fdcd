// What binfmt prints last: cmd/binfmt/main.go of tonistiigi/binfmt.
import * as v from "valibot";

export type BinfmtStatus = {
  /** GOARCH names of the architectures that it has run a program of, the native one among them. */
  readonly runs: readonly string[];
  /** `qemu-aarch64`: the handlers that are enabled. */
  readonly handlers: readonly string[];
};

// Lists that are empty are null.
const names = v.nullish(v.array(v.string()), []);
const status = v.pipe(v.string(), v.parseJson(), v.object({ supported: names, emulators: names }));

/** Reads `{"supported":["linux/arm64"],"emulators":["qemu-aarch64"]}`; undefined if it is not there. */
export function parseBinfmtStatus(stdout: string): BinfmtStatus | undefined {
  const read = v.safeParse(status, /\{[\s\S]*\}/.exec(stdout)?.[0]);
  if (!read.success) return undefined;
  const { supported, emulators } = read.output;
  const architectures = supported.map((platform) => platform.split("/")[1] ?? "");
  return { runs: [...new Set(architectures)], handlers: emulators };
}
