// A certificate authority of the stack's own, and the registry's certificate from it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { folders } from "./stack-folder.ts";

/** The files that serve TLS, and the authority that a client has to trust. */
export type Certificates = {
  readonly authority: string;
  readonly bundle: string;
  readonly certificate: string;
  readonly key: string;
};

/** The authorities that this machine trusts. */
export const trusted = "/etc/ssl/certs/ca-certificates.crt";

const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** Makes an authority and a certificate for `hostName`, good for a year. */
export async function makeCertificates(hostName: string): Promise<Certificates> {
  const file = (name: string) => join(folders.certificates, name);
  const doing = "making the registry's certificates";
  const authority = file("ca.pem");
  const request = file("registry.csr");
  const extensions = file("registry.ext");
  const bundle = file("ca-bundle.pem");
  const made = { authority, bundle, certificate: file("registry.pem"), key: file("registry.key") };
  const subject = ["-subj", "/CN=crossbuild test stack authority"];
  const authorityFiles = ["-keyout", file("ca.key"), "-out", authority, "-days", "365"];
  await run(["openssl", "req", "-x509", ...newKey, ...subject, ...authorityFiles], { doing });
  const requested = ["-subj", `/CN=${hostName}`, "-keyout", made.key, "-out", request];
  await run(["openssl", "req", ...newKey, ...requested], { doing });
  const names = `DNS:${hostName},DNS:localhost,IP:127.0.0.1`;
  await writeFile(extensions, `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
  const signer = ["-CA", authority, "-CAkey", file("ca.key"), "-CAcreateserial"];
  const signed = ["-in", request, "-out", made.certificate, "-extfile", extensions];
  await run(["openssl", "x509", "-req", ...signer, ...signed, "-days", "365"], { doing });
  await writeFile(bundle, `${await readFile(authority, "utf8")}${await readFile(trusted, "utf8")}`);
  return made;
}
