// Loading several platforms, and builders that are not there.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { job, type Texts } from "../../scripts/run-action.ts";
import { docker, everything } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { modernEngine } from "./modern-engine.ts";
import { ownBuilder } from "./own-builder.ts";
import type { ManifestBody } from "./registry.ts";

const execute = promisify(execFile);
const files = { Dockerfile: dockerfile };
const ofEngine = { registries: `${stack.STACK_REGISTRY_HTTP}: {http: true}` };
const platforms = "linux/amd64,linux/arm64";

test("several platforms are loaded into an engine with containerd's image store, with their digests", async () => {
  await using engine = await modernEngine();
  await using place = await job({ files, environment: engine.environment });
  for (const driver of ["docker", "docker-container"]) {
    const name = `${newRepository()}:1`;
    const settings = driver === "docker" ? ofEngine : privateRegistry;
    const main = await place.main({ ...settings, driver, platforms, tags: name, load: "true" });
    const post = await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(post.exitCode, post.log).toBe(0);
    const cpus = platforms
      .split(",")
      .map((platform) => printedBy(name, platform, engine.environment));
    expect(await Promise.all(cpus)).toEqual(["x86_64", "aarch64"]);
    const digest = main.outputs["digest"] ?? "";
    const held = await manifestsHeld(name, digest, engine.environment);
    expect(JSON.parse(main.outputs["digests"] ?? "")).toEqual(held);
    expect(main.outputs["platforms"]).toBe(platforms);
  }
});

/** The manifests by platform that the index in the engine's archive of the image has. */
async function manifestsHeld(name: string, digest: string, environment: Texts): Promise<Texts> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-load-"));
  try {
    const file = join(folder, "image.tar");
    await docker("image", "save", name, "--output", file, environment);
    const blob = `blobs/${digest.replace(":", "/")}`;
    const { stdout } = await execute("tar", ["--extract", "--to-stdout", "--file", file, blob]);
    const { manifests = [] }: ManifestBody = JSON.parse(stdout);
    const images = manifests.filter(({ platform }) => platform?.os === "linux");
    return Object.fromEntries(
      images.map((one) => [`linux/${one.platform?.architecture}`, one.digest]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the image prints when it runs; read from its log, which is whole whenever it is asked for. */
async function printedBy(
  name: string,
  platform: string,
  environment: { readonly DOCKER_HOST: string },
): Promise<string> {
  const id = await docker("run", "--detach", "--platform", platform, name, environment);
  await docker("wait", id, environment);
  const printed = await docker("logs", id, environment);
  await docker("rm", id, environment);
  return printed;
}

test("an engine that can't load several platforms is reported before anything is changed", async () => {
  await using place = await job({ files });
  const before = await everything();
  const tags = `${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, platforms, tags, load: "true" });
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::`load`: the engine's image store holds no image for several/);
  expect(main.log).toContain("`outputs: type=oci,dest=image.tar`");
  expect(main.log).not.toContain("docker buildx create");
  await place.post();
  expect(await everything()).toEqual(before);
});

test("attestations that the engine can't load have an error of their own", async () => {
  await using place = await job({ files });
  const tags = `${newRepository()}:1`;
  const given = { ...privateRegistry, tags, load: "true", provenance: "mode=max" };
  const main = await place.main(given);
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::`load`: the engine's image store holds no attestations/);
  expect(main.log).not.toContain("one platform");
  expect(main.log).not.toContain("docker buildx create");
});

test("a builder that does not exist is reported, with the one that was probably meant", async () => {
  await using builder = await ownBuilder();
  await using place = await job({ files });
  const main = await place.main({ builder: builder.name.replace("own", "onw") });
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    new RegExp(`::error::\`builder\`: there is no builder .*did you mean \`${builder.name}\`\\?`),
  );
  await place.post();
});

test("the builder that the step creates permits what `allow` asks for", async () => {
  const text = "FROM alpine:3.19\nRUN --network=host cat /proc/net/route\n";
  await using place = await job({ files: { Dockerfile: text } });
  const main = await place.main({ ...privateRegistry, "driver-opts": "", allow: "network.host" });
  await place.post();
  expect(main.log).toContain("--buildkitd-flags --allow-insecure-entitlement=network.host");
  expect(main.log).not.toContain("network.host is not allowed");
});
