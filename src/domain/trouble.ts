// What went wrong, by the words of docker, buildx, BuildKit and git, and of Node's own network.
import { errorChain } from "./error-chain.ts";

/**
 * - `process`: a program that the Dockerfile runs ended with a failure.
 * - `dockerfile`: it can't be read, or says itself that it can't be built.
 * - `missing`: what is asked for is not there: a file, a secret, an image.
 * - `checksum`: something is not what its checksum says.
 * - `artifacts`: a registry does not take attestations that are stored as OCI artifacts.
 * - `limited`: a registry limits how often it is asked.
 * - `refused`: it wants other credentials.
 * - `declined`: it answers, and says that it won't for another reason.
 * - `passing`: it, or the network, failed for the moment.
 * - `certificate`: no known authority has signed its certificate; `bad-certificate`: it does not hold.
 * - `plain-http`: it does not speak TLS.
 * - `unreachable`: its name is not known, or nothing listens there.
 * - `lost`: BuildKit went away.
 * - `full`: a disk has no room.
 */
export type Trouble =
  | "process"
  | "dockerfile"
  | "missing"
  | "checksum"
  | "artifacts"
  | "limited"
  | "refused"
  | "declined"
  | "passing"
  | "certificate"
  | "bad-certificate"
  | "plain-http"
  | "unreachable"
  | "lost"
  | "full";

export type ErrorWords = {
  /** A tool's last ones, without what came before its error. */
  readonly text: string;
  /** Whether it writes to this machine or its engine, which no registry can fail. */
  readonly isLocal?: boolean;
};

/** Undefined if the text has none of these. Of several lines, the first match counts. */
export function troubleOf({ text, isLocal = false }: ErrorWords): Trouble | undefined {
  if (ofProcess.test(text)) return "process";
  // Alibaba Cloud's refusal names the media type, in a body of any form:
  // https://github.com/moby/buildkit/issues/7007
  if (text.includes("application/vnd.oci.empty.v1+json")) return "artifacts";
  for (const line of text.split(/\r?\n/)) {
    const parts = errorChain(line);
    const trouble = troubleOfLine({ parts, whole: parts.join(": "), isLocal });
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

// solver/llbsolver/errdefs of moby/buildkit. The command is quoted, and may have many lines.
const ofProcess = /(?:^|: )process "(?:[^"\\]|\\.)*" did not complete successfully(?:: |$)/;

type Line = {
  /** See errorChain. */
  readonly parts: readonly string[];
  /** The same in one text. */
  readonly whole: string;
  readonly isLocal: boolean;
};

function troubleOfLine({ parts, whole, isLocal }: Line): Trouble | undefined {
  const last = parts.at(-1) ?? "";
  const isAny = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  if (isAny(ofDockerfile)) return "dockerfile";
  if (absent.test(last)) return "missing";
  if (isAny(/^digest mismatch |^expected checksum to match /)) return "checksum";
  // What GitLab says of a manifest whose subject is new.
  if (isAny(/^blob unknown to registry\b/)) return "artifacts";
  if (isAny(/^toomanyrequests$/i)) return "limited";
  const [, told, status = told] = statusIn.exec(whole) ?? [];
  if (status !== undefined) return troubleOfStatus(Number(status));
  if (lost.test(whole)) return "lost";
  if (isAny(full)) return "full";
  if (isAny(/server gave HTTP response to HTTPS client$/i)) return "plain-http";
  if (unknownIssuer.test(whole)) return "certificate";
  if (isAny(/^x509$|^certificate (?:has expired|is not valid)|does not match certificate/i))
    return "bad-certificate";
  if (unreachable.test(last) || isAny(/^could not resolve host$/i)) return "unreachable";
  if (broken.test(last) && (!isLocal || asks.test(whole))) return "passing";
  return isAny(credentials) ? "refused" : undefined;
}

// Of the last two, what follows is the Dockerfile's own text: the message of `${X:?message}`, a stage.
// frontend/dockerfile of moby/buildkit: shell/lex.go, dockerfile2llb/validations.go
const ofDockerfile =
  /^(?:dockerfile parse error|failed to process ""$|circular dependency detected on stage$)/;

const absent = /^(?:not found|no such file or directory|file does not exist)$/i;

// `unexpected status from PUT request to https://a.test/v2/: 503 Service Unavailable` (containerd),
// `invalid response status 504` (BuildKit's ADD), `received unexpected HTTP status: 502`, `error
// parsing HTTP 429 response body` (docker), `The requested URL returned error: 503` (git), `RESPONSE
// 503: …` (Azure's store of the gha cache). The body of the answer may follow.
const statusIn =
  /\b(?:(?:status(?: code)?|status from [A-Z]+ request to \S+|status code \S+|returned error):? |HTTP |RESPONSE |it answers )([45]\d\d)\b|(?:^|: )(5\d\d) (?:Internal|Bad|Service|Gateway)/;

/** @param status of an HTTP answer that is no success: 404 */
export function troubleOfStatus(status: number): Trouble {
  if (status === 429) return "limited";
  if (status === 401 || status === 403) return "refused";
  return status >= 500 || status === 408 ? "passing" : "declined";
}

// strerror(3) of ENOSPC and EDQUOT
const full = /^(?:no space left on device|disk quota exceeded)\b|^(?:ENOSPC|EDQUOT)$/i;

// gRPC's words for a connection to BuildKit that broke, and docker's for its container.
const lost =
  /error reading from server|code = Unavailable\b|closing transport|transport is closing|graceful_stop|connection error: desc|(?:^|: )no such container|container \S+ is not running/i;

const unknownIssuer =
  /certificate signed by unknown authority|self.signed certificate|unable to (?:verify the first|get (?:local )?issuer) certificate|UNABLE_TO_|SELF_SIGNED_/i;

const credentials =
  /^(?:denied|unauthorized|forbidden|insufficient_scope|no basic auth credentials|access denied)$|\baccess (?:to the resource is )?denied\b|^authorization failed|^failed to (?:authorize|fetch \w+ token)$|^could not read Username for/i;

// Node's codes, `connect ECONNREFUSED 10.0.0.1:443`, might be a part of a branch's name.
const unreachable =
  /no such host$|connection refused$|network is unreachable$|couldn't connect to server$|^(?:\w+ |.*\()?(?:ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)\b/i;

// A connection that broke, or that took too long.
const broken =
  /^(?:unexpected |early )?EOF$|\b(?:(?:i\/o|handshake) timeout|timed out|deadline exceeded|reset by peer|broken pipe|closed network connection|server misbehaving|temporary failure(?: in name resolution)?|no route to host|connection lost|hung up unexpectedly|timeout reached|timeout awaiting response headers)$|\(Client\.Timeout .*\)$|^(?:\w+ |.*\()?(?:ECONNRESET|ETIMEDOUT|EPIPE|EAI_AGAIN)\b/i;

// Go's words for a request, and for a connection: a local export may read layers from a registry.
const asks = /\b(?:Get|Head|Put|Post|Patch|Delete) ""|\b(?:read|write|dial) tcp\b/;
