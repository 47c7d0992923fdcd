import { expect, test } from "vitest";
import { startCommand } from "../../src/result/cpu-start-command.ts";
import { parseConfig } from "../../src/result/image-manifest.ts";

function startOf(config: object | null) {
  return startCommand(
    parseConfig(JSON.stringify({ os: "linux", architecture: "arm64", config, rootfs: {} })),
  );
}

const shell = ["/bin/sh", "-c"];

test.each<[string, object, string, readonly string[]]>([
  ["a command", { Cmd: ["/app", "--flag"] }, "/app", []],
  ["an entrypoint", { Entrypoint: ["/app", "serve"] }, "/app", []],
  ["both", { Entrypoint: ["/start"], Cmd: ["/app", "x"] }, "/start", ["/app"]],
  ["an empty entrypoint", { Entrypoint: [], Cmd: ["/app"] }, "/app", []],
  ["dashes", { Entrypoint: ["/init", "-g", "--", "/app"] }, "/init", ["/app"]],
  ["dashes at the end", { Entrypoint: ["/init", "--"], Cmd: ["/app"] }, "/init", ["/app"]],
  ["a shell's words", { Cmd: [...shell, "/app --flag"] }, "/bin/sh", ["/app"]],
  ["a shell's exec", { Entrypoint: [...shell, " exec /app"] }, "/bin/sh", ["/app"]],
  ["a shell's language", { Cmd: [...shell, 'A=1 "$HOME"/app'] }, "/bin/sh", []],
  ["a shell's quotes", { Cmd: [...shell, "'/app' x"] }, "/bin/sh", []],
])("%s", (_, config, first, further) => {
  const start = startOf(config);
  expect(start?.first.word).toBe(first);
  expect(start?.further.map(({ word }) => word)).toEqual(further);
});

test.each([null, {}, { Cmd: [] }, { Cmd: null, Entrypoint: null }, { Cmd: [""] }])(
  "%j starts nothing",
  (config) => {
    expect(startOf(config)).toBeUndefined();
  },
);

test.each<[string, object, readonly string[]]>([
  ["from the root", { Cmd: ["/app"], WorkingDir: "/src" }, ["/app"]],
  ["from the working folder", { Cmd: ["./app"], WorkingDir: "/src" }, ["/src/./app"]],
  ["without a working folder", { Cmd: ["bin/app"] }, ["/bin/app"]],
  ["by PATH", { Cmd: ["app"], Env: ["A=1", "PATH=/a:/b"] }, ["/a/app", "/b/app"]],
  [
    "without PATH",
    { Cmd: ["app"], Env: [] },
    ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"].map(
      (folder) => `${folder}/app`,
    ),
  ],
])("a program is looked for %s", (_, config, paths) => {
  expect(startOf(config)?.first.paths).toEqual(paths);
});
