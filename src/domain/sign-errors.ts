// How signing fails.

type ServiceFailure = {
  /** The service's own words, or the network's. */
  readonly words: string;
  /** What it answered, if it did: 503. */
  readonly status?: number | undefined;
  /** When to try again, if it said so. */
  readonly until?: Date | undefined;
  readonly cause?: unknown;
};

/** A service that signing needs refused, or did not answer. */
export class SigstoreError extends Error implements ServiceFailure {
  override readonly name = "SigstoreError";
  /** `fulcio.sigstore.dev` */
  readonly host: string;
  readonly words: string;
  readonly status: number | undefined;
  readonly until: Date | undefined;

  constructor(host: string, { words, status, until, cause }: ServiceFailure) {
    super(`asking ${host} failed: ${words}`, { cause });
    this.host = host;
    this.words = words;
    this.status = status;
    this.until = until;
  }
}

/** Manifests that could not be signed, each with the reason. */
export class SigningError extends Error {
  override readonly name = "SigningError";
  /** `registry/path@sha256:…` of what is signed all the same. */
  readonly signed: readonly string[];
  readonly unsigned: readonly { readonly name: string; readonly error: unknown }[];

  /** @param title what they come to: "signing failed, and no tag was moved" */
  constructor(title: string, { signed, unsigned }: Pick<SigningError, "signed" | "unsigned">) {
    super(title, { cause: unsigned[0]?.error });
    this.signed = signed;
    this.unsigned = unsigned;
  }
}
