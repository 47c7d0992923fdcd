// The lines that `npm run -s stack -- env` prints, as a shell reads them.
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { exportLines, type StackEnvironment } from "../../scripts/stack/environment.ts";

const environment: StackEnvironment = {
  DOCKER_HOST: "unix:///a stack/docker.sock",
  BUILDX_CONFIG: "/stack/buildx",
  DOCKER_CONFIG: "/stack/docker",
  PATH: "/stack/bin:/usr/bin:/bin",
  STACK_REGISTRY_HTTP: "registry.crossbuild.test:5000",
  STACK_REGISTRY_TLS: "registry.crossbuild.test:5443",
  STACK_REGISTRY_AUTH: "registry.crossbuild.test:5444",
  STACK_CA: "/stack/ca.pem",
  STACK_CA_BUNDLE: "/stack/ca-bundle.pem",
  STACK_USERNAME: "crossbuild",
  STACK_PASSWORD: 'it\'s $HOME `id` "quoted"',
  STACK_BUILDKIT_IMAGE: "moby/buildkit:v0.32.2",
  STACK_BINFMT_IMAGE: "tonistiigi/binfmt:qemu-v10.2.3-68",
  STACK_BUILDKITD_TOML: "/stack/buildkitd.toml",
};

describe("exportLines", () => {
  it("prints one export line for every variable and nothing else", () => {
    const lines = exportLines(environment);
    expect(lines).toHaveLength(Object.keys(environment).length);
    for (const line of lines) expect(line).toMatch(/^export [A-Z_]+='/);
  });

  it("gives a shell every value unchanged, quotes and dollar signs too", () => {
    const script = `${exportLines(environment).join("\n")}\nenv -0`;
    const printed = execFileSync("/bin/sh", ["-c", script], { env: {}, encoding: "utf8" });
    const variables = Object.fromEntries(
      printed.split("\0").map((entry) => [entry.split("=")[0], entry.replace(/^[^=]*=/, "")]),
    );
    expect(variables).toMatchObject(environment);
  });
});
