// Registries that fail for the moment, limit, refuse: what is pushed arrives, or the step says why.

import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Job, job, type Texts } from "../../scripts/run-action.ts";
import { buildsWithNewest } from "../../scripts/stack/newest-environment.ts";
import { promiseKept } from "../promise-kept.ts";
import { type Answer, type Asked, faultProxy } from "./fault-proxy.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { ownBuilder } from "./own-builder.ts";
import { manifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: host } = stack;
const own = await ownBuilder();
afterAll(() => own[Symbol.asyncDispose]());

const isManifestPut = ({ method, path }: Asked) => method === "PUT" && path.includes("/manifests/");
const isUpload = ({ method, path }: Asked) => method === "PUT" && path.includes("/blobs/uploads/");
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * A job whose image has a layer of `bytes` that no other image has. Its name differs too: BuildKit
 * takes contexts in folders of one name for one and the same, and sends what differs.
 */
async function jobWithLayer(bytes: number, print = (_: string) => {}): Promise<Job> {
  const name = crypto.randomUUID();
  const files = { Dockerfile: `FROM scratch\nCOPY ${name} /\n` };
  const place = await job({ files, print });
  await writeFile(join(place.workspace, name), randomBytes(bytes));
  return place;
}

const inputs = (tags: string, more: Texts = {}) => ({
  ...{ builder: own.name, tags, push: "true" },
  ...more,
});

