// Asks a registry by our own requests, so that the action's words have something to be held to.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { stackEnvironment } from "../../scripts/stack/environment.ts";

const accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

export type Descriptor = {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: {
    readonly os: string;
    readonly architecture: string;
    readonly variant?: string;
  };
  readonly annotations?: Readonly<Record<string, string>>;
};

export type ManifestBody = {
  readonly mediaType: string;
  readonly manifests?: readonly Descriptor[];
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
};

/** What `host/repository` serves for a tag or digest; the digest is that of the bytes received. */
export async function manifest(
  host: string,
  repository: string,
  reference: string,
): Promise<{ readonly digest: string; readonly size: number; readonly body: ManifestBody }> {
  const bytes = await get(host, `/v2/${repository}/manifests/${reference}`);
  return { digest: sha256(bytes), size: bytes.length, body: JSON.parse(bytes.toString()) };
}

/** A blob's JSON; its bytes agree with its digest. */
export async function blob(host: string, repository: string, digest: string): Promise<unknown> {
  const bytes = await get(host, `/v2/${repository}/blobs/${digest}`);
  if (sha256(bytes) !== digest) throw new Error(`${digest} has other bytes`);
  return JSON.parse(bytes.toString());
}

/** Whether `host/repository` has something under that name. */
export async function isServed(host: string, repository: string, reference: string) {
  return get(host, `/v2/${repository}/manifests/${reference}`).then(
    () => true,
    () => false,
  );
}

/** Pushes the text of an index or a manifest to the registry over plain HTTP; returns its digest. */
export async function putManifest(
  repository: string,
  reference: string | undefined,
  text: string,
): Promise<string> {
  const { mediaType }: ManifestBody = JSON.parse(text);
  const digest = sha256(Buffer.from(text));
  const url = `http://${stackEnvironment().STACK_REGISTRY_HTTP}/v2/${repository}/manifests/${reference ?? digest}`;
  const headers = { "content-type": mediaType };
  const answer = await fetch(url, { method: "PUT", headers, body: text });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return digest;
}

export function sha256(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function get(host: string, path: string): Promise<Buffer> {
  const stack = stackEnvironment();
  const plain = host === stack.STACK_REGISTRY_HTTP;
  const options = {
    headers: { accept },
    ...(plain ? {} : { ca: readFileSync(stack.STACK_CA) }),
    ...(host === stack.STACK_REGISTRY_AUTH
      ? { auth: `${stack.STACK_USERNAME}:${stack.STACK_PASSWORD}` }
      : {}),
  };
  return new Promise((resolve, reject) => {
    const request = plain ? httpRequest : httpsRequest;
    const asked = request(`${plain ? "http" : "https"}://${host}${path}`, options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${path}: ${response.statusCode} ${bytes.toString()}`));
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}
