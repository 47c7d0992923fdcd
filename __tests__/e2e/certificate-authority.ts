// An authority of a test's own, with a server's and a client's certificate from it.
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CertificateFiles, issue, makeAuthority } from "../../scripts/stack/certificates.ts";
import { registryHost } from "../../scripts/stack/hosts-file.ts";

/** PEM files in a folder that goes when disposed of. */
export type CertificateAuthority = AsyncDisposable & {
  readonly authority: string;
  /** For 127.0.0.1, localhost and the registry's host name. */
  readonly server: CertificateFiles;
  readonly client: CertificateFiles;
  /** ca.pem, cert.pem and key.pem of the client, as `DOCKER_CERT_PATH` has them. */
  readonly clientFolder: string;
};

export async function certificateAuthority(): Promise<CertificateAuthority> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-certificates-"));
  const authority = await makeAuthority(folder);
  const clientFolder = join(folder, "client");
  await mkdir(clientFolder);
  await copyFile(authority.certificate, join(clientFolder, "ca.pem"));
  const client = {
    certificate: join(clientFolder, "cert.pem"),
    key: join(clientFolder, "key.pem"),
  };
  const server = { certificate: join(folder, "server.pem"), key: join(folder, "server.key") };
  await issue(authority, client, { usage: "clientAuth", name: "crossbuild test client" });
  await issue(authority, server, { usage: "serverAuth", name: registryHost });
  return {
    authority: authority.certificate,
    server,
    client,
    clientFolder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
