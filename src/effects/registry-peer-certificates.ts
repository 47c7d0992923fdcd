// The certificates of registries that no known authority has signed.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connect, type DetailedPeerCertificate } from "node:tls";

const timeoutMilliseconds = 10_000;

/**
 * Writes the certificates that these hosts show into a folder of certificate authorities, as
 * `docker buildx imagetools` has no way not to check one. A host that shows none is left out.
 */
export async function trustPeers(hosts: readonly string[], folder: string): Promise<void> {
  const texts = await Promise.all(hosts.map(peerCertificates));
  for (const [index, text] of texts.entries()) {
    if (text !== undefined) await writeFile(join(folder, `peer-${index}.pem`), text);
  }
}

async function peerCertificates(registry: string): Promise<string | undefined> {
  const url = new URL(`https://${registry}`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || 443);
  return await new Promise((resolve) => {
    const socket = connect({ host, port, servername: url.hostname, rejectUnauthorized: false });
    socket.setTimeout(timeoutMilliseconds, () => socket.destroy());
    socket.on("secureConnect", () => {
      resolve(chainOf(socket.getPeerCertificate(true)).join(""));
      socket.destroy();
    });
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(undefined));
  });
}

// A certificate that signs itself is its own issuer.
function chainOf(certificate: DetailedPeerCertificate): readonly string[] {
  const base64 = certificate.raw.toString("base64");
  const text = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  const issuer: DetailedPeerCertificate | undefined = certificate.issuerCertificate;
  const ends = issuer === undefined || issuer.fingerprint256 === certificate.fingerprint256;
  return ends ? [text] : [text, ...chainOf(issuer)];
}
