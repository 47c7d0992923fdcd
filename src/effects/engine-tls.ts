// The files with which an engine behind TLS is reached.

import { access } from "node:fs/promises";
import { join } from "node:path";
import type { EngineTls } from "../plan/engine.ts";

/** What DOCKER_HOST, DOCKER_CERT_PATH and DOCKER_TLS_VERIFY say. */
export type NamedTls = {
  readonly host: string;
  readonly folder: string;
  readonly skipVerify: boolean;
};

/** Those of the files that are there, as docker/cli takes them: cli/flags/options.go. */
export async function probeEngineTls(named: NamedTls | undefined): Promise<EngineTls | undefined> {
  if (named === undefined) return undefined;
  const { host, folder, skipVerify } = named;
  const files = await Promise.all(
    ["ca", "cert", "key"].map(async (name) => {
      const path = join(folder, `${name}.pem`);
      return (await isThere(path)) ? [[name, path]] : [];
    }),
  );
  return { host, skipVerify, ...Object.fromEntries(files.flat()) };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
