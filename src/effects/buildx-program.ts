// Gets the program of buildx from the runner's tool cache or its release, and checks its bytes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/errors.ts";
import { sumOf } from "../plan/buildx-asset.ts";
import type { BuildxPlan, KnownSum } from "../plan/buildx-plan.ts";
import { looksLike } from "../report/buildx-checksum-failure.ts";
import type { GitHub } from "../runner/github.ts";
import { download, type Patience } from "./buildx-download.ts";
import { addToToolCache, findInToolCache } from "./buildx-tool-cache.ts";
import { httpClient, type Proxies } from "./http-client.ts";
import { sha256Of, verifyFile } from "./sha256.ts";

export type Install = Extract<BuildxPlan, { kind: "install" }>;
export type ProgramPorts = Omit<Patience, "print" | "http"> & {
  readonly github: GitHub;
  readonly runner: { readonly toolCache: string | undefined; readonly proxies: Proxies };
};

/** A program whose bytes are known to be right, and where they came from. */
type Program = { readonly path: string; readonly from: string };

/**
 * @param folder the run's own, to which it is downloaded
 * @throws UserError if it can't be had, or has other bytes than its release
 */
export async function getProgram(
  plan: Install,
  folder: string,
  ports: ProgramPorts,
): Promise<Program> {
  const { version, program: name, asset, url } = plan;
  const { github } = ports;
  const { toolCache, proxies } = ports.runner;
  const patience = { ...ports, print: github.info, http: httpClient(proxies) };
  const cached = toolCache && (await findInToolCache(version, name));
  if (cached) {
    const sound = plan.sum === undefined || (await sha256Of(cached)) === plan.sum.sha256;
    if (sound) return { path: cached, from: `the runner's tool cache, ${cached}` };
    github.warning(`${cached} has not the SHA-256 of ${plan.sum?.source}; it is not used`);
  }
  const sum = plan.sum ?? (await publishedSum(plan, folder, patience));
  const from = `${url}/${asset}`;
  const path = join(folder, asset);
  github.info(`Downloading ${from}`);
  await download(from, path, patience);
  await verifyFile(path, sum, from);
  if (toolCache !== undefined) {
    await addToToolCache(path, { version, name, root: toolCache }).catch((error: unknown) =>
      github.info(`The runner's tool cache does not take it: ${String(error)}`),
    );
  }
  return { path, from: `${from}, whose SHA-256 is that of ${sum.source}` };
}

async function publishedSum(
  { asset, url }: Install,
  folder: string,
  patience: Patience,
): Promise<KnownSum> {
  const source = `${url}/checksums.txt`;
  const path = join(folder, "checksums.txt");
  await download(source, path, patience);
  const bytes = await readFile(path);
  const sha256 = sumOf(asset, bytes.toString("utf8"));
  if (sha256 !== undefined) return { sha256, source };
  throw new UserError(
    `${source} has no SHA-256 for ${asset}, so that it can't be checked and was not downloaded; the file has ${bytes.length} bytes and looks like ${looksLike(bytes.subarray(0, 512))}`,
    {
      tryThis:
        "if a mirror or a proxy stands between, compare what it has with the release; or give the sum in `buildx-checksum`",
    },
  );
}
