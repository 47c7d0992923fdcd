// How the images of BuildKit and of the emulators get to the engine.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { loopback } from "../../scripts/stack/registry.ts";
import { docker, everything, removeEmulators } from "./docker.ts";
import { type Asked, faultProxy } from "./fault-proxy.ts";
import { dockerfile, stack } from "./inputs-for.ts";
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
const ofBuildkit = ({ path }: Asked) => path.includes("/moby/buildkit/manifests/");

test("a registry that limits pulls is not asked before the time in its Retry-After", async () => {
  const limit = 5000;
  let until: number | undefined;
  const promises: { readonly at: number; readonly until: number }[] = [];
  await using proxy = await faultProxy((asked) => {
    until ??= ofBuildkit(asked) ? asked.at + limit : undefined;
    if (!ofBuildkit(asked) || until === undefined || asked.at >= until) return undefined;
    const seconds = Math.ceil((until - asked.at) / 1000);
    promises.push({ at: asked.at, until: asked.at + seconds * 1000 });
    return { status: 429, headers: { "retry-after": `${seconds}` }, body: "slow down" };
  });
  await using _without = await withoutToolImages();
  await using place = await job({ files });
  const main = await place.main({ ...here, mirrors: proxy.address });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/the registry wants to be asked again in \d s/);
  // The engine does not pass on what it was told, so that the step asks once by itself.
  const own = proxy.asked.filter(({ userAgent }) => userAgent === "crossbuild");
  expect(own).toHaveLength(1);
  const [{ at } = { at: 0 }] = own;
  const promise = promises.find((one) => one.at === at);
  const later = proxy.asked.filter((asked) => ofBuildkit(asked) && asked.at > at);
  expect(later.length).toBeGreaterThan(0);
  for (const asked of later) expect(asked.at).toBeGreaterThanOrEqual(promise?.until ?? Infinity);
});

test("a registry with a long Retry-After is not waited for", async () => {
  const patient = { status: 429, headers: { "retry-after": "600" } };
  await using proxy = await faultProxy((asked) => (ofTools(asked) ? patient : undefined));
  await using place = await job({ files });
  const name = "tonistiigi/binfmt:crossbuild-nowhere";
  const inputs = { ...here, mirrors: proxy.address, qemu: "mips64", "binfmt-image": name };
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode).toBe(1);
  const error = main.log.split("::error::")[1] ?? "";
  expect(error).toContain(`- ${proxy.address}/${name}: `);
  expect(error).toContain("the registry wants to be asked again in 600 s");
  expect(main.milliseconds).toBeLessThan(60_000);
});

test("a pull that broke off is tried again", async () => {
  let broken = 0;
  await using proxy = await faultProxy((asked) => {
    if (!ofBuildkit(asked) || broken === 2) return undefined;
    broken++;
    return broken === 1 ? "reset" : { status: 503 };
  });
  await using _without = await withoutToolImages();
  await using place = await job({ files });
  const main = await place.main({ ...here, mirrors: proxy.address });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(broken).toBe(2);
});

test("of several images of emulators, the first available one is used", async () => {
  await using place = await job({ files });
  await removeEmulators("qemu-s390x");
  const images = [`${mirror}/nowhere/binfmt:1`, `${mirror}/${binfmt}`];
  await docker("image", "rm", images[1] ?? "").catch(() => "");
  const inputs = { ...here, mirrors: mirror, qemu: "s390x", "binfmt-image": images.join("\n") };
  const main = await place.main(inputs);
  await place.post();
  await removeEmulators("qemu-s390x");
  expect(main.exitCode, main.log).toBe(0);
  for (const image of images) expect(main.log).toContain(`docker pull --quiet ${image}`);
  expect(main.log).toMatch(new RegExp(`docker run .* ${images[1]} --install s390x`));
});

test("an image that is available nowhere: the error has every place, its message, and what to try", async () => {
  await using down = await faultProxy(() => ({ status: 503 }));
  await using place = await job({ files });
  const before = await everything();
  const name = "crossbuild-nowhere/binfmt:1";
  const mirrors = `${down.address},${mirror}`;
  const main = await place.main({ ...here, mirrors, qemu: "mips64", "binfmt-image": name });
  await place.post();
  expect(main.exitCode).toBe(1);
  const error = main.log.split("::error::")[1] ?? "";
  expect(error).toContain(`- ${down.address}/${name}: `);
  expect(error).toMatch(/503/);
  expect(error).toContain(`- ${mirror}/${name}: `);
  expect(error).toMatch(/manifest unknown|not found/);
  expect(error).toContain(`- docker.io/${name}: `);
  expect(error).toContain("What to try: in `mirrors`, name registries that have the image");
  expect(down.asked.length).toBeGreaterThan(2);
  expect(await everything()).toEqual(before);
});

test("a mirror that asks for a password gets the one from the inputs", async () => {
  const login = { username: "reader", password: `word-${crypto.randomUUID()}` };
  const basic = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  await using proxy = await faultProxy(({ authorization }) =>
    authorization === basic
      ? undefined
      : { status: 401, headers: { "www-authenticate": 'Basic realm="mirror"' } },
  );
  await using _without = await withoutToolImages();
  await using place = await job({ files });
  const inputs = { ...here, mirrors: proxy.address };
  const registries = `"${proxy.address}": ${JSON.stringify({ http: true, ...login })}`;
  const main = await place.main({ ...inputs, registries });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain(`docker pull --quiet ${proxy.address}/${buildkit}`);
  expect(main.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(login.password);
  await docker("image", "rm", `${proxy.address}/${buildkit}`);
  const refused = await place.main(inputs);
  await place.post();
  expect(refused.exitCode).toBe(1);
  expect(refused.log).toMatch(/::error::.*What to try: .*log in to the registry/);
});
