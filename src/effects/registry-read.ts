// Reads images out of registries, and waits for those that lag behind a push.
import { setTimeout as sleep } from "node:timers/promises";
import { RegistryError } from "../domain/errors.ts";
import type { RegistryAccess } from "../plan/registry-access.ts";
import { parseRetryAfter } from "../plan/retry-verdict.ts";
import { isWebPage, laterWords, webPageWords, wordsOfAnswer } from "../report/registry-answer.ts";
import { type ServedDocument, servedDocument } from "../result/proof-evidence.ts";
import { type Beginning, blobBeginning } from "./cpu-blob.ts";
import type { HttpAnswer } from "./http-answer.ts";
import { registryClient } from "./registry-client.ts";
import { digestOf } from "./sha256.ts";
import type { Shell } from "./shell.ts";

/**
 * How long a registry may take to serve what was pushed: GHCR and Docker Hub answer reads from
 * copies that follow the writes within seconds.
 */
const lagMilliseconds = 15_000;
const pauses = [500, 1000];
const longestPause = 2000;
/** A registry that says when to ask again is waited for longer. */
const mostPatience = 120_000;

export type Registry = {
  /**
   * The exact bytes of a manifest, by digest or tag, or of a blob. What is missing is asked for again
   * while registries may lag; so is what `expected` refuses, and who fails for the moment.
   *
   * @throws RegistryError if the registry refuses, or does not answer
   */
  read(name: Name, expected?: (served: ServedDocument) => boolean): Promise<ServedDocument>;
  /** The first bytes of a blob, asked for once. @throws Error if they can't be read */
  begin(beginning: Beginning): Promise<Uint8Array>;
};

type Name = {
  /** `registry.internal:5000/team/app` */
  readonly repository: string;
  readonly kind: "manifests" | "blobs";
  /** A digest or a tag. */
  readonly reference: string;
};

/** The registries as these settings and logins open them; from now on they have a while to catch up. */
export function registryOf(shell: Shell, access: RegistryAccess): Registry {
  const client = registryClient(access, shell);
  const start = performance.now();
  return {
    read: async (name, expected = isThere) => {
      for (let tries = 0; ; tries++) {
        const got = await readOnce(name, () =>
          client.ask("GET", name.repository, `${name.kind}/${name.reference}`),
        );
        const usual = pauses[tries] ?? longestPause;
        const pause = Math.max(usual, got.retryAfter ?? 0);
        const end = start + (got.retryAfter === undefined ? lagMilliseconds : mostPatience);
        const isLast = performance.now() + pause > end;
        if (got.error !== undefined && (isLast || !got.isTransient)) throw got.error;
        if (got.served !== undefined && (isLast || expected(got.served))) return got.served;
        await sleep(pause);
      }
    },
    begin: (beginning) => blobBeginning(client, beginning),
  };
}

function isThere(served: ServedDocument): boolean {
  return !("problem" in served);
}

type Got = {
  readonly served?: ServedDocument;
  readonly error?: RegistryError;
  /** Whether the error may be gone in a moment. */
  readonly isTransient?: boolean;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
};

async function readOnce(name: Name, ask: () => Promise<HttpAnswer>): Promise<Got> {
  const doing = `reading ${textOf(name)} back`;
  try {
    const answer = await ask();
    const { status, reason, headers, elsewhere } = answer;
    const body = answer.body.toString();
    if (status === 404) return { served: { problem: "not found" } };
    if (status === 200) {
      const served = servedBy(answer, name);
      const isOther = "digest" in served && served.digest !== name.reference;
      if (!isOther || !isWebPage(headers["content-type"], body)) return { served };
      return { error: new RegistryError(doing, { words: webPageWords({ elsewhere }), status }) };
    }
    const refusal = wordsOfAnswer({ status, reason }, body, { elsewhere });
    const retryAfter = retryAfterIn(headers["retry-after"]);
    if (retryAfter === undefined) {
      const error = new RegistryError(doing, { words: refusal, status });
      return { error, isTransient: isTransientStatus(status) };
    }
    const words = `${refusal}; ${laterWords(retryAfter, mostPatience)}`;
    const until = new Date(Date.now() + retryAfter);
    const error = new RegistryError(doing, { words, status, until });
    return { error, isTransient: isTransientStatus(status), retryAfter };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const { status, code = "" } = error;
    const isTransient = status === undefined ? brokenOff.has(code) : isTransientStatus(status);
    return { error: new RegistryError(doing, { ...error, cause: error }), isTransient };
  }
}

function retryAfterIn(header: string | undefined): number | undefined {
  return header === undefined ? undefined : parseRetryAfter(header, Date.now());
}

const brokenOff = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ECONNREFUSED"]);

function isTransientStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function textOf({ repository, reference }: Name): string {
  return `${repository}${reference.includes(":") ? "@" : ":"}${reference}`;
}

function servedBy({ headers, body }: HttpAnswer, { kind }: Name): ServedDocument {
  const bytes = { digest: digestOf(body), size: body.length };
  // Of blobs the header means nothing: many are served by other servers, as bytes.
  if (kind === "blobs") return servedDocument(body.toString(), kind, bytes);
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  const contentType = type.trim().toLowerCase();
  return servedDocument(body.toString(), kind, { ...bytes, contentType });
}

/** The error as the result of reading, for contents that are reported one by one. */
export function unserved(error: unknown): { readonly problem: string } {
  if (!(error instanceof RegistryError)) throw error;
  return { problem: error.words };
}
