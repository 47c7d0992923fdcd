import { describe, expect, test } from "vitest";
import { type Platform, parsePlatform } from "../../src/domain/platform.ts";
import type { EmulationInputs, Qemu } from "../../src/inputs/emulators-inputs.ts";
import type { Handler } from "../../src/plan/emulators-handler.ts";
import { architectureOf, parseHandler } from "../../src/plan/emulators-handler.ts";
import { installCommand, planEmulation } from "../../src/plan/emulators-plan.ts";
import type { Engine } from "../../src/plan/engine.ts";

const amd64: Engine = { version: "28.0.0", os: "linux", architecture: "amd64" };
const arm64 = { ...amd64, architecture: "arm64" };
const aarch64: Handler = { name: "qemu-aarch64", enabled: true, flags: "POCF" };

function platforms(text: string): readonly Platform[] {
  return text.split(",").flatMap((item) => {
    const platform = parsePlatform(item);
    return platform.ok ? [platform.value] : [];
  });
}

const network = { mirrors: ["mirror:5000"], registries: [] };
const auto: EmulationInputs = {
  images: [{ registry: "docker.io", path: "tonistiigi/binfmt", version: ":1" }],
  qemu: { kind: "auto" },
  reset: false,
};

function plan(
  inputs: EmulationInputs,
  wanted: string,
  engine = amd64,
  handlers: readonly Handler[] = [],
) {
  const facts = { images: [], engine, handlers };
  const given = { facts, network, runId: "1a2b", owner: "me", folder: "/tmp/run" };
  return planEmulation(inputs, platforms(wanted), given);
}

const asking = (qemu: Qemu) => ({ ...auto, qemu });

describe("planEmulation", () => {
  test("installs what the platforms need and the machine lacks", () => {
    const three = "linux/amd64,linux/arm64,linux/arm/v7,linux/arm/v6";
    expect(plan(auto, three, amd64, [aarch64])).toEqual({
      kind: "install",
      container: "crossbuild-1a2b-binfmt",
      owner: "me",
      image: {
        what: "The image of emulators",
        candidates: [
          {
            reference: "mirror:5000/tonistiigi/binfmt:1",
            manifestUrl: "https://mirror:5000/v2/tonistiigi/binfmt/manifests/1",
          },
          {
            reference: "docker.io/tonistiigi/binfmt:1",
            manifestUrl: "https://registry-1.docker.io/v2/tonistiigi/binfmt/manifests/1",
          },
        ],
        os: "linux",
        architecture: "amd64",
      },
      reset: false,
      emulators: ["arm"],
      engine: { kind: "here", folder: "/tmp/run" },
    });
  });

  test.each([
    ["disabled", { ...aarch64, enabled: false }],
    ["not held open for containers", { ...aarch64, flags: "OC" }],
  ])("takes a handler that is %s for missing", (_, handler) => {
    expect(plan(auto, "linux/arm64", amd64, [handler])).toMatchObject({ emulators: ["arm64"] });
  });

  test("asks for the native architecture on no machine", () => {
    expect(plan(auto, "linux/arm64", arm64)).toMatchObject({ kind: "none" });
    expect(plan(auto, "linux/amd64,linux/386,linux/amd64/v3", amd64)).toMatchObject({
      kind: "none",
    });
    expect(plan(auto, "linux/amd64", arm64)).toMatchObject({ emulators: ["amd64"] });
  });

  test("installs nothing when off, and the list when there is one", () => {
    expect(plan(asking({ kind: "off" }), "linux/arm64")).toMatchObject({ kind: "none" });
    const list = asking({ kind: "list", architectures: ["s390x"] });
    expect(plan(list, "linux/arm64")).toMatchObject({ emulators: ["s390x"] });
    expect(plan(asking({ kind: "all" }), "linux/arm64")).toMatchObject({ emulators: "all" });
  });

  test("counts nothing that is registered when it is to be taken out", () => {
    const anew = { ...auto, reset: true };
    expect(plan(anew, "linux/arm64", amd64, [aarch64])).toMatchObject({
      kind: "install",
      reset: true,
      emulators: ["arm64"],
    });
    expect(plan(anew, "linux/amd64")).toMatchObject({ kind: "install", emulators: [] });
  });

  test("knows that an engine elsewhere has a kernel of its own", () => {
    const engine = { ...amd64, elsewhere: "tcp://build:2376" };
    expect(plan(auto, "linux/arm64", engine)).toMatchObject({
      engine: { kind: "elsewhere", endpoint: "tcp://build:2376" },
    });
  });
});

test.each([
  [{ reset: false, emulators: ["arm64", "arm"] as const }, ["--install", "arm64,arm"]],
  [{ reset: false, emulators: "all" as const }, ["--install", "all"]],
  [{ reset: true, emulators: ["arm64"] as const }, ["--uninstall", "qemu-*", "--install", "arm64"]],
  [{ reset: true, emulators: [] }, ["--uninstall", "qemu-*"]],
])("installCommand for %j", (wanted, args) => {
  const run = ["docker", "run", "--privileged", "--rm", "--network", "host", "--name", "mine"];
  const mark = ["--env", "CROSSBUILD_OWNER=me"];
  const plan = { ...wanted, container: "mine" };
  const owned = installCommand({ ...plan, owner: "me" }, "binfmt:1");
  expect(owned).toEqual([...run, ...mark, "binfmt:1", ...args]);
  const hosted = installCommand({ ...plan, owner: undefined }, "binfmt:1");
  expect(hosted).toEqual([...run, "binfmt:1", ...args]);
});

test("architectureOf reads a handler's name", () => {
  expect(architectureOf("qemu-mips64el")).toBe("mips64le");
  expect(architectureOf("python3.12")).toBeUndefined();
});

test("parseHandler reads what the kernel shows", () => {
  const text =
    "enabled\ninterpreter /usr/bin/qemu-aarch64\nflags: POCF\noffset 0\nmagic 7f454c46\n";
  expect(parseHandler("qemu-aarch64", text)).toEqual(aarch64);
  expect(parseHandler("qemu-aarch64", "disabled\ninterpreter /x\nflags: \n")).toEqual({
    name: "qemu-aarch64",
    enabled: false,
    flags: "",
  });
});
