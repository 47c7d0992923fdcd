// The inputs of buildx itself: which version, from where, and its checksum.
import { type BuildxNeed, everyRun } from "./buildx-needs.ts";
import type { WantedVersion } from "./buildx-version-input.ts";
import type { Complain, Fields } from "./fields.ts";

export type BuildxInputs = {
  readonly version: WantedVersion;
  /** Without a slash at its end. */
  readonly downloadUrl: string;
  /** SHA-256 of the program, 64 lower-case hexadecimal digits. */
  readonly checksum: string | undefined;
};

const officialReleases = "https://github.com/docker/buildx/releases";

/** @param need of the other inputs, which `buildx-version` has to meet */
export async function readBuildx(
  fields: Fields,
  need: BuildxNeed = everyRun,
): Promise<BuildxInputs> {
  const { complain } = fields;
  return {
    version: await versionOf(fields.text("buildx-version"), need, complain),
    downloadUrl: readUrl(fields.text("buildx-download-url") ?? officialReleases, complain),
    checksum: readChecksum(fields.text("buildx-checksum"), complain),
  };
}

async function versionOf(
  text: string | undefined,
  need: BuildxNeed,
  complain: Complain,
): Promise<WantedVersion> {
  if (text === undefined) return { kind: "any" };
  if (text === "latest") return { kind: "latest" };
  const { readVersion } = await import("./buildx-version-input.ts");
  return readVersion(text, need, complain);
}

// A user name or a password in it would come back in every error and in the log.
function readUrl(text: string, complain: Complain): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url?.username || url?.password) {
    complain("buildx-download-url", "has a user name or a password; use a mirror that needs none");
  } else if (!isWeb || url?.search || url?.hash) {
    complain(
      "buildx-download-url",
      `\`${text}\` is not the base URL of a mirror; write, for example, \`https://mirror.internal/docker/buildx/releases\`, with \`download/v0.36.1/\` below it`,
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
    `\`${text}\` is not a SHA-256; write 64 hexadecimal digits, with or without \`sha256:\`, as in \`sha256:${"48af8a39".repeat(8)}\``,
  );
  return undefined;
}
