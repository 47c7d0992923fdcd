// A whole Sigstore on 127.0.0.1, and a job that it certifies.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { certificateAuthority } from "../e2e/certificate-authority.ts";
import { cosign } from "./cosign.ts";
import type { FrontOptions, Refusal } from "./front.ts";
import { mockServices } from "./mock-services.ts";
import { realServices } from "./real-services.ts";
import { type Services, signingConfigFlags, trustedRootFlags } from "./sigstore-services.ts";
import { subject, tokenIssuer, workflowIdentity } from "./token-issuer.ts";

export type SigstoreOptions = {
  /** v2: all services are real. v1: @sigstore/mock's, with a log of certificates. */
  readonly rekor: "v1" | "v2";
  /** Whether everything is served over TLS with a certificate authority of its own. */
  readonly tls?: boolean;
  /** Gets each request: `POST /api/v2/signingCert`. What it returns is answered in its place. */
  readonly refuse?: (request: string) => Refusal | undefined;
};

/** It is gone when disposed of. It needs this process, which may not be blocked meanwhile. */
export type PrivateSigstore = AsyncDisposable & {
  /** The two variables of a job with `id-token: write`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The input of this name. */
  readonly sigstore: string;
  /** Who has signed, as a certificate names the job. */
  readonly identity: string;
  /** Who vouches for the job. */
  readonly issuer: string;
  /** The file by which signatures are verified. */
  readonly trustedRoot: string;
  /** Whether a certificate has the proof of a log: an SCT. */
  readonly hasCertificateLog: boolean;
  /** The file by which cosign knows the services. */
  readonly signingConfig: string;
  /** The certificate authority's PEM file, if everything is served over TLS. */
  readonly authority: string | undefined;
  /**
   * `METHOD /path`, one for each request to the issuer or a service so far: `/token?…` for a token,
   * `/api/v2/signingCert` for a certificate, `/api/v2/log/entries` (or v1) for an entry of the log,
   * `/api/v1/timestamp` for a timestamp.
   */
  readonly requests: readonly string[];
};

export async function privateSigstore(options: SigstoreOptions): Promise<PrivateSigstore> {
  await using started = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-sigstore-"));
  started.defer(() => rm(folder, { recursive: true }));
  const certificates = options.tls === true ? started.use(await certificateAuthority()) : undefined;
  const requests: string[] = [];
  const fronts: FrontOptions = {
    certificate: certificates?.server,
    asked: (request) => {
      requests.push(request);
      return options.refuse?.(request);
    },
  };
  const issuer = started.use(await tokenIssuer(fronts));
  const authority = certificates?.authority;
  const place = { folder, issuer: issuer.url, authority };
  const services = started.use(
    await (options.rekor === "v1" ? mockServices(fronts) : realServices(place, fronts)),
  );
  const [trustedRoot, signingConfig] = await Promise.all([
    create(folder, "trusted-root", await trustedRootFlags(services, folder)),
    create(folder, "signing-config", signingConfigFlags(services, issuer.url)),
  ]);
  const all = started.move();
  return {
    environment: issuer.environment,
    sigstore: inputFor(services, trustedRoot),
    identity: options.rekor === "v1" ? subject : workflowIdentity,
    issuer: issuer.url,
    trustedRoot,
    hasCertificateLog: services.certificateLog !== undefined,
    signingConfig,
    authority,
    requests,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

function inputFor({ fulcio, rekor, tsa }: Services, trustedRoot: string): string {
  return stringify({
    fulcio: fulcio.url,
    rekor: rekor.url,
    "rekor-version": rekor.version,
    tsa: tsa.url,
    "trusted-root": trustedRoot,
  });
}

async function create(folder: string, what: string, flags: readonly string[]): Promise<string> {
  const file = join(folder, `${what}.json`);
  const { exitCode, stderr } = await cosign([what, "create", ...flags, `--out=${file}`]);
  if (exitCode !== 0) throw new Error(`cosign ${what} create: ${stderr}`);
  return file;
}
