// An engine with containerd's image store, whose `docker` driver builds for several platforms.
import {
  type FurtherEngine,
  startFurtherEngine,
  stopFurtherEngine,
} from "../../scripts/stack/further-engine.ts";

/** The engine; it and all that was built in it are gone when disposed of. */
export type ModernEngine = AsyncDisposable & {
  readonly environment: { readonly DOCKER_HOST: string };
};

// Each of vitest's processes has its own.
const name = `sid-${process.env["VITEST_POOL_ID"] ?? "1"}` as FurtherEngine;

/** Starts Debian sid's engine, to which the stack's HTTP registry is Docker Hub's mirror too. */
export async function modernEngine(): Promise<ModernEngine> {
  const host = await startFurtherEngine(name);
  return {
    environment: { DOCKER_HOST: host },
    [Symbol.asyncDispose]: () => stopFurtherEngine(name),
  };
}
