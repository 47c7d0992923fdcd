// Compiles what tests of signatures run: cosign, a private Sigstore's services, and a registry.
// This takes minutes, so that it is done while other tests run.
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { interruption } from "./command.ts";
import { compileGoPrograms, type GoSet } from "./go-programs.ts";
import { type MadePrograms, type SigningPrograms, signingFile } from "./signing-environment.ts";

// Dependabot raises their versions in signing/go.mod.
const signing: GoSet = {
  module: "signing",
  what: "cosign and a private Sigstore",
  packages: [
    "github.com/sigstore/cosign/v3/cmd/cosign",
    "github.com/sigstore/fulcio",
    "github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix",
    "./timestamp-server",
    "./registry",
  ],
  versions: {},
};

async function compiled(): Promise<SigningPrograms> {
  const { folder } = await compileGoPrograms(signing);
  return {
    cosign: join(folder, "cosign"),
    fulcio: join(folder, "fulcio"),
    rekor: join(folder, "posix"),
    timestampServer: join(folder, "timestamp-server"),
    registry: join(folder, "registry"),
  };
}

process.once("SIGTERM", () => interruption.abort());
await rm(signingFile, { force: true });
const made: MadePrograms = await compiled().catch((error: unknown) => ({
  problem: error instanceof Error ? error.message : String(error),
}));
await writeFile(`${signingFile}.new`, JSON.stringify(made));
await rename(`${signingFile}.new`, signingFile);
if ("problem" in made) throw new Error(made.problem);
