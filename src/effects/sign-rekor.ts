// Version 2 of Rekor, which logs no envelopes: https://github.com/sigstore/rekor-tiles/blob/main/CLIENTS.md
import { createHash } from "node:crypto";
import { TransparencyLogEntry } from "@sigstore/protobuf-specs";
import type { Witness } from "@sigstore/sign";
import { SigstoreError } from "../domain/sign-errors.ts";
import type { Http } from "./http-client.ts";
import { askService } from "./sign-fetch.ts";
import type { SigningKey } from "./sign-key.ts";

/**
 * Logs the hash of an envelope as it was signed. (@sigstore/sign 5.1 asks for an entry with the
 * envelope, which Rekor refuses since rekor-tiles 2.3.)
 */
export function logWitness(url: string, key: SigningKey, http: Http): Witness {
  return {
    testify: async (content, pem) => {
      if (content.$case !== "dsseEnvelope") throw new Error("only envelopes are logged");
      const { payload, payloadType, signatures } = content.dsseEnvelope;
      const [signature] = signatures;
      const digest = createHash("sha256").update(encoded(payloadType, payload));
      const entry = {
        hashedRekordRequestV002: {
          digest: digest.digest("base64"),
          signature: {
            content: signature?.sig.toString("base64"),
            verifier: { ...verifierOf(pem), keyDetails: key.details },
          },
        },
      };
      const logged = await askService(http, {
        ...{ method: "POST", url: `${url}/api/v2/log/entries`, body: JSON.stringify(entry) },
        headers: { "content-type": "application/json", accept: "application/json" },
      });
      return { tlogEntries: [entryIn(logged.body.toString(), url)] };
    },
  };
}

function verifierOf(pem: string) {
  const rawBytes = pem.replaceAll(/-----[^-]+-----|\s/g, "");
  return pem.includes("CERTIFICATE")
    ? { x509Certificate: { rawBytes } }
    : { publicKey: { rawBytes } };
}

// https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
function encoded(type: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

type LogEntry = NonNullable<Awaited<ReturnType<Witness["testify"]>>["tlogEntries"]>[number];

function entryIn(body: string, url: string): LogEntry {
  const entry = TransparencyLogEntry.fromJSON(JSON.parse(body));
  const { logId, kindVersion } = entry;
  if (logId === undefined || kindVersion === undefined) {
    throw new SigstoreError(new URL(url).host, { words: "its answer has no entry of the log" });
  }
  return { ...entry, logId, kindVersion };
}
