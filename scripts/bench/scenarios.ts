// The pairs that are measured: the same image by the step and by hand, from the same start.
import { join } from "node:path";
import type { Job, Texts } from "../run-action.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { loopback } from "../stack/registry.ts";
import { metadataFile, type Named, runByHand } from "./by-hand.ts";
import type { Course } from "./course.ts";
import { removeBuilders, removeEmulators, removeToolImages } from "./machine.ts";
import { runStep, type StepCourse } from "./step.ts";

/** `under` is a program to run it under. */
type Side<C extends Course = Course> = (under?: readonly string[]) => Promise<C>;

export type Scenario = {
  /** What has to be so before each run of either side. */
  readonly before: () => Promise<void>;
  readonly step: Side<StepCourse>;
  readonly hand: Side;
};

const platforms = "linux/amd64,linux/arm64,linux/arm/v7";
export const keptBuilder = "crossbuild-bench";

const {
  STACK_REGISTRY_HTTP: host,
  STACK_BUILDKIT_IMAGE: buildkit,
  STACK_BINFMT_IMAGE: binfmt,
} = stackEnvironment();
const mirror = loopback(host);
const tag = `${host}/bench/image:1`;
const dockerfile = "FROM alpine:3.19\nCOPY nonce /nonce\nRUN uname -m > /cpu\n";
/** BuildKit's settings for the stack's registry, as the inputs make them too. */
export const toml = `[registry."docker.io"]\nmirrors = ["${mirror}"]\n[registry."${host}"]\nhttp = true\n`;

/** For `registries`. */
export const plainHttp = `${host}: {http: true}`;

/**
 * Three platforms, two of them emulated, to one tag; the builder and registries are those of `toml`,
 * and the provenance is what buildx makes by itself.
 */
export const threePlatforms: Texts = {
  mirrors: mirror,
  registries: plainHttp,
  "driver-opts": "network=host",
  provenance: "mode=min",
  push: "true",
  platforms,
  tags: tag,
};

/** No emulator, no builder; on a hosted runner no image of the tools either, which else is there. */
export function cold(runner: "github-hosted" | "self-hosted"): Scenario {
  const hosted = runner === "github-hosted";
  const at = (image: string) => (hosted ? `${mirror}/${image}` : image);
  const environment = environmentOf(runner);
  return {
    before: async () => {
      await removeEmulators();
      await removeBuilders();
      if (hosted) await removeToolImages();
    },
    step: (under = []) => runStep(threePlatforms, { files: newContext(), environment, under }),
    hand: (under = []) => {
      const name = `by-hand-${crypto.randomUUID()}`;
      const commands = (place: Job) => [
        emulatorsByHand(at(binfmt)),
        builderByHand(name, at(buildkit), place),
        ...buildByHand(name, place),
        { name: "remove the builder", command: ["docker", "buildx", "rm", name] },
      ];
      return runByHand(commands, { files: newContext(), environment, under });
    },
  };
}

/** Emulators registered, and a builder that both sides use: the step makes it when it first runs. */
export function warm(): Scenario {
  const environment = environmentOf("self-hosted");
  const kept = { ...threePlatforms, name: keptBuilder, cleanup: "false" };
  return {
    before: async () => {},
    step: (under = []) => runStep(kept, { files: newContext(), environment, under }),
    hand: (under = []) =>
      runByHand((place) => buildByHand(keptBuilder, place), {
        files: newContext(),
        environment,
        under,
      }),
  };
}

/** @param runner what the runner says of itself */
export function environmentOf(runner: "github-hosted" | "self-hosted"): Texts {
  return { GITHUB_RUN_ID: "1", RUNNER_ENVIRONMENT: runner };
}

/** What is built; the nonce keeps a kept builder from having built it all before. */
export function newContext(): Texts {
  return { Dockerfile: dockerfile, nonce: crypto.randomUUID(), "buildkitd.toml": toml };
}

function emulatorsByHand(image: string): Named {
  const run = ["docker", "run", "--privileged", "--rm", image];
  return { name: "emulators", command: [...run, "--install", "arm64,arm"] };
}

function builderByHand(name: string, image: string, { workspace }: Job): Named {
  const create = ["docker", "buildx", "create", "--name", name, "--bootstrap"];
  const driver = ["--driver-opt", "network=host", "--driver-opt", `image=${image}`];
  const config = ["--buildkitd-config", join(workspace, "buildkitd.toml")];
  return { name: "builder", command: [...create, ...driver, ...config] };
}

function buildByHand(builder: string, place: Job): readonly Named[] {
  const build = ["docker", "buildx", "build", "--builder", builder, "--platform", platforms];
  const more = ["--tag", tag, "--push", "--metadata-file", metadataFile(place), "."];
  const inspect = ["docker", "buildx", "imagetools", "inspect", "--builder", builder, tag];
  return [
    { name: "build", command: [...build, ...more] },
    { name: "read back", command: inspect },
  ];
}
