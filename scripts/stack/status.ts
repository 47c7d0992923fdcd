// Tells what of the stack runs.
import { isRunning } from "./background-process.ts";
import { answers } from "./engine.ts";
import { readState } from "./environment.ts";
import { hasHostsLine } from "./hosts-file.ts";
import { registryProcesses } from "./registry.ts";
import { isUp } from "./up.ts";

/** Lines for a person, and whether the whole stack is up. */
export async function describeStatus(): Promise<{
  readonly up: boolean;
  readonly lines: readonly string[];
}> {
  const state = readState();
  if (state === undefined) return { up: false, lines: ["the stack is down"] };
  const { environment, engine } = state;
  const word = (runs: boolean) => (runs ? "runs" : "DOES NOT RUN");
  const endpoints = [
    `http ${environment.STACK_REGISTRY_HTTP}`,
    `tls  ${environment.STACK_REGISTRY_TLS}`,
    `auth ${environment.STACK_REGISTRY_AUTH} (user ${environment.STACK_USERNAME})`,
  ];
  const images = [environment.STACK_BUILDKIT_IMAGE, environment.STACK_BINFMT_IMAGE];
  const registries = await Promise.all(registryProcesses.map(isRunning));
  const answering = await answers(environment.DOCKER_HOST);
  const up = await isUp();
  const lines = [
    `the stack is ${up ? "up" : "not whole; npm run stack -- up mends it"}`,
    `engine   ${word(answering)}  ${engine.version} (${engine.kind}) ${environment.DOCKER_HOST}`,
    `buildx   ${state.buildx}`,
    ...endpoints.map(
      (endpoint, index) => `registry ${word(registries[index] === true)}  ${endpoint}`,
    ),
    `images   ${images.join(", ")}: ${state.images}`,
    `hosts    the line in /etc/hosts is ${(await hasHostsLine()) ? "there" : "MISSING"}`,
  ];
  return { up, lines };
}
