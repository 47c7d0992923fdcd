// The words for a download that failed.

/** What else is known of a failed download. */
export type DownloadFailure = {
  /** The server's answer; undefined where it gave none. */
  readonly status: number | undefined;
  /** The answer's headers, by their names in lower case. */
  readonly limits: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly now: Date;
};

const otherwise =
  "name a mirror that this runner reaches in `buildx-download-url`, or install buildx on the runner";

/** What was downloaded, what went wrong, what to try. */
export function downloadFailureText(url: string, words: string, failure: DownloadFailure): string {
  const remedy = rateLimitRemedy(url, failure) ?? remedyFor(url, words, failure.status);
  return `downloading ${url} failed: ${words}. What to try: ${remedy}`;
}

/** The same for the question which release is the latest. */
export function latestFailureText(url: string, words: string): string {
  return `${url} does not redirect to the latest release: ${words}. What to try: name a version in \`buildx-version\`, such as \`v0.36.1\`, or name a mirror in \`buildx-download-url\``;
}

// Retry-After: RFC 9110, section 10.2.3. The others are GitHub's:
// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
function rateLimitRemedy(
  url: string,
  { status, limits, now }: DownloadFailure,
): string | undefined {
  const after = limits["retry-after"];
  const spent = limits["x-ratelimit-remaining"] === "0";
  const isLimit = status === 429 || (status === 403 && (after !== undefined || spent));
  if (!isLimit) return undefined;
  const until = timeOf(after, now) ?? (spent ? epoch(limits["x-ratelimit-reset"]) : undefined);
  const wait = until === undefined ? "try again later" : `wait until ${until.toISOString()}`;
  return `${new URL(url).host} limits how much one address may ask: ${wait}, or ${otherwise}`;
}

function timeOf(after: unknown, now: Date): Date | undefined {
  if (typeof after !== "string") return undefined;
  if (/^\d{1,9}$/.test(after)) return new Date(now.getTime() + Number(after) * 1000);
  const date = new Date(after);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function epoch(seconds: unknown): Date | undefined {
  return typeof seconds === "string" && /^\d{1,11}$/.test(seconds)
    ? new Date(Number(seconds) * 1000)
    : undefined;
}

function remedyFor(url: string, words: string, status: number | undefined): string {
  const { host } = new URL(url);
  if (status === 404) {
    return `check that this version exists, and that ${host} has this file; or ${otherwise}`;
  }
  if (status === 401 || status === 403) return `${host} refuses this runner: ${otherwise}`;
  if (status === 407) return "give the runner's proxy the user name and password that it asks for";
  if (status !== undefined) return `try again later, or ${otherwise}`;
  if (/^(?:ENOSPC|EDQUOT|EACCES|EROFS)/.test(words)) {
    return "make room on the runner where RUNNER_TEMP is, and let its user write there";
  }
  if (/certificate|CERT_|self-signed/i.test(words)) {
    return `give the runner the certificate authority of ${host} in NODE_EXTRA_CA_CERTS`;
  }
  return `check that this runner reaches ${host}, by HTTPS_PROXY if it needs one; or ${otherwise}`;
}
