import { describe, expect, test } from "vitest";
import { type Platform, parsePlatform } from "../../src/domain/platform.ts";
import type { Qemu } from "../../src/inputs/emulation-inputs.ts";
import { planEmulation } from "../../src/plan/emulation.ts";
import type { Handler } from "../../src/plan/facts.ts";
import { parseHandler } from "../../src/plan/handler.ts";

const amd64 = { version: "28.0.0", os: "linux", architecture: "amd64" };
const arm64 = { ...amd64, architecture: "arm64" };
const aarch64: Handler = { name: "qemu-aarch64", enabled: true, flags: "POCF" };

function platforms(text: string): readonly Platform[] {
  return text.split(",").flatMap((item) => {
    const platform = parsePlatform(item);
    return platform.ok ? [platform.value] : [];
  });
}

const plan = (qemu: Qemu, wanted: string, engine = amd64, handlers: readonly Handler[] = []) =>
  planEmulation({ image: "binfmt", qemu }, platforms(wanted), { engine, handlers });
const auto: Qemu = { kind: "auto" };

describe("planEmulation", () => {
  test("installs what the platforms need and the machine lacks", () => {
    const three = "linux/amd64,linux/arm64,linux/arm/v7,linux/arm/v6";
    expect(plan(auto, three, amd64, [aarch64])).toEqual({
      kind: "install",
      command: ["docker", "run", "--privileged", "--rm", "binfmt", "--install", "arm"],
      architectures: ["arm"],
    });
  });

  test.each([
    ["disabled", { ...aarch64, enabled: false }],
    ["not held open for containers", { ...aarch64, flags: "OC" }],
  ])("takes a handler that is %s for missing", (_, handler) => {
    expect(plan(auto, "linux/arm64", amd64, [handler])).toMatchObject({ architectures: ["arm64"] });
  });

  test("asks for the native architecture on no machine", () => {
    expect(plan(auto, "linux/arm64", arm64)).toMatchObject({ kind: "none" });
    expect(plan(auto, "linux/amd64,linux/386,linux/amd64/v3", amd64)).toMatchObject({
      kind: "none",
    });
    expect(plan(auto, "linux/amd64", arm64)).toMatchObject({ architectures: ["amd64"] });
  });

  test("installs nothing when off, and the list when there is one", () => {
    expect(plan({ kind: "off" }, "linux/arm64")).toEqual({ kind: "none", why: "`qemu` is off" });
    expect(plan({ kind: "list", architectures: ["s390x"] }, "linux/arm64")).toMatchObject({
      architectures: ["s390x"],
    });
    expect(plan({ kind: "all" }, "linux/arm64")).toMatchObject({
      command: expect.arrayContaining(["all"]),
    });
  });
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
