// Pushes images that were made from layers to the stack's registry, as the OCI specifications say.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { StackError } from "./command.ts";
import type { Layer } from "./layer.ts";

/** One platform's image: its layers and how its containers start. */
export type PlatformImage = {
  readonly platform: Platform;
  readonly layers: readonly Layer[];
  readonly start: { readonly Cmd?: readonly string[]; readonly Entrypoint?: readonly string[] };
};

/** A platform as an index names it. */
export type Platform = {
  readonly os: "linux";
  readonly architecture: string;
  readonly variant?: string;
};

type Descriptor = { readonly mediaType: string; readonly digest: string; readonly size: number };

const oci = (name: string) => `application/vnd.oci.image.${name}`;

/** Pushes an index of these images to `repository:tag` of the registry at this address. */
export async function pushImage(
  address: string,
  name: { readonly repository: string; readonly tag: string },
  images: readonly PlatformImage[],
): Promise<void> {
  const repository = `http://${address}/v2/${name.repository}`;
  const manifests = await Promise.all(
    images.map(async (image) => ({
      ...(await pushPlatform(repository, image)),
      platform: image.platform,
    })),
  );
  const index = { schemaVersion: 2, mediaType: oci("index.v1+json"), manifests };
  await putManifest(repository, index, name.tag);
}

async function pushPlatform(repository: string, image: PlatformImage): Promise<Descriptor> {
  const { platform, layers, start } = image;
  for (const layer of layers) {
    await pushBlob(repository, layer.digest, () => readFile(layer.file));
  }
  const made = { created: "1970-01-01T00:00:00Z", created_by: "crossbuild test stack" };
  const config = Buffer.from(
    JSON.stringify({
      created: made.created,
      ...platform,
      config: { Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"], ...start },
      rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.diffId) },
      history: layers.map(() => made),
    }),
  );
  await pushBlob(repository, digestOf(config), async () => config);
  const manifest = {
    schemaVersion: 2,
    mediaType: oci("manifest.v1+json"),
    config: describe(oci("config.v1+json"), config),
    layers: layers.map(({ digest, size }) => ({
      mediaType: oci("layer.v1.tar+gzip"),
      digest,
      size,
    })),
  };
  return putManifest(repository, manifest);
}

async function pushBlob(
  repository: string,
  digest: string,
  read: () => Promise<Buffer>,
): Promise<void> {
  const there = await fetch(`${repository}/blobs/${digest}`, { method: "HEAD" });
  if (there.ok) return;
  const upload = await fetch(`${repository}/blobs/uploads/`, { method: "POST" });
  const location = upload.headers.get("location") ?? "";
  await expectCreated(
    await fetch(`${location}${location.includes("?") ? "&" : "?"}digest=${digest}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: new Uint8Array(await read()),
    }),
  );
}

async function putManifest(
  repository: string,
  manifest: { readonly mediaType: string },
  tag?: string,
): Promise<Descriptor> {
  const body = Buffer.from(JSON.stringify(manifest));
  const descriptor = describe(manifest.mediaType, body);
  const reference = tag ?? descriptor.digest;
  const headers = { "content-type": manifest.mediaType };
  const url = `${repository}/manifests/${reference}`;
  await expectCreated(await fetch(url, { method: "PUT", headers, body: new Uint8Array(body) }));
  return descriptor;
}

async function expectCreated(response: Response): Promise<void> {
  if (response.status === 201) return;
  const said = (await response.text()).slice(0, 500);
  throw new StackError(`pushing to ${response.url}: HTTP ${response.status}\n  | ${said}`);
}

function describe(mediaType: string, content: Buffer): Descriptor {
  return { mediaType, digest: digestOf(content), size: content.length };
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
