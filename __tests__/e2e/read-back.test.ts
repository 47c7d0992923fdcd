// What is read back after a push, from registries that lag, lie, or have something else.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { type Answer, type Asked, faultProxy } from "./fault-proxy.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: host, STACK_REGISTRY_TLS: tls, STACK_CA: ca } = stack;
const files = { Dockerfile: dockerfile };
const platforms = "linux/amd64,linux/arm64";
const missing: Answer = {
  status: 404,
  body: '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}',
};

// Calls `fault` for what is read once the tag has been pushed.
function afterPush(fault: (asked: Asked, since: number) => Answer | undefined) {
  let pushed: number | undefined;
  return (asked: Asked): Answer | undefined => {
    if (asked.method === "PUT" && asked.path.endsWith("/manifests/1")) pushed = asked.at;
    else if (pushed !== undefined) return fault(asked, asked.at - pushed);
    return undefined;
  };
}

const isManifest = ({ path }: Asked) => path.includes("/manifests/");

test("a registry that lags three seconds behind the push is waited for", async () => {
  await using proxy = await faultProxy(
    afterPush((asked, since) => (isManifest(asked) && since < 3000 ? missing : undefined)),
  );
  await using place = await job({ files });
  const repository = newRepository();
  const tags = `${proxy.address}/${repository}:1`;
  const main = await place.main({ ...privateRegistry, platforms, tags, push: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
  expect(JSON.parse(main.outputs["manifests"] ?? "")).toHaveLength(2);
  promiseKept({
    section: "faults",
    fault: "the registry answers 404 for 3 s after the push",
    promise: "the step asks again until the image is there",
    figure: "read back, with both platforms",
  });
});

test("a registry that refuses to be read is not asked again, and says why", async () => {
  const refused: Answer = { status: 403, body: '{"errors":[{"code":"DENIED"}]}' };
  await using proxy = await faultProxy(
    afterPush((asked) => (asked.method === "PUT" ? undefined : refused)),
  );
  await using place = await job({ files });
  const tags = `${proxy.address}/${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, tags, push: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*403 Forbidden/);
  // The digest and the tag fail for one cause, which is told once, with one remedy.
  expect(main.log.match(/403 Forbidden/g)).toHaveLength(1);
  expect(main.log.match(/What to try/g)).toHaveLength(1);
  const end = proxy.asked.findLastIndex(({ method }) => method === "PUT");
  expect(proxy.asked.slice(end + 1).length).toBeLessThan(10);
});

test("a login page in place of the pushed image is reported as one", async () => {
  const headers = { "content-type": "text/html" };
  const page: Answer = { status: 200, headers, body: "<!doctype html><title>Log in</title>" };
  await using proxy = await faultProxy(
    afterPush((asked) => (asked.method === "PUT" ? undefined : page)),
  );
  await using place = await job({ files });
  const tags = `${proxy.address}/${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, tags, push: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::reading .* back, failed: it answers with a web page/);
  expect(main.log.match(/web page/g)).toHaveLength(1);
});

test("verify: false takes the digests that it can get, and never fails because of what it reads", async () => {
  await using proxy = await faultProxy(
    afterPush((asked) => (asked.method === "PUT" ? undefined : { status: 403 })),
  );
  await using place = await job({ files });
  const repository = newRepository();
  const inputs = { ...privateRegistry, platforms, push: "true", verify: "false" };
  const main = await place.main({ ...inputs, tags: `${proxy.address}/${repository}:1` });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/::warning::.*403 Forbidden/);
  const { digest, body } = await manifest(host, repository, "1");
  expect(main.outputs["digest"]).toBe(digest);
  expect(main.outputs["digests"]).toBe("{}");

  const other = await place.main({ ...inputs, tags: `${host}/${repository}:2` });
  await place.post();
  expect(other.exitCode, other.log).toBe(0);
  expect(Object.keys(JSON.parse(other.outputs["digests"] ?? ""))).toEqual([
    "linux/amd64",
    "linux/arm64",
  ]);
  expect(body.manifests).toHaveLength(4);
});

test("a registry that serves other bytes is reported, with all its errors at once", async () => {
  const body = '{"schemaVersion":2,"config":{},"layers":[]}';
  const headers = {
    "content-type": "application/vnd.oci.image.manifest.v1+json",
    "content-length": `${body.length}`,
  };
  const pushed = new Set<string>();
  await using proxy = await faultProxy(({ method, path }) => {
    const digest = /\/manifests\/(sha256:\w+)$/.exec(path)?.[1];
    // The index is pushed by its tag.
    if (digest !== undefined && method === "PUT") pushed.add(digest);
    if (digest === undefined || !["GET", "HEAD"].includes(method) || !pushed.has(digest)) {
      return undefined;
    }
    const served = { ...headers, "docker-content-digest": digest };
    return { status: 200, headers: served, ...(method === "GET" ? { body } : {}) };
  });
  await using place = await job({ files });
  const tags = `${proxy.address}/${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, platforms, tags, push: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("::error::what was pushed is not what was asked for");
  for (const what of [
    "manifest of linux/amd64",
    "manifest of linux/arm64",
    "attestation manifest",
  ]) {
    expect(main.log).toMatch(new RegExp(`- the ${what}.* has other bytes than sha256:`));
  }
});

test("a platform under two names is built once, and the log says so", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const given = { platforms: "linux/arm64,linux/arm64/v8", tags: `${host}/${repository}:1` };
  const main = await place.main({ ...privateRegistry, ...given, push: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("linux/arm64/v8 is linux/arm64");
  expect(main.outputs["platforms"]).toBe("linux/arm64");
  expect(main.outputs["digest"]).toBe((await manifest(host, repository, "1")).digest);
});

test("a tag that the registry serves with another image than the pushed one is reported", async () => {
  let body: string | undefined;
  await using proxy = await faultProxy((asked) => {
    const { method, path } = asked;
    if (!path.endsWith("/manifests/1")) return undefined;
    if (method === "PUT") body = asked.manifest;
    // Whatever stands between a registry and its clients may take it for any other JSON.
    const headers = { "content-type": "application/json" };
    return method === "GET" && body !== undefined ? { status: 200, headers, body } : undefined;
  });
  await using place = await job({ files });
  const tags = `${proxy.address}/${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, platforms, tags, push: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /:1 is served as application\/json, and is application\/vnd\.oci\.image\.index\.v1\+json/,
  );
});

test("a tag that another job has moved in the meantime is reported", async () => {
  const repository = newRepository();
  await using place = await job({ files });
  const first = await place.main({
    ...privateRegistry,
    tags: `${host}/${repository}:1`,
    push: "true",
  });
  await place.post();
  const taken = await manifest(host, repository, "1");
  expect(first.exitCode, first.log).toBe(0);
  const headers = {
    "content-type": taken.body.mediaType,
    "docker-content-digest": taken.digest,
    "content-length": `${taken.size}`,
  };
  const text = await (
    await fetch(`http://${host}/v2/${repository}/manifests/1`, {
      headers: { accept: taken.body.mediaType },
    })
  ).text();
  await using proxy = await faultProxy(
    afterPush(({ method, path }) =>
      path.endsWith("/manifests/1")
        ? { status: 200, headers, ...(method === "HEAD" ? {} : { body: text }) }
        : undefined,
    ),
  );
  const main = await place.main({
    ...privateRegistry,
    platforms,
    tags: `${proxy.address}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain(`/${repository}:1 resolves to ${taken.digest}, not sha256:`);
});

test.each(["true", "before-tag"])(
  "one build goes to several repositories in two registries, with verify: %s",
  async (verify) => {
    await using place = await job({ files });
    const [one, other] = [newRepository(), newRepository()];
    const main = await place.main({
      "driver-opts": "network=host",
      registries: `${host}: {http: true}\n${tls}: {ca: ${ca}}`,
      mirrors: host,
      platforms,
      tags: `${host}/${one}:1,${host}/${one}:2,${host}/${other}:1,${tls}/${one}:3`,
      push: "true",
      verify,
    });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    const served = await Promise.all([
      manifest(host, one, "1"),
      manifest(host, one, "2"),
      manifest(host, other, "1"),
      manifest(tls, one, "3"),
    ]);
    expect(served.map(({ digest }) => digest)).toEqual(Array(4).fill(main.outputs["digest"]));
    const names = [`${host}/${one}`, `${host}/${other}`, `${tls}/${one}`];
    expect(main.outputs["image-refs"]).toBe(
      names.map((name) => `${name}@${main.outputs["digest"]}`).join("\n"),
    );
  },
);
