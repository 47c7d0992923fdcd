// Against a server that keeps what it gets, as it has to show what two jobs at once do.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { registryClient } from "../../src/effects/registry-client.ts";
import { attacher } from "../../src/effects/registry-referrer.ts";
import { digestOf } from "../../src/effects/sha256.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { type Artifact, artifactOf } from "../../src/result/sign-artifact.ts";

const subject = {
  digest: digestOf("subject"),
  mediaType: "application/vnd.oci.image.index.v1+json",
  size: 7,
  what: "index",
};
const artifact = (text: string): Artifact =>
  artifactOf(
    subject,
    { mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json", text, predicateType: "test" },
    { digestOf, created: new Date(0) },
  );
const tag = subject.digest.replace(":", "-");

type Options = {
  /** Whether it has the referrers API; `silently`: without saying so to who writes. */
  readonly listsReferrers?: boolean | "silently";
  /** What happens before the tag is written for the first time. */
  readonly meanwhile?: (manifests: Map<string, string>) => void;
  /** The first answers to a write, in place of its own. */
  readonly failing?: number[];
};

async function registry({ listsReferrers = false, meanwhile, failing = [] }: Options = {}) {
  const manifests = new Map<string, string>();
  const blobs = new Map<string, Buffer>();
  const requests: string[] = [];
  let written = false;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? "", "http://registry");
    const name = url.pathname.split("/").at(-1) ?? "";
    requests.push(`${request.method} ${url.pathname.replace("/v2/team/app/", "")}`);
    const failure = request.method === "GET" ? undefined : failing.shift();
    if (failure !== undefined) return response.writeHead(failure).end();
    if (request.method === "POST") {
      return response.writeHead(202, { location: "/v2/team/app/blobs/uploads/1?state=x" }).end();
    }
    if (request.method === "PUT" && url.pathname.includes("/blobs/")) {
      const digest = url.searchParams.get("digest") ?? "";
      const actual = `sha256:${createHash("sha256").update(body).digest("hex")}`;
      blobs.set(digest, body);
      return response.writeHead(digest === actual ? 201 : 400).end();
    }
    if (request.method === "PUT") {
      if (name === tag && !written) {
        written = true;
        meanwhile?.(manifests);
      }
      manifests.set(name, body.toString());
      const about = listsReferrers === true ? { "oci-subject": subject.digest } : {};
      return response.writeHead(201, about).end();
    }
    if (url.pathname.includes("/referrers/") && listsReferrers !== false) {
      return response.end(JSON.stringify({ schemaVersion: 2, manifests: [] }));
    }
    const manifest = manifests.get(name);
    return response.writeHead(manifest === undefined ? 404 : 200).end(manifest);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const access = { hosts: {}, dockerConfig: undefined, logins: {}, proxies: {} };
  const shell = systemShell({});
  const { attach } = attacher(registryClient(access, shell));
  return {
    ...{ manifests, blobs, requests },
    attach: (artifacts: readonly Artifact[]) =>
      attach(`${host}/team/app`, subject.digest, artifacts),
    listed: () =>
      (JSON.parse(manifests.get(tag) ?? '{"manifests":[]}').manifests as { digest: string }[]).map(
        ({ digest }) => digest,
      ),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test.each([true, "silently"] as const)(
  "an artifact is a manifest that names its subject, with a blob and an empty config (listed: %s)",
  async (listsReferrers) => {
    await using there = await registry({ listsReferrers });
    const one = artifact('{"a":1}');
    await there.attach([one]);
    const manifest = JSON.parse(there.manifests.get(one.referrer.digest) ?? "{}");
    expect(manifest).toMatchObject({
      artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      subject: { digest: subject.digest, size: 7, mediaType: subject.mediaType },
      annotations: { "dev.sigstore.bundle.predicateType": "test" },
    });
    for (const { digest, size } of [manifest.config, ...manifest.layers]) {
      expect(there.blobs.get(digest)).toHaveLength(size);
    }
    // A registry that lists referrers needs no tag.
    expect([...there.manifests.keys()]).toEqual([one.referrer.digest]);
  },
);

test("without the referrers API the tag of the subject lists all, also those that were there", async () => {
  await using there = await registry();
  const [one, two, three] = ["1", "2", "3"].map(artifact) as [Artifact, Artifact, Artifact];
  await there.attach([one]);
  await there.attach([two, three]);
  expect(there.listed()).toEqual([one, two, three].map(({ referrer }) => referrer.digest));
  // What is there already is not listed twice.
  await there.attach([one]);
  expect(there.listed()).toHaveLength(3);
  const index = JSON.parse(there.manifests.get(tag) ?? "");
  expect(index.manifests[0]).toEqual(one.referrer);
});

test("what another job writes in between stays, and so does ours", async () => {
  const other = artifact("other").referrer;
  const index = { schemaVersion: 2, manifests: [other] };
  await using there = await registry({
    // It has read the tag before we write it, and writes after us.
    meanwhile: (manifests) => {
      setTimeout(() => manifests.set(tag, JSON.stringify(index)), 20);
    },
  });
  const own = artifact("own");
  await there.attach([own]);
  expect(there.listed()).toEqual([other.digest, own.referrer.digest]);
});

test("two that attach at once find both listed", async () => {
  await using there = await registry();
  const [one, two] = [artifact("1"), artifact("2")];
  await Promise.all([there.attach([one]), there.attach([two])]);
  expect(there.listed().toSorted()).toEqual(
    [one, two].map(({ referrer }) => referrer.digest).toSorted(),
  );
});

test("the empty config is pushed once for all subjects of a repository", async () => {
  await using there = await registry({ listsReferrers: true });
  await Promise.all([there.attach([artifact("1")]), there.attach([artifact("2")])]);
  expect(there.requests.filter((one) => one.startsWith("POST"))).toHaveLength(3);
});

test.each([
  [403, "403 Forbidden"],
  [503, "503 Service Unavailable"],
])("a refusal (%i) is an error with the registry's answer", async (status, words) => {
  await using there = await registry({ failing: [status] });
  await expect(there.attach([artifact("1")])).rejects.toMatchObject({
    name: "RegistryError",
    words: expect.stringContaining(words),
    status,
  });
  // Tried again, it takes everything.
  await there.attach([artifact("1")]);
  expect(there.listed()).toHaveLength(1);
});
