// Emulators on the real kernel: installed, tried, replaced, and what is said when they fail.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Job, job, type Texts } from "../../scripts/run-action.ts";
import { tryEmulator } from "../../src/effects/emulators-try.ts";
import { docker, everything, removeEmulators } from "./docker.ts";
import { dockerfile, privateRegistry, stack } from "./inputs-for.ts";
import { engineOverTcp } from "./tcp-to-socket.ts";

const files = { Dockerfile: dockerfile };
const binfmt = stack.STACK_BINFMT_IMAGE;
const install = (names: string) =>
  docker("run", "--rm", "--privileged", binfmt, "--install", names);
const registered = () => readdir("/proc/sys/fs/binfmt_misc");

async function run(inputs: Texts, environment: Texts = {}) {
  await using place: Job = await job({ files, environment });
  const main = await place.main({ ...privateRegistry, ...inputs });
  await place.post();
  return main;
}

test("a tiny program of each architecture ends as it should, on its emulator or natively", async () => {
  const foreign = ["arm64", "arm", "riscv64", "ppc64le", "s390x"];
  await install(foreign.join(","));
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-tiny-"));
  try {
    for (const architecture of [...foreign, "amd64", "386"]) {
      expect([architecture, await tryEmulator(architecture, folder)]).toEqual([
        architecture,
        { kind: "ran" },
      ]);
    }
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
    await removeEmulators("qemu-riscv64,qemu-ppc64le,qemu-s390x");
  }
});

test("without an emulator, the kernel's own message is returned", async () => {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-tiny-"));
  const trial = await tryEmulator("mips64", folder);
  await rm(folder, { recursive: true });
  expect(trial).toEqual({ kind: "failed", words: "ENOEXEC, exec format error" });
});

test("a registered emulator is not installed again, and no image is looked for", async () => {
  await install("arm64");
  const main = await run({ platforms: "linux/amd64,linux/arm64" });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("No emulator to install: arm64: registered already");
  expect(main.log).not.toContain("binfmt:");
});

test("reset removes the registered emulators, and installs the needed ones", async () => {
  await install("arm64,s390x");
  const main = await run({ platforms: "linux/arm64", reset: "true" });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(
    /docker run --privileged --rm --network host --name \S+ (?:--env \S+ )?\S+ --uninstall 'qemu-\*' --install arm64/,
  );
  for (const name of ["aarch64", "s390x"]) {
    expect(main.log).toContain(`uninstalling: qemu-${name} OK`);
  }
  expect(main.log).toContain("installing: arm64 OK");
  expect(main.log).toContain("built on aarch64");
});

test("all installs all emulators of the image, and they run", async () => {
  const main = await run({ qemu: "all" });
  await removeEmulators("qemu-riscv64,qemu-ppc64le,qemu-s390x");
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("::group::Emulators installed: all");
  for (const name of ["arm64", "riscv64", "ppc64le", "s390x"]) {
    expect(main.log).toContain(`"linux/${name}"`);
  }
});

test("an engine on another machine is asked about its own kernel, whatever this one has", async () => {
  await install("arm64");
  await using remote = await engineOverTcp();
  const main = await run({ platforms: "linux/arm64" }, { DOCKER_HOST: remote.endpoint });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("::group::Emulators installed: arm64");
  expect(main.log).toContain("qemu-aarch64 already registered");
});

test("an engine on another machine is found by the current context, too", async () => {
  await using remote = await engineOverTcp();
  const name = `elsewhere-${crypto.randomUUID()}`;
  await docker("context", "create", name, "--docker", `host=${remote.endpoint}`);
  try {
    const environment = { DOCKER_HOST: "", DOCKER_CONTEXT: name };
    const main = await run({ qemu: "mips64" }, environment);
    expect(main.exitCode).toBe(1);
    expect(main.log).toContain(
      `::error::no emulator was registered by the engine at ${remote.endpoint} for mips64`,
    );
  } finally {
    await docker("context", "rm", "--force", name);
  }
});

describe("an emulator that registers and does not run", () => {
  const image = `crossbuild-broken/binfmt:${crypto.randomUUID()}`;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "crossbuild-broken-"));
    await writeFile(join(folder, "qemu-s390x"), "\0no program", { mode: 0o755 });
    const container = await docker("create", binfmt);
    await docker("cp", join(folder, "qemu-s390x"), `${container}:/usr/bin/qemu-s390x`);
    await docker("commit", container, image);
    await docker("rm", container);
    await rm(folder, { recursive: true });
    await removeEmulators("qemu-s390x");
  });

  afterAll(async () => {
    await docker("image", "rm", image);
    await removeEmulators("qemu-s390x");
  });

  test("fails the step with the kernel's message, and is removed", async () => {
    const before = await everything();
    const main = await run({ qemu: "s390x", "binfmt-image": image });
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(
      /::error::an emulator is registered, but does not run programs: s390x \(the kernel says: ENOEXEC, exec format error\)\..*installing: s390x OK/,
    );
    expect(await registered()).not.toContain("qemu-s390x");
    expect(await everything()).toEqual(before);
  });

  test("fails it, too, if only binfmt can try it, on an engine on another machine", async () => {
    await using remote = await engineOverTcp();
    const inputs = { qemu: "s390x", "binfmt-image": image };
    const main = await run(inputs, { DOCKER_HOST: remote.endpoint });
    expect(main.exitCode).toBe(1);
    expect(main.log).toContain(
      `::error::an emulator is registered, but does not run programs on the machine of the engine at ${remote.endpoint}: s390x.`,
    );
    expect(await registered()).not.toContain("qemu-s390x");
  });
});

// Which kernel and which engine a machine has is not a test's to change.
test.each([
  [
    "a rootless engine",
    { info: '["name=seccomp,profile=builtin","name=rootless"]', binfmt: "operation not permitted" },
    /the engine is rootless.*operation not permitted.*What to try: register them as root/,
  ],
  [
    "a kernel without binfmt_misc",
    { info: "[]", binfmt: "no such device" },
    /no emulator could be registered.*no such device.*What to try: .*`modprobe binfmt_misc`/,
  ],
  [
    "a container without privilege",
    { info: "[]", binfmt: "operation not permitted" },
    /no emulator could be registered.*What to try: the engine refuses privileged containers/,
  ],
])("%s: its own message, and a remedy", async (_, says, words) => {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-stub-"));
  const real = join(stack.PATH.split(":")[0] ?? "", "docker");
  const mount = "cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc";
  const stub = `#!/bin/sh
[ "$1" = info ] && echo '${says.info}' && exit
[ "$1" = run ] || exec "${real}" "$@"
echo 'error: ${mount}: ${says.binfmt}' >&2
`;
  await writeFile(join(folder, "docker"), stub, { mode: 0o755 });
  try {
    const before = await everything();
    const main = await run({ qemu: "mips64" }, { PATH: `${folder}:${stack.PATH}` });
    expect(main.exitCode).toBe(1);
    expect(main.log.split("::error::")[1]).toMatch(words);
    expect(await everything()).toEqual(before);
  } finally {
    await rm(folder, { recursive: true });
  }
});
