// Jobs that build legs, each with a home of its own, and the job that merges them.
import { readdir } from "node:fs/promises";
import { expect } from "vitest";
import { job, type Step, type Texts } from "../../scripts/run-action.ts";
import { dockerConfig } from "./docker-config.ts";
import { dockerfile, stack } from "./inputs-for.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_TLS: tls, STACK_REGISTRY_AUTH: auth } = stack;
const { STACK_CA: ca, STACK_USERNAME: username, STACK_PASSWORD: password } = stack;
const files = { Dockerfile: dockerfile };

/** The workflow run that all of them belong to. */
export const run = { GITHUB_RUN_ID: "1234567" };

/** What they need to know about the stack's registries. */
export const registries = `${http}: {http: true}
${tls}: {ca: ${ca}}
${auth}: {ca: ${ca}, username: ${username}, password: ${password}}`;

/** What a job gives that builds a leg. */
export async function leg(
  platforms: string,
  inputs: Texts,
  environment: Texts = run,
): Promise<Step> {
  await using config = await dockerConfig();
  await using place = await job({
    files,
    environment: { ...environment, DOCKER_CONFIG: config.folder },
  });
  const main = await place.main({
    ...{ leg: "true", "driver-opts": "network=host", mirrors: http, registries },
    platforms,
    ...inputs,
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  return main;
}

/** The merge on a machine of its own, where no engine answers. */
export async function merge(inputs: Texts, environment: Texts = run): Promise<Step> {
  await using config = await dockerConfig();
  const elsewhere = { DOCKER_CONFIG: config.folder, DOCKER_HOST: "tcp://127.0.0.1:1" };
  await using place = await job({ action: "merge", environment: { ...environment, ...elsewhere } });
  const main = await place.main({ registries, ...inputs });
  const post = await place.post();
  expect(post.exitCode, post.log).toBe(0);
  expect(await readdir(place.temp)).toEqual([]);
  return main;
}

/** What GitHub makes of the outputs of a matrix's jobs. */
export function needs(...jobs: readonly Step[]): string {
  return JSON.stringify(Object.assign({}, ...jobs.map(({ outputs }) => outputs)));
}
