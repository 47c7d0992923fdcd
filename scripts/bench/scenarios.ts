// The pairs that are measured: the same image by the step and by hand, from the same start.
import { join } from "node:path";
import type { Job, Texts } from "../run-action.ts";
import { stackEnvironment } from "../stack/environment.ts";
import { loopback } from "../stack/registry.ts";
import { metadataFile, type Named, runByHand } from "./by-hand.ts";
import type { Course } from "./course.ts";
import { removeEmulators, removeToolImages } from "./machine.ts";
import { runStep, type StepCourse } from "./step.ts";

/** `under` is a program to run it under. */
type Side<C extends Course = Course> = (under?: readonly string[]) => Promise<C>;

export type Scenario = {
  /** What has to be so before each run of either side. */
  readonly before: () => Promise<void>;
  readonly step: Side<StepCourse>;
  readonly hand: Side;
};

export const platforms = "linux/amd64,linux/arm64,linux/arm/v7";
export const keptBuilder = "crossbuild-bench";

const {
  STACK_REGISTRY_HTTP: host,
  STACK_BUILDKIT_IMAGE: buildkit,
  STACK_BINFMT_IMAGE: binfmt,
} = stackEnvironment();
const mirror = loopback(host);
const tag = `${host}/bench/image:1`;
const dockerfile = "FROM alpine:3.19\nCOPY nonce /nonce\nRUN uname -m > /cpu\n";
const toml = `[registry."docker.io"]\nmirrors = ["${mirror}"]\n[registry."${host}"]\nhttp = true\n`;

/** Inputs for the same builder and registries as `toml`, and buildx's own kind of provenance. */
export const usualInputs: Texts = {
  mirrors: mirror,
  registries: `${host}: {http: true}`,
  "driver-opts": "network=host",
  provenance: "mode=min",
  push: "true",
};
const inputs = { ...usualInputs, platforms, tags: tag };

/** No emulator, no builder; on a hosted runner no image of the tools either, which else is there. */
export function cold(runner: "github-hosted" | "self-hosted"): Scenario {
  const hosted = runner === "github-hosted";
  const at = (image: string) => (hosted ? `${mirror}/${image}` : image);
  const environment = environmentOf(runner);
  return {
    before: async () => {
      await removeEmulators();
      if (hosted) await removeToolImages();
    },
    step: (under = []) => runStep(inputs, { files: files(), environment, under }),
    hand: (under = []) => {
      const name = `by-hand-${crypto.randomUUID()}`;
      const commands = (place: Job) => [
        emulatorsByHand(at(binfmt)),
        builderByHand(name, at(buildkit), place),
        ...buildByHand(name, place),
        { name: "remove the builder", command: ["docker", "buildx", "rm", name] },
      ];
      return runByHand(commands, { files: files(), environment, under });
    },
  };
}

/** Emulators registered, and a builder that both sides use: the step makes it when it first runs. */
export function warm(): Scenario {
  const environment = environmentOf("self-hosted");
  const kept = { ...inputs, name: keptBuilder, cleanup: "false" };
  return {
    before: async () => {},
    step: (under = []) => runStep(kept, { files: files(), environment, under }),
    hand: (under = []) =>
      runByHand((place) => buildByHand(keptBuilder, place), { files: files(), environment, under }),
  };
}

/** @param runner what the runner says of itself */
export function environmentOf(runner: "github-hosted" | "self-hosted"): Texts {
  return { GITHUB_RUN_ID: "1", RUNNER_ENVIRONMENT: runner };
}

// The nonce keeps a kept builder from having built it all before.
function files(): Texts {
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
