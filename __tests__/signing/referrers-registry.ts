// A registry with the referrers API, which the stack's own lacks.
import { signingPrograms } from "../../scripts/stack/signing-environment.ts";
import { startListening } from "./child-program.ts";

export type ReferrersRegistry = AsyncDisposable & {
  /** `127.0.0.1:40000`, over plain HTTP. */
  readonly host: string;
};

/** It keeps everything in memory, and is gone when disposed of. */
export async function referrersRegistry(): Promise<ReferrersRegistry> {
  const { address, ...registry } = await startListening(signingPrograms().registry);
  return { ...registry, host: address };
}
