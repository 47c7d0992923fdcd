// Which emulators a run needs, and which of them are registered.
import type { Command } from "../domain/command.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { EmulationInputs, Qemu } from "../inputs/emulators-inputs.ts";
import { ownerVariable } from "./cleanup-owner-text.ts";
import { type Handler, handlerName } from "./emulators-handler.ts";
import type { Engine } from "./engine.ts";
import type { Facts } from "./machine.ts";
import type { ToolImage } from "./tool-image-candidates.ts";
import { planToolImage, type Sources } from "./tool-image-candidates.ts";

export type InstallPlan = Extract<EmulationPlan, { kind: "install" }>;

/** Whether the engine's own CPU runs the platform. */
export function isNative(platform: Platform, engine: Engine): boolean {
  if (platform.os !== engine.os) return false;
  const also = engine.architecture === "amd64" ? ["386"] : [];
  return [engine.architecture, ...also].includes(platform.architecture);
}

/** Those of `architectures` that no enabled handler with flag F serves. */
export function lacking(
  architectures: readonly string[],
  handlers: readonly Handler[],
): readonly string[] {
  const served = new Set(
    handlers.filter(({ enabled, flags }) => enabled && flags.includes("F")).map(({ name }) => name),
  );
  return architectures.filter((architecture) => !served.has(handlerName(architecture)));
}

type EmulationSources = {
  readonly facts: Pick<Facts, "engine" | "handlers" | "images">;
  readonly network: Sources["network"];
  readonly runId: string;
  readonly owner: string | undefined;
  /** The run's own folder. */
  readonly folder: string;
  /** The builder that is there already, and is used as it is; undefined if there is none. */
  readonly asItIs?: string | undefined;
};

export function planEmulation(
  inputs: EmulationInputs,
  platforms: readonly Platform[],
  { facts, network, runId, owner, folder, asItIs }: EmulationSources,
): EmulationPlan {
  const { qemu, images, reset } = inputs;
  const { engine } = facts;
  if (qemu.kind === "off") return { kind: "none", why: "`qemu` is off" };
  if (asItIs !== undefined && qemu.kind === "auto" && !reset) {
    return { kind: "none", why: `builder ${asItIs} is used as it is; \`qemu\` can name some` };
  }
  if (engine === undefined) return { kind: "none", why: "the builder is on another machine" };
  const wanted = qemu.kind === "all" ? "all" : wantedArchitectures(qemu, platforms, engine);
  const registered = reset ? [] : (facts.handlers ?? []);
  const emulators = wanted === "all" ? wanted : lacking(wanted, registered);
  if (!reset && wanted.length === 0) {
    const list = platforms.map(formatPlatform).join(", ") || "the engine's own platform";
    return { kind: "none", why: `${list} needs none` };
  }
  if (!reset && wanted !== "all" && emulators.length === 0) {
    return { kind: "none", why: `${wanted.join(", ")}: registered already` };
  }
  const image = planToolImage("The image of emulators", images, {
    ...{ network, engine, images: facts.images },
  });
  const container = `crossbuild-${runId}-binfmt`;
  const where = placeOf(engine, folder);
  return { kind: "install", image, container, owner, reset, emulators, engine: where };
}

function placeOf({ elsewhere }: Engine, folder: string): EnginePlace {
  return elsewhere === undefined
    ? { kind: "here", folder }
    : { kind: "elsewhere", endpoint: elsewhere };
}

function wantedArchitectures(
  qemu: Extract<Qemu, { kind: "auto" | "list" }>,
  platforms: readonly Platform[],
  engine: Engine,
): readonly string[] {
  if (qemu.kind === "list") return qemu.architectures;
  const foreign = platforms.filter(({ os }) => os === "linux").filter((p) => !isNative(p, engine));
  return [...new Set(foreign.map(({ architecture }) => architecture))];
}

// It asks nobody. Even to cut it off from all networks takes the engine longer than to leave it on its
// own, which a privileged container could reach anyway.
const privileged = ["docker", "run", "--privileged", "--rm", "--network", "host"] as const;

/** binfmt uninstalls before it installs: cmd/binfmt/main.go of tonistiigi/binfmt. */
export function installCommand(
  plan: Pick<InstallPlan, "container" | "owner" | "reset" | "emulators">,
  image: string,
): Command {
  const { container, owner, reset, emulators } = plan;
  const names = emulators === "all" ? emulators : emulators.join(",");
  return [
    ...[...privileged, "--name", container],
    ...(owner === undefined ? [] : ["--env", `${ownerVariable}=${owner}`]),
    image,
    ...(reset ? ["--uninstall", "qemu-*"] : []),
    ...(names === "" ? [] : ["--install", names]),
  ];
}

/** Takes these emulators out of the kernel. */
export function uninstallCommand(architectures: readonly string[], image: string): Command {
  const names = architectures.map(handlerName).join(",");
  return [...privileged, image, "--uninstall", names];
}

/** Whether programs that are started here run on the engine's kernel. */
type EnginePlace =
  /** `folder`: for the programs that are started to try the emulators. */
  | { readonly kind: "here"; readonly folder: string }
  | { readonly kind: "elsewhere"; readonly endpoint: string };

export type EmulationPlan =
  | { readonly kind: "none"; readonly why: string }
  | {
      readonly kind: "install";
      readonly image: ToolImage;
      /** Name of the container that registers them. */
      readonly container: string;
      /** Who it belongs to; undefined if that is never needed. */
      readonly owner: string | undefined;
      /** Whether what is registered is taken out first. */
      readonly reset: boolean;
      /** GOARCH names of those that must run afterwards; `all`: whatever the image has. */
      readonly emulators: "all" | readonly string[];
      readonly engine: EnginePlace;
    };
