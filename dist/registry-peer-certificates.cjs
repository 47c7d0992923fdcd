require("./rolldown-runtime.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_tls = require("node:tls");
// src/effects/registry-peer-certificates.ts
const timeoutMilliseconds = 1e4;
async function trustPeers(hosts, folder) {
	const texts = await Promise.all(hosts.map(peerCertificates));
	for (const [index, text] of texts.entries()) if (text !== void 0) await (0, node_fs_promises.writeFile)((0, node_path.join)(folder, `peer-${index}.pem`), text);
}
async function peerCertificates(registry) {
	const url = new URL(`https://${registry}`);
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const port = Number(url.port || 443);
	return await new Promise((resolve) => {
		const socket = (0, node_tls.connect)({
			host,
			port,
			servername: url.hostname,
			rejectUnauthorized: false
		});
		socket.setTimeout(timeoutMilliseconds, () => socket.destroy());
		socket.on("secureConnect", () => {
			resolve(chainOf(socket.getPeerCertificate(true)).join(""));
			socket.destroy();
		});
		socket.on("error", () => resolve(void 0));
		socket.on("close", () => resolve(void 0));
	});
}
function chainOf(certificate) {
	const text = `-----BEGIN CERTIFICATE-----\n${certificate.raw.toString("base64")}\n-----END CERTIFICATE-----\n`;
	const issuer = certificate.issuerCertificate;
	return issuer === void 0 || issuer.fingerprint256 === certificate.fingerprint256 ? [text] : [text, ...chainOf(issuer)];
}
exports.trustPeers = trustPeers;
