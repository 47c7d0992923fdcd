// Runs the real cosign.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attempt } from "../../scripts/stack/command.ts";
import { signingPrograms } from "../../scripts/stack/signing-environment.ts";

export type Ended = Awaited<ReturnType<typeof attempt>>;

type Texts = Readonly<Record<string, string>>;

/** How cosign reaches a registry. */
export type RegistryOptions = {
  /** Over plain HTTP; loopback addresses are so anyway. */
  readonly http?: boolean;
  /** The registry's own certificate authority, a PEM file. */
  readonly authority?: string;
  /** A folder of Docker's configuration, with a login. */
  readonly dockerConfig?: string;
};

/** Runs cosign in an empty home, with nothing of this process's environment. */
export async function cosign(args: readonly string[], environment: Texts = {}): Promise<Ended> {
  const home = await mkdtemp(join(tmpdir(), "crossbuild-cosign-"));
  try {
    const env = { HOME: home, DOCKER_CONFIG: home, ...environment };
    return await attempt([signingPrograms().cosign, ...args], { env, cwd: home });
  } finally {
    await rm(home, { recursive: true });
  }
}

/** What `options` are for cosign. */
export function registryAccess({ http = false, authority, dockerConfig }: RegistryOptions): {
  readonly flags: readonly string[];
  readonly environment: Texts;
} {
  const known = authority === undefined ? [] : [`--registry-cacert=${authority}`];
  return {
    flags: [...(http ? ["--allow-http-registry"] : []), ...known],
    environment: dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig },
  };
}
