// A private Sigstore of real parts: Fulcio, version 2 of Rekor, and a timestamp authority.
import { generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { signingPrograms } from "../../scripts/stack/signing-environment.ts";
import { answers, startListening, startProgram } from "./child-program.ts";
import { freePort } from "./free-port.ts";
import { type FrontOptions, front, passOn } from "./front.ts";
import type { Services } from "./sigstore-services.ts";

const host = "127.0.0.1";
const certificates = "/api/v1/rootCert";

type Place = {
  /** For the services' files. */
  readonly folder: string;
  readonly issuer: string;
  /** Whom Fulcio trusts if the issuer is behind TLS. */
  readonly authority: string | undefined;
};

export async function realServices(place: Place, options: FrontOptions): Promise<Services> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  await using started = new AsyncDisposableStack();
  const starts = [startFulcio(place), startRekor(place, privateKey), startTimestamps()] as const;
  // If one fails, the others are waited for all the same, since they have to be ended.
  for (const one of await Promise.allSettled(starts)) {
    if (one.status === "fulfilled") started.use(one.value);
  }
  const [fulcio, rekor, tsa] = await Promise.all(starts);
  const urlOf = async ({ address }: Service) =>
    started.use(await front(passOn(address), options)).url;
  const services = {
    fulcio: {
      url: await urlOf(fulcio),
      certificates: await textAt(`http://${fulcio.address}${certificates}`),
    },
    // Rekor calls itself what it is told to.
    rekor: { url: await urlOf(rekor), version: 2, publicKey, origin: host },
    tsa: {
      url: await urlOf(tsa),
      certificates: await textAt(`http://${tsa.address}/api/v1/timestamp/certchain`),
    },
    // It would be one service more.
    certificateLog: undefined,
  } as const;
  const all = started.move();
  return { ...services, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** It listens on `127.0.0.1:20000`, over plain HTTP. */
type Service = AsyncDisposable & { readonly address: string };

async function startFulcio({ folder, issuer, authority }: Place): Promise<Service> {
  const config = join(folder, "fulcio.yaml");
  // JSON has other names.
  await writeFile(config, stringify(certifyingJobs(issuer)));
  const port = await freePort();
  const address = `${host}:${port}`;
  const command = [
    ...["serve", "--ca=ephemeralca", "--ct-log-url=", `--config-path=${config}`],
    ...[`--host=${host}`, `--port=${port}`],
    ...[`--grpc-host=${host}`, `--grpc-port=${await freePort()}`],
    ...[`--metrics-port=${await freePort()}`, `--legacy-unix-domain-socket=@fulcio-${port}`],
  ];
  const trusting = authority === undefined ? {} : { SSL_CERT_FILE: authority };
  const program = await startProgram(
    [signingPrograms().fulcio, ...command],
    { HOME: folder, ...trusting },
    () => answers(`http://${address}${certificates}`),
  );
  return { ...program, address };
}

async function startRekor({ folder }: Place, privateKey: string): Promise<Service> {
  const [key, entries] = [join(folder, "rekor.pem"), join(folder, "rekor")];
  await writeFile(key, privateKey, { mode: 0o600 });
  await mkdir(entries);
  const port = await freePort();
  const address = `${host}:${port}`;
  const program = await startProgram(
    [
      ...([signingPrograms().rekor, "serve"] as const),
      ...[`--hostname=${host}`, `--signer-filepath=${key}`, `--storage-dir=${entries}`],
      ...[`--http-port=${port}`, `--grpc-port=${await freePort()}`],
      `--http-metrics-port=${await freePort()}`,
      // An entry is answered when it is in a checkpoint: by default, up to 10 s later.
      ...["--checkpoint-interval=100ms", "--batch-max-age=50ms"],
    ],
    { HOME: folder },
    () => answers(`http://${address}/healthz`),
  );
  return { ...program, address };
}

async function startTimestamps(): Promise<Service> {
  return await startListening(signingPrograms().timestampServer);
}

/** Fulcio's settings for jobs of GitHub's, with another issuer: their claims, and what becomes of them. */
function certifyingJobs(issuer: string): object {
  const kind = "github-workflow";
  return {
    "oidc-issuers": {
      [issuer]: {
        "issuer-url": issuer,
        "client-id": "sigstore",
        type: "ci-provider",
        "ci-provider": kind,
      },
    },
    "ci-issuer-metadata": {
      [kind]: {
        "default-template-values": { url: "https://github.com" },
        "subject-alternative-name-template": "{{ .url }}/{{ .job_workflow_ref }}",
        "extension-templates": {
          "build-config-digest": "workflow_sha",
          "build-config-uri": "{{ .url }}/{{ .workflow_ref }}",
          "build-signer-digest": "job_workflow_sha",
          "build-signer-uri": "{{ .url }}/{{ .job_workflow_ref }}",
          "build-trigger": "event_name",
          "github-workflow-name": "workflow",
          "github-workflow-ref": "ref",
          "github-workflow-repository": "repository",
          "github-workflow-sha": "sha",
          "github-workflow-trigger": "event_name",
          "run-invocation-uri":
            "{{ .url }}/{{ .repository }}/actions/runs/{{ .run_id }}/attempts/{{ .run_attempt }}",
          "runner-environment": "runner_environment",
          "source-repository-digest": "sha",
          "source-repository-identifier": "repository_id",
          "source-repository-owner-identifier": "repository_owner_id",
          "source-repository-owner-uri": "{{ .url }}/{{ .repository_owner }}",
          "source-repository-ref": "ref",
          "source-repository-uri": "{{ .url }}/{{ .repository }}",
          "source-repository-visibility-at-signing": "repository_visibility",
        },
      },
    },
  };
}

async function textAt(url: string): Promise<string> {
  return await (await fetch(url)).text();
}
