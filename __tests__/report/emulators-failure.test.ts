import { expect, test } from "vitest";
import { explained } from "../../src/domain/errors.ts";
import { type EmulatorTrouble, emulatorFailure } from "../../src/report/emulators-failure.ts";
import { failureText } from "../../src/report/failure-text.ts";

const s390x = [{ architecture: "s390x" }];
const here = { rootless: false, elsewhere: undefined };
const there = { rootless: false, elsewhere: "tcp://build:2376" };
const rootless = { rootless: true, elsewhere: undefined };
const noDevice = "cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc: no such device";

test.each<[string, EmulatorTrouble, typeof here | typeof there, string, readonly string[]]>([
  ["no binfmt_misc", { kind: "no-list" }, here, noDevice, [noDevice, "`modprobe binfmt_misc`"]],
  [
    "no binfmt_misc at an engine elsewhere",
    { kind: "no-list" },
    there,
    noDevice,
    ["by the engine at tcp://build:2376", "the kernel of the engine's machine"],
  ],
  [
    "a rootless engine",
    { kind: "no-list" },
    rootless,
    "operation not permitted",
    ["the engine is rootless", "register them as root on this machine"],
  ],
  [
    "no privilege",
    { kind: "unregistered", emulators: s390x },
    here,
    "installing: s390x EPERM opening /proc/sys/fs/binfmt_misc/register check permissions?",
    ["no emulator was registered for s390x", "the engine refuses privileged containers"],
  ],
  [
    "no privilege, said by docker",
    { kind: "no-container" },
    here,
    "docker: privileged mode is incompatible with user namespaces.",
    ["docker said: docker: privileged", "the engine refuses privileged containers"],
  ],
  [
    "an architecture that the image lacks",
    { kind: "unregistered", emulators: s390x },
    here,
    "installing: s390x unsupported architecture: s390x",
    ["for s390x", "check that `binfmt-image` has these emulators"],
  ],
  [
    "a handler that is in the way",
    { kind: "unregistered", emulators: s390x },
    here,
    "installing: s390x qemu-s390x already registered",
    ["`reset: true`"],
  ],
  [
    "an emulator that runs nothing",
    { kind: "broken", emulators: [{ architecture: "s390x", words: "ENOEXEC, exec format error" }] },
    here,
    "",
    ["s390x (the kernel says: ENOEXEC, exec format error)", "binfmt gave no reason"],
  ],
  [
    "one that runs nothing elsewhere",
    { kind: "broken", emulators: s390x },
    there,
    "",
    ["does not run programs on the machine of the engine at tcp://build:2376: s390x"],
  ],
])("%s", (_, trouble, engine, said, words) => {
  const text = failureText(explained(emulatorFailure(trouble, engine, said)));
  for (const word of words) expect(text).toContain(word);
  expect(text.split("What to try: ")).toHaveLength(2);
});
