// The programs that tests of signatures run: scripts/stack/signing.ts compiles them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StackError } from "./command.ts";
import { stackFolder } from "./stack-folder.ts";

/** Where it is written down where they are, or why not. */
export const signingFile = join(stackFolder, "signing.json");

/** Paths of the programs. */
export type SigningPrograms = {
  readonly cosign: string;
  /** Certifies identities. */
  readonly fulcio: string;
  /** Rekor v2, the log of signatures, with its entries in files. */
  readonly rekor: string;
  readonly timestampServer: string;
  /** A registry with the referrers API. */
  readonly registry: string;
};

export type MadePrograms = SigningPrograms | { readonly problem: string };

/** What was made; undefined if it is not finished. */
export function readSigningPrograms(): MadePrograms | undefined {
  try {
    return JSON.parse(readFileSync(signingFile, "utf8"));
  } catch {
    return undefined;
  }
}

/** The programs, which have to be there. */
export function signingPrograms(): SigningPrograms {
  const made = readSigningPrograms();
  if (made === undefined) {
    throw new StackError("cosign is not there yet\nTry: node scripts/stack/signing.ts");
  }
  if ("problem" in made) throw new StackError(made.problem);
  return made;
}
