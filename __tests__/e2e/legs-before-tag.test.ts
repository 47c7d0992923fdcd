// Merges whose tags wait for the proof.
import { expect, test } from "vitest";
import { type Asked, type Fault, faultProxy } from "./fault-proxy.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { leg, merge, needs, registries, run } from "./leg-jobs.ts";
import { isServed, type ManifestBody, manifest, putManifest, sha256 } from "./registry.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_AUTH: auth } = stack;
const repository = newRepository();
const built = `${http}/${repository}`;
const amd = await leg("linux/amd64", { tags: built });
const arm = await leg("linux/arm64", { tags: built });
const legs = { digests: needs(amd, arm), platforms: "linux/amd64,linux/arm64" };
const beforeTag = { ...legs, verify: "before-tag" };

const putOf = /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/]+)$/;

/** The tag, if one is moved. */
function movedTag({ method, path }: Asked): string | undefined {
  const { reference = "" } = (method === "PUT" && putOf.exec(path)?.groups) || {};
  return reference === "" || reference.startsWith("sha256:") ? undefined : reference;
}

/** A registry behind the proxy, which is another one for buildx. */
async function registry(fault?: Fault) {
  const proxy = await faultProxy(fault);
  const settings = `${registries}\n${proxy.address}: {http: true}`;
  return { ...proxy, settings, [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() };
}

test("the index is pushed without a tag, proven, and then gets its tags, in all repositories", async () => {
  const annotations = "index:a.b=c d\nmanifest-descriptor[linux/arm64]:e.f=g";
  const given = { ...legs, annotations };
  await using near = await registry();
  const there = `${near.address}/${repository}`;
  const tags = `${there}:1,${there}:2,${auth}/${repository}:3`;
  const merged = await merge({ ...given, tags, registries: near.settings, verify: "before-tag" });
  expect(merged.exitCode, merged.log).toBe(0);
  const { digest } = merged.outputs;
  const usual = await merge({ ...given, tags: `${built}:usual` });
  expect(usual.exitCode, usual.log).toBe(0);
  expect(digest).toBe(usual.outputs["digest"]);
  expect(merged.outputs["manifests"]).toBe(usual.outputs["manifests"]);

  const moved = near.asked.filter((asked) => movedTag(asked) !== undefined);
  expect(moved.map(movedTag).sort()).toEqual(["1", "2"]);
  expect(moved.map((asked) => sha256(Buffer.from(asked.manifest ?? "")))).toEqual([digest, digest]);
  const [first] = moved;
  const proof = near.asked.slice(0, first && near.asked.indexOf(first));
  const read = proof.filter(({ userAgent }) => userAgent === "crossbuild").map(({ path }) => path);
  const far = await manifest(auth, repository, "3");
  expect(far.digest).toBe(digest);
  expect(far.body).toMatchObject({ annotations: { "a.b": "c d" } });
  const { manifests = [] } = far.body;
  expect(manifests).toHaveLength(4);
  for (const one of [digest, ...manifests.map((entry) => entry.digest)]) {
    expect(read).toContain(`/v2/${repository}/manifests/${one}`);
  }
});

test("a leg that is a plain manifest becomes the same index as without before-tag, copied to where it lacks", async () => {
  const name = newRepository();
  const environment = { ...run, BUILDX_NO_DEFAULT_ATTESTATIONS: "1" };
  const alone = await leg("linux/arm64", { tags: `${http}/${name}` }, environment);
  const digests = needs(alone);
  const usual = await merge({ digests, tags: `${http}/${name}:1` });
  const tags = `${http}/${name}:2,${auth}/${name}/copy:2`;
  const merged = await merge({ digests, tags, verify: "before-tag" });
  expect(merged.exitCode, merged.log).toBe(0);
  expect(merged.log).toContain("::group::Proven; now for its 2 tags");
  expect(merged.outputs["digest"]).toBe(usual.outputs["digest"]);
  expect((await manifest(http, name, "2")).digest).toBe(usual.outputs["digest"]);
  const copied = await manifest(auth, `${name}/copy`, "2");
  expect(copied.digest).toBe(usual.outputs["digest"]);
  const { digest = "" } = copied.body.manifests?.[0] ?? {};
  expect((await manifest(auth, `${name}/copy`, digest)).digest).toBe(alone.outputs["digest"]);
});

/** A leg for both platforms, each of which has the other's manifest. */
async function bentLeg(): Promise<string> {
  const [first, second] = [amd, arm].map(({ outputs }) => outputs["digest"] ?? "");
  const { body } = await manifest(http, repository, first ?? "");
  const other: ManifestBody = (await manifest(http, repository, second ?? "")).body;
  const images = [...(body.manifests ?? []), ...(other.manifests ?? [])].filter(
    ({ platform }) => platform?.os === "linux",
  );
  const platforms = images.map(({ platform }) => platform).reverse();
  const manifests = images.map((one, at) => ({ ...one, platform: platforms[at] }));
  const digest = await putManifest(repository, undefined, JSON.stringify({ ...body, manifests }));
  const handed = `${built}@${digest} run=${run.GITHUB_RUN_ID}`;
  return JSON.stringify({ "leg-linux-amd64": handed, "leg-linux-arm64": handed });
}

test.each([
  ["true", 1, true, "::error::what was pushed is not what was asked for%0A"],
  ["false", 0, true, "Pushed sha256:"],
  [
    "before-tag",
    1,
    false,
    "::error::what was pushed is not what was asked for, and no tag was moved%0A",
  ],
])(
  "with verify %s, an image whose platforms have each other's programs",
  async (verify, exitCode, moves, words) => {
    const tags = `${built}:${verify}`;
    const good = await merge({ ...legs, tags });
    expect(good.exitCode, good.log).toBe(0);
    const { digest } = good.outputs;
    const merged = await merge({ ...legs, digests: await bentLeg(), tags, verify });
    expect(merged.exitCode, merged.log).toBe(exitCode);
    expect(merged.log).toContain(words);
    expect(merged.log.includes("linux/arm64 has a config for linux/amd64")).toBe(exitCode === 1);
    const now = (await manifest(http, repository, verify)).digest;
    expect(now === digest).toBe(!moves);
  },
);

test("a registry that does not take the index keeps all tags where they are", async () => {
  await using refusing = await registry(({ method, path }) =>
    method === "PUT" && path.includes("/manifests/") ? { status: 403 } : undefined,
  );
  const tags = `${built}:kept,${refusing.address}/${newRepository()}:kept`;
  const merged = await merge({ ...beforeTag, tags, registries: refusing.settings });
  expect(merged.exitCode, merged.log).toBe(1);
  expect(merged.log).toMatch(/::error::.*while merging the legs; no tag was moved.*403/);
  expect(await isServed(http, repository, "kept")).toBe(false);
  expect(refusing.asked.flatMap((asked) => movedTag(asked) ?? [])).toEqual([]);
});

test("a registry that does not take a tag is named, and the next run moves what is left", async () => {
  let refuses = true;
  await using refusing = await registry((asked) =>
    refuses && movedTag(asked) !== undefined ? { status: 403 } : undefined,
  );
  const far = `${refusing.address}/${repository}`;
  const tags = `${built}:first,${far}:second`;
  const inputs = { ...beforeTag, tags, registries: refusing.settings };
  const refused = await merge(inputs);
  expect(refused.exitCode, refused.log).toBe(1);
  expect(refused.log).toMatch(new RegExp(`::error::.*while moving the tags of ${far}.*403`));
  expect(await isServed(http, repository, "second")).toBe(false);
  refuses = false;
  const again = await merge(inputs);
  expect(again.exitCode, again.log).toBe(0);
  for (const tag of ["first", "second"]) {
    expect((await manifest(http, repository, tag)).digest).toBe(again.outputs["digest"]);
  }
});

test("a registry from which nothing can be read fails the proof, and with verify: false it is a warning", async () => {
  await using unread = await registry(({ userAgent }) =>
    userAgent === "crossbuild" ? { status: 403 } : undefined,
  );
  const inputs = { ...legs, registries: unread.settings };
  const tags = (tag: string) => `${unread.address}/${repository}:${tag}`;
  const proven = await merge({ ...inputs, tags: tags("proven"), verify: "before-tag" });
  expect(proven.exitCode, proven.log).toBe(1);
  expect(proven.log).toMatch(/::error::.*403/);
  expect(await isServed(http, repository, "proven")).toBe(false);
  const believed = await merge({ ...inputs, tags: tags("believed"), verify: "false" });
  expect(believed.exitCode, believed.log).toBe(0);
  expect(believed.log).toMatch(/::warning::.*403/);
  expect((await manifest(http, repository, "believed")).digest).toBe(believed.outputs["digest"]);
});
