// The inputs of buildx itself: which version, from where, and its checksum.
import { valid, validRange } from "semver";
import type { Complain, Fields } from "./fields.ts";

export type BuildxInputs = {
  readonly version: WantedVersion;
  /** Without a slash at its end. */
  readonly downloadUrl: string;
  /** SHA-256 of the program, 64 lower-case hexadecimal digits. */
  readonly checksum: string | undefined;
};

/** Versions are written without the `v`: `0.36.1`. */
export type WantedVersion =
  | { readonly kind: "any" }
  | { readonly kind: "latest" }
  | { readonly kind: "exact"; readonly version: string }
  | { readonly kind: "range"; readonly range: string };

const officialReleases = "https://github.com/docker/buildx/releases";

export function readBuildx(fields: Fields): BuildxInputs {
  const { complain } = fields;
  return {
    version: readVersion(fields.text("buildx-version"), complain),
    downloadUrl: readUrl(fields.text("buildx-download-url") ?? officialReleases, complain),
    checksum: readChecksum(fields.text("buildx-checksum"), complain),
  };
}

function readVersion(text: string | undefined, complain: Complain): WantedVersion {
  if (text === undefined) return { kind: "any" };
  if (text === "latest") return { kind: "latest" };
  const version = valid(text);
  if (version !== null) return { kind: "exact", version };
  const range = validRange(text);
  if (range !== null) return { kind: "range", range: text };
  complain(
    "buildx-version",
    `\`${text}\` is not a version; take \`latest\`, a version such as \`v0.36.1\`, or a range such as \`>=0.33\` or \`0.36.x\``,
  );
  return { kind: "any" };
}

// A user name or a password in it would come back in every error and in the log.
function readUrl(text: string, complain: Complain): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url?.username || url?.password) {
    complain(
      "buildx-download-url",
      "has a user name or a password in it; take a mirror that needs none",
    );
  } else if (!isWeb || url?.search || url?.hash) {
    complain(
      "buildx-download-url",
      `\`${text}\` is not the base URL of a mirror; one is \`https://mirror.internal/docker/buildx/releases\`, with \`download/v0.36.1/\` below it`,
    );
  }
  return text.replace(/\/+$/, "");
}

function readChecksum(text: string | undefined, complain: Complain): string | undefined {
  if (text === undefined) return undefined;
  const digits = text.toLowerCase().replace(/^sha256:/, "");
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  complain(
    "buildx-checksum",
    `\`${text}\` is not a SHA-256; it takes 64 hexadecimal digits, with or without \`sha256:\` before them, as in \`sha256:${"48af8a39".repeat(8)}\``,
  );
  return undefined;
}
