// Which emulators a run needs, and which of them are registered.
import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { EmulationInputs, Qemu } from "../inputs/emulation-inputs.ts";
import type { Engine, Facts, Handler } from "./facts.ts";
import type { EmulationPlan } from "./plan.ts";

// GOARCH → the name in QEMU's user-mode emulators, as tonistiigi/binfmt registers them.
const qemuNames = new Map([
  ["386", "i386"],
  ["amd64", "x86_64"],
  ["arm", "arm"],
  ["arm64", "aarch64"],
  ["loong64", "loongarch64"],
  ["mips64", "mips64"],
  ["mips64le", "mips64el"],
  ["ppc64le", "ppc64le"],
  ["riscv64", "riscv64"],
  ["s390x", "s390x"],
]);

/** `arm64` → `qemu-aarch64` */
export function handlerName(architecture: string): string {
  return `qemu-${qemuNames.get(architecture) ?? architecture}`;
}

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

export function planEmulation(
  inputs: EmulationInputs,
  platforms: readonly Platform[],
  facts: Pick<Facts, "engine" | "handlers">,
): EmulationPlan {
  const { qemu, image } = inputs;
  if (qemu.kind === "off") return { kind: "none", why: "`qemu` is off" };
  if (qemu.kind === "all")
    return { kind: "install", command: install(image, "all"), architectures: [] };
  const { engine } = facts;
  if (engine === undefined) return { kind: "none", why: "the builder is on another machine" };
  const wanted = wantedArchitectures(qemu, platforms, engine);
  if (wanted.length === 0) {
    const list = platforms.map(formatPlatform).join(", ") || "the engine's own platform";
    return { kind: "none", why: `${list} needs none` };
  }
  const missing = lacking(wanted, facts.handlers ?? []);
  if (missing.length === 0) {
    return { kind: "none", why: `${wanted.join(", ")}: registered already` };
  }
  return { kind: "install", command: install(image, missing.join(",")), architectures: missing };
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

function install(image: string, architectures: string) {
  return ["docker", "run", "--privileged", "--rm", image, "--install", architectures];
}
