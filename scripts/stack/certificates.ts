// Certificate authorities of the tests' own, and certificates from them.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { folders } from "./stack-folder.ts";

/** A certificate and its private key, PEM files. */
export type CertificateFiles = { readonly certificate: string; readonly key: string };

/** The files that serve TLS, and the authority that a client has to trust. */
export type Certificates = CertificateFiles & {
  readonly authority: string;
  readonly bundle: string;
};

/** What a certificate is for, and the name in it: a host's, or a client's. */
export type CertificateRequest = {
  readonly usage: "serverAuth" | "clientAuth";
  readonly name: string;
};

/** The authorities that this machine trusts. */
export const trusted = "/etc/ssl/certs/ca-certificates.crt";

const doing = "making certificates";
const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** Makes an authority and a certificate for `hostName`, good for a year. */
export async function makeCertificates(hostName: string): Promise<Certificates> {
  const file = (name: string) => join(folders.certificates, name);
  const authority = await makeAuthority(folders.certificates);
  const bundle = file("ca-bundle.pem");
  const made = { certificate: file("registry.pem"), key: file("registry.key") };
  await issue(authority, made, { usage: "serverAuth", name: hostName });
  const authorities = [authority.certificate, trusted].map((path) => readFile(path, "utf8"));
  await writeFile(bundle, (await Promise.all(authorities)).join(""));
  return { ...made, authority: authority.certificate, bundle };
}

/** Makes a new authority: `ca.pem` and `ca.key` in `folder`. */
export async function makeAuthority(folder: string): Promise<CertificateFiles> {
  const made = { certificate: join(folder, "ca.pem"), key: join(folder, "ca.key") };
  const subject = ["-subj", "/CN=crossbuild test stack authority"];
  const files = ["-keyout", made.key, "-out", made.certificate, "-days", "365"];
  await run(["openssl", "req", "-x509", ...newKey, ...subject, ...files], { doing });
  return made;
}

/** Makes `files`, signed by `authority`; a server's are good for loopback addresses as well. */
export async function issue(
  authority: CertificateFiles,
  files: CertificateFiles,
  { usage, name }: CertificateRequest,
): Promise<void> {
  const [request, extensions] = [`${files.certificate}.csr`, `${files.certificate}.ext`];
  const requested = ["-subj", `/CN=${name}`, "-keyout", files.key, "-out", request];
  await run(["openssl", "req", ...newKey, ...requested], { doing });
  const names = `subjectAltName=DNS:${name},DNS:localhost,IP:127.0.0.1\n`;
  const alternatives = usage === "serverAuth" ? names : "";
  await writeFile(extensions, `${alternatives}extendedKeyUsage=${usage}\n`);
  const signer = ["-CA", authority.certificate, "-CAkey", authority.key, "-CAcreateserial"];
  const signed = ["-in", request, "-out", files.certificate, "-extfile", extensions];
  await run(["openssl", "x509", "-req", ...signer, ...signed, "-days", "365"], { doing });
}
