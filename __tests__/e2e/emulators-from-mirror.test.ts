// Emulators that are missing, with images of which only a mirror or the engine has a copy.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { loopback } from "../../scripts/stack/registry.ts";
import { docker, everything, removeEmulators } from "./docker.ts";
import { type Asked, faultProxy } from "./fault-proxy.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";
import { withoutToolImages } from "./tool-images.ts";

const files = { Dockerfile: dockerfile };
const {
  STACK_REGISTRY_HTTP: host,
  STACK_BUILDKIT_IMAGE: buildkit,
  STACK_BINFMT_IMAGE: binfmt,
} = stack;
const here = {
  "driver-opts": "network=host",
  "buildkitd-config-inline": `[registry."${host}"]\nhttp = true`,
};
const mirror = loopback(host);

const ofTools = ({ path }: Asked) => /\/(?:moby\/buildkit|tonistiigi\/binfmt)\//.test(path);

test("with images that only a mirror has, three platforms are built and pushed", async () => {
  await using place = await job({ files });
  await removeEmulators("qemu-aarch64");
  await using _without = await withoutToolImages();
  const before = await everything();
  const repository = newRepository();
  const platforms = "linux/amd64,linux/arm64,linux/arm/v7";
  const tags = `${host}/${repository}:1`;
  const inputs = { ...here, mirrors: mirror, platforms, tags, push: "true" };
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain(`docker pull --quiet ${mirror}/${buildkit}`);
  expect(main.log).toContain(`docker pull --quiet ${mirror}/${binfmt}`);
  expect(main.log).toMatch(
    /docker run --privileged --rm --network host --name crossbuild-\w+-binfmt /,
  );
  expect(main.log).toContain(` ${mirror}/${binfmt} --install arm64`);
  expect(main.outputs["digest"]).toBe((await manifest(host, repository, "1")).digest);
  expect(main.outputs["platforms"]).toBe(platforms);
  expect(await everything()).toEqual(before);
});

test("no registry is asked for an image that the engine has", async () => {
  await using proxy = await faultProxy();
  await using place = await job({ files });
  await docker("pull", "--quiet", `${proxy.address}/${buildkit}`);
  const earlier = proxy.asked.length;
  try {
    await removeEmulators("qemu-aarch64");
    const platforms = "linux/arm64";
    const main = await place.main({ ...here, mirrors: proxy.address, platforms });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toContain(`${proxy.address}/${buildkit}, which the engine has`);
    expect(main.log).not.toMatch(/\bERROR\b/);
    expect(main.log).not.toContain("docker pull");
    const asked = proxy.asked.slice(earlier);
    expect(asked.filter(ofTools)).toEqual([]);
    // The mirror is used all the same: for what the Dockerfile begins with.
    expect(asked.map(({ path }) => path).join("\n")).toContain("/library/alpine/");
  } finally {
    await docker("image", "rm", `${proxy.address}/${buildkit}`);
  }
});
