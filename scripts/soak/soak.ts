// Runs jobs side by side on one engine and in one home, round after round, and looks for damage.
import { isDeepStrictEqual } from "node:util";
import { builderFiles, leftoversOf } from "../job-leftovers.ts";
import { job } from "../run-action.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { type SharedHome, sharedHome } from "./shared-home.ts";

export type Soak = {
  readonly runs: number;
  /** What went wrong, a text each: none is as it should be. */
  readonly failures: readonly string[];
  readonly leftovers: readonly string[];
  /** Changes of the user's files and builder. */
  readonly disturbances: readonly string[];
};

/** @param tell takes a line for each round */
export async function soak(
  { rounds, atOnce }: { readonly rounds: number; readonly atOnce: number },
  tell: (line: string) => void = () => {},
): Promise<Soak> {
  await using home = await sharedHome();
  const before = await home.snapshot();
  const found: Found[] = [];
  for (let round = 1; round <= rounds; round++) {
    const start = performance.now();
    const jobs = Array.from({ length: atOnce }, (_, index) => oneJob(home, index));
    const ends = await Promise.all(jobs);
    const left = await leftInEngine(home);
    const disturbances = changes(before, await home.snapshot());
    found.push(...ends, { failures: [], leftovers: left, disturbances });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    tell(`round ${round}: ${atOnce} runs in ${seconds} s; ${words(found)} so far`);
  }
  return { runs: rounds * atOnce, ...sum(found) };
}

type Found = Omit<Soak, "runs">;

function sum(found: readonly Found[]): Found {
  return {
    failures: found.flatMap(({ failures }) => failures),
    leftovers: found.flatMap(({ leftovers }) => leftovers),
    disturbances: found.flatMap(({ disturbances }) => disturbances),
  };
}

/** `0 failures, 0 leftovers, 0 disturbances` */
export function words(found: readonly Found[]): string {
  const { failures, leftovers, disturbances } = sum(found);
  return `${failures.length} failures, ${leftovers.length} leftovers, ${disturbances.length} disturbances`;
}

// Every other one logs in, for which it makes a configuration of its own out of the user's.
async function oneJob({ environment }: SharedHome, index: number): Promise<Found> {
  await using place = await job({
    files: { Dockerfile: "FROM scratch\nCOPY . /\n", "id.txt": crypto.randomUUID() },
    environment,
  });
  const main = await place.main(index % 2 === 0 ? openPush() : pushWithLogin());
  const post = await place.post();
  const steps = [main, post].filter(({ exitCode, log }) => exitCode !== 0 || /::warning/.test(log));
  return {
    failures: steps.map(({ log }) => log),
    leftovers: await leftoversOf(place),
    disturbances: [],
  };
}

function openPush() {
  const { STACK_REGISTRY_HTTP: host } = stackEnvironment();
  return pushTo(host, `${host}: {http: true}`);
}

function pushWithLogin() {
  const { STACK_REGISTRY_AUTH: host, ...stack } = stackEnvironment();
  return {
    ...pushTo(host, `${host}: {ca: ${stack.STACK_CA}}`),
    registry: host,
    username: stack.STACK_USERNAME,
    password: stack.STACK_PASSWORD,
  };
}

function pushTo(host: string, registries: string) {
  return {
    platforms: "linux/amd64",
    tags: `${host}/soak/${crypto.randomUUID()}:1`,
    push: "true",
    "driver-opts": "network=host",
    registries,
  };
}

async function leftInEngine({ docker, buildx }: SharedHome): Promise<readonly string[]> {
  const filter = ["--filter", "name=crossbuild-"];
  const lists = await Promise.all([
    docker("ps", "--all", ...filter, "--format", "container {{.Names}}"),
    docker("volume", "ls", ...filter, "--format", "volume {{.Name}}"),
  ]);
  const lines = lists.flatMap((text) => text.split("\n")).filter((line) => line !== "");
  return [...lines, ...(await builderFiles(buildx))];
}

type Snapshot = Awaited<ReturnType<SharedHome["snapshot"]>>;

function changes(before: Snapshot, after: Snapshot): readonly string[] {
  if (isDeepStrictEqual(before, after)) return [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}
