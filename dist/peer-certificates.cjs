var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  trustPeers: () => trustPeers
});
module.exports = __toCommonJS(stdin_exports);
var import_modules = require("./modules.cjs");
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
var import_node_tls = require("node:tls");
var timeoutMilliseconds = 1e4;
async function trustPeers(hosts, folder) {
  const texts = await Promise.all(hosts.map(peerCertificates));
  for (const [index, text] of texts.entries()) {
    if (text !== void 0) await (0, import_promises.writeFile)((0, import_node_path.join)(folder, `peer-${index}.pem`), text);
  }
}
async function peerCertificates(registry) {
  const url = new URL(`https://${registry}`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || 443);
  return await new Promise((resolve) => {
    const socket = (0, import_node_tls.connect)({ host, port, servername: url.hostname, rejectUnauthorized: false });
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
  const base64 = certificate.raw.toString("base64");
  const text = `-----BEGIN CERTIFICATE-----
${base64}
-----END CERTIFICATE-----
`;
  const issuer = certificate.issuerCertificate;
  const ends = issuer === void 0 || issuer.fingerprint256 === certificate.fingerprint256;
  return ends ? [text] : [text, ...chainOf(issuer)];
}