describe.concurrent("a registry that", () => {
  test("answers 500, 502 and 503 many times gets the image, and no build step runs twice", async () => {
    const statuses = [500, 502, 503];
    let failed = 0;
    await using proxy = await faultProxy((asked) =>
      isManifestPut(asked) && failed < 13 ? { status: statuses[failed++ % 3] ?? 500 } : undefined,
    );
    const dockerfile = "FROM alpine:3.19\nRUN echo ran by $(cat /proc/sys/kernel/random/uuid)\n";
    await using place = await job({ files: { Dockerfile: dockerfile } });
    const repository = newRepository();
    const tags = `${proxy.address}/${repository}:1`;
    const main = await place.main(inputs(tags, { "no-cache": "true" }));
    expect(main.exitCode, main.log).toBe(0);
    expect(failed).toBe(13);
    expect(main.log.match(/^#\d+ \d+\.\d+ ran by /gm)).toHaveLength(1);
    expect(main.log).toMatch(/^Try 2 in 1s: a registry or the network failed.*without `no-cache`/m);
    expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
    promiseKept({
      section: "faults",
      fault: "a manifest's push answers 500, 502 and 503, 13 times in a row",
      promise: "the push succeeds within `retry-timeout`; no build step runs twice",
      figure: `pushed after ${seconds(main.milliseconds)}; the RUN ran once`,
    });
  });

  test("limits requests is not asked before the time in its Retry-After", async () => {
    let until: number | undefined;
    await using proxy = await faultProxy((asked): Answer | undefined => {
      until ??= isManifestPut(asked) ? asked.at + 3000 : undefined;
      if (until === undefined || asked.at >= until) return undefined;
      const wait = Math.ceil((until - asked.at) / 1000);
      return { status: 429, headers: { "retry-after": `${wait}` }, body: "slow down" };
    });
    await using place = await jobWithLayer(100);
    const repository = newRepository();
    const main = await place.main(inputs(`${proxy.address}/${repository}:1`));
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(/^Try 2 in \ds, as the registry asks: a registry limits/m);
    // BuildKit does not pass on what it was told, so that the step asks once by itself.
    const told = proxy.asked.findIndex(({ userAgent }) => userAgent === "crossbuild");
    const [question, next] = proxy.asked.slice(told, told + 2);
    const wait = (next?.at ?? 0) - (question?.at ?? 0);
    expect(wait).toBeGreaterThanOrEqual(Math.ceil((until ?? 0) - (question?.at ?? 0)));
    expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
    promiseKept({
      section: "faults",
      fault: "a push answers 429 with Retry-After",
      promise: "the step waits that long, asks nothing earlier, and succeeds",
      figure: `asked to wait until ${seconds((until ?? 0) - (question?.at ?? 0))} later; asked again after ${seconds(wait)}`,
    });
  });

  test("breaks off an upload gets the whole image in the end", async () => {
    let cuts = 0;
    await using proxy = await faultProxy((asked) =>
      isUpload(asked) && cuts < 9 && ++cuts > 0 ? "cut" : undefined,
    );
    await using place = await jobWithLayer(3_000_000);
    const repository = newRepository();
    const plain = { provenance: "false" };
    const main = await place.main(inputs(`${proxy.address}/${repository}:1`, plain));
    expect(main.exitCode, main.log).toBe(0);
    expect(cuts).toBe(9);
    expect(main.log).toMatch(/^Try 2 in 1s: a registry or the network failed/m);
    const untroubled = await place.main(inputs(`${host}/${repository}-untroubled:1`, plain));
    expect(main.outputs["digest"]).toBe(untroubled.outputs["digest"]);
    expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
    promiseKept({
      section: "faults",
      fault: "the connection is reset in the middle of an upload, nine times",
      promise: "the push succeeds, with the same digest as an undisturbed push",
      figure: `pushed after ${seconds(main.milliseconds)}; the same digest`,
    });
  });

  test("takes half an upload and then stands still gets the image by another attempt", async () => {
    let stalls = 0;
    await using proxy = await faultProxy((asked) =>
      isUpload(asked) && stalls++ === 0 ? "silence" : undefined,
    );
    await using place = await jobWithLayer(3_000_000);
    const repository = newRepository();
    const plain = { provenance: "false", timeout: "push=2s" };
    const main = await place.main(inputs(`${proxy.address}/${repository}:1`, plain));
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(/^Try 2 in 1s: BuildKit said nothing/m);
    const untroubled = await place.main(inputs(`${host}/${repository}-untroubled:1`, plain));
    expect(main.outputs["digest"]).toBe(untroubled.outputs["digest"]);
    promiseKept({
      section: "faults",
      fault: "an upload stands still in the middle",
      promise:
        "when BuildKit has printed nothing for `timeout: push=…`, the push is tried again; it succeeds, with the same digest as an undisturbed push",
      figure: `with \`push=2s\`, pushed after ${seconds(main.milliseconds)}; the same digest`,
    });
  });

  test("accepts and never answers is given up at the phase's time limit", async () => {
    let began: number | undefined;
    await using proxy = await faultProxy(() => "silence");
    const print = (text: string) => {
      if (text.includes("::group::Build and push")) began ??= Date.now();
    };
    await using place = await jobWithLayer(100, print);
    const tags = `${proxy.address}/${newRepository()}:1`;
    const main = await place.main(inputs(tags, { timeout: "build=6s" }));
    const late = Date.now() - (began ?? 0) - 6000;
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(/::error::the build phase took longer than 6s.*`timeout: build=12s`/);
    expect(late).toBeLessThan(2000);
    promiseKept({
      section: "faults",
      fault: "a registry accepts connections and never answers",
      promise: "each phase ends at most 2 s after its time limit (`timeout`)",
      figure: `with \`build=6s\`, the step had failed ${seconds(late)} after that`,
    });
  });
});

test.concurrent("cache that can be neither read nor written is a warning, and the image is pushed", async () => {
  await using proxy = await faultProxy(() => ({ status: 500 }));
  await using place = await jobWithLayer(100);
  const repository = newRepository();
  const cache = `type=registry,ref=${proxy.address}/${repository}:cache`;
  const main = await place.main(
    inputs(`${host}/${repository}:1`, { "cache-from": cache, "cache-to": `${cache},mode=max` }),
  );
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/^::warning::The build did without: importing cache manifest .*500/m);
  expect(main.log).toMatch(
    /^::warning::The build did without: exporting cache to registry: .*500/m,
  );
  expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
  promiseKept({
    section: "faults",
    fault: "the registry that holds the cache answers 500 to all",
    promise: "a warning each for import and export; the job succeeds",
    figure: `two warnings; pushed after ${seconds(main.milliseconds)}`,
  });
});

test.concurrent("mirrors that fail, limit and stand still are named with the step's own image", async () => {
  await using down = await faultProxy(() => ({ status: 503 }));
  await using limiting = await faultProxy(() => ({
    status: 429,
    headers: { "retry-after": "600" },
  }));
  await using silent = await faultProxy(() => "silence");
  await using place = await jobWithLayer(100);
  const image = "crossbuild-nowhere/binfmt:1";
  const main = await place.main({
    ...{ qemu: "mips64", "binfmt-image": image, timeout: "pull=3s" },
    mirrors: [down, limiting, silent].map(({ address }) => address).join(","),
  });
  await place.post();
  expect(main.exitCode).toBe(1);
  const error = main.log.split("::error::")[1] ?? "";
  expect(error).toMatch(new RegExp(`- ${down.address}/${image}: .*503`));
  expect(error).toMatch(new RegExp(`- ${limiting.address}/${image}: .*asked again in 600 s`));
  expect(error).toContain(`- ${silent.address}/${image}: the pull did not end within 3s`);
  expect(error).toContain(`- docker.io/${image}: `);
  expect(error).toContain("What to try: in `mirrors`, name registries that have the image");
  promiseKept({
    section: "faults",
    fault: "the pull of the step's own image fails (503), is limited (429), times out",
    promise:
      "the mirrors are tried in turn; then an error names each host, its answer, and what to try",
    figure: `three mirrors and Docker Hub named after ${seconds(main.milliseconds)}`,
  });
});

/** A registry whose tokens come from its own endpoint, which answers as `token` says. */
function withTokens(token: (count: number) => Answer | undefined) {
  let count = 0;
  const given = { status: 200, body: '{"token":"a-token"}' };
  return ({ path, authorization }: Asked, address: string): Answer | undefined => {
    if (path.startsWith("/token")) return token(++count) ?? given;
    if (authorization !== undefined) return undefined;
    const challenge = `Bearer realm="http://${address}/token",service="registry"`;
    return { status: 401, headers: { "www-authenticate": challenge } };
  };
}

describe.concurrent("credentials", () => {
  test.each([
    ["refuses once", 401],
    ["fails once", 500],
  ])("a token endpoint that %s with %i is asked once more", async (what, status) => {
    const answer = withTokens((count) => (count === 1 ? { status } : undefined));
    await using proxy = await faultProxy((asked, address) => answer(asked, address));
    await using place = await jobWithLayer(100);
    const repository = newRepository();
    const main = await place.main(inputs(`${proxy.address}/${repository}:1`));
    expect(main.exitCode, main.log).toBe(0);
    // The newest BuildKit asks a token server that fails once more by itself.
    const asksItself = buildsWithNewest && status === 500;
    expect(main.log.match(/^Try \d/gm) ?? []).toHaveLength(asksItself ? 0 : 1);
    expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
    promiseKept({
      section: "faults",
      fault: `the token endpoint ${what}, with ${status}`,
      promise: "one more attempt, and the push succeeds",
      figure: `pushed by try 2, after ${seconds(main.milliseconds)}`,
    });
  });

  test.each([
    ["401", withTokens(() => ({ status: 401 }))],
    [
      "403",
      ({ method }: Asked) =>
        method === "POST"
          ? { status: 403, body: '{"errors":[{"code":"DENIED","message":"no such right"}]}' }
          : undefined,
    ],
  ])(
    "a real %s fails soon, and the error names credentials as the cause",
    async (status, fault) => {
      await using proxy = await faultProxy(fault);
      await using place = await jobWithLayer(100);
      const main = await place.main(inputs(`${proxy.address}/${newRepository()}:1`));
      const took = Date.now() - (proxy.asked[0]?.at ?? 0);
      expect(main.exitCode).toBe(1);
      expect(main.log.match(/^Try \d/gm) ?? []).toHaveLength(1);
      expect(main.log).toMatch(/::error::.*What to try: log in to the registry/);
      expect(took).toBeLessThan(10_000);
      promiseKept({
        section: "faults",
        fault: `a registry refuses the push for good, with ${status}`,
        promise:
          "one more attempt; the step fails within 10 s, and names the credentials as the cause",
        figure: `failed ${seconds(took)} after the registry was first asked`,
      });
    },
  );
});

// The words of Alibaba Cloud's registry.
const refusesArtifacts = ({ manifest: text = "" }: Asked): Answer | undefined =>
  text.includes("application/vnd.oci.empty.v1+json")
    ? {
        status: 403,
        body: '{"errors":[{"code":"DENIED","message":"unknown manifest class for application/vnd.oci.empty.v1+json"}]}',
      }
    : undefined;

describe.concurrent("a registry without OCI artifacts", () => {
  test("gets attestations in their older format", async () => {
    await using proxy = await faultProxy(refusesArtifacts);
    await using place = await jobWithLayer(100);
    const repository = newRepository();
    const main = await place.main(inputs(`${proxy.address}/${repository}:1`));
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(
      /^::warning::the registry refuses attestations that are OCI artifacts/m,
    );
    const { digest, body } = await manifest(host, repository, "1");
    expect(digest).toBe(main.outputs["digest"]);
    expect(body.manifests).toHaveLength(2);
    promiseKept({
      section: "faults",
      fault:
        "a registry refuses attestations that are OCI artifacts (`application/vnd.oci.empty.v1+json`)",
      promise:
        "`compat: auto` pushes once more, with attestations in their older format, and says so",
      figure: `pushed by try 2, after ${seconds(main.milliseconds)}, with its attestation`,
    });
  });

  test("is reported as such if `compat` is off", async () => {
    await using proxy = await faultProxy(refusesArtifacts);
    await using place = await jobWithLayer(100);
    const tags = `${proxy.address}/${newRepository()}:1`;
    const main = await place.main(inputs(tags, { compat: "off" }));
    expect(main.exitCode).toBe(1);
    expect(main.log).not.toMatch(/^Try \d/m);
    expect(main.log).toMatch(/::error::.*What to try: .*`compat: auto`.*`provenance: false`/);
  });
});
