// Vouches for a job as GitHub does: a token for each audience, and the keys to check it by.
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Front, type FrontOptions, front } from "./front.ts";

/** The job that the tokens are about. */
const job = {
  repository: "octo/hello",
  ref: "refs/tags/v1.2.3",
  workflow: ".github/workflows/release.yml",
  sha: "0123456789abcdef0123456789abcdef01234567",
} as const;

const workflowRef = `${job.repository}/${job.workflow}@${job.ref}`;

/** The claim `sub`. */
export const subject = `repo:${job.repository}:ref:${job.ref}`;

/** Whom Fulcio certifies for a job of GitHub's: its workflow. */
export const workflowIdentity = `https://github.com/${workflowRef}`;

export type TokenIssuer = Front & {
  /** What a job with `id-token: write` has. */
  readonly environment: {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
  };
};

export async function tokenIssuer(options: FrontOptions): Promise<TokenIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = sha256(publicKey.export({ type: "spki", format: "der" }));
  const jobToken = crypto.randomUUID();
  const server: Front = await front((request, response) => {
    const { url } = server;
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const answers: Readonly<Record<string, () => object>> = {
      "/.well-known/openid-configuration": () => configuration(url),
      "/.well-known/jwks": () => ({
        keys: [{ ...publicKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" }],
      }),
      "/token": () => {
        const value = jwt(claims(url, searchParams.get("audience")), { kid, privateKey });
        return { count: value.length, value };
      },
    };
    const isAllowed =
      pathname !== "/token" ||
      request.headers.authorization?.toLowerCase() === `bearer ${jobToken}`;
    const answer = isAllowed ? answers[pathname]?.() : { message: "not authorized" };
    response.writeHead(isAllowed ? (answer === undefined ? 404 : 200) : 401, {
      "content-type": "application/json",
    });
    response.end(JSON.stringify(answer ?? {}));
  }, options);
  return {
    ...server,
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: jobToken,
    },
  };
}

// https://openid.net/specs/openid-connect-discovery-1_0.html
function configuration(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

// https://docs.github.com/en/actions/reference/security/oidc
function claims(issuer: string, audience: string | null) {
  const now = Math.floor(Date.now() / 1000);
  const { repository, ref, sha } = job;
  return {
    jti: crypto.randomUUID(),
    iss: issuer,
    // GitHub's own choice if none is asked for.
    aud: audience ?? "https://github.com/octo",
    sub: subject,
    iat: now,
    nbf: now,
    exp: now + 300,
    actor: "mona",
    actor_id: "3",
    base_ref: "",
    event_name: "push",
    head_ref: "",
    job_workflow_ref: workflowRef,
    job_workflow_sha: sha,
    ref,
    ref_protected: "false",
    ref_type: "tag",
    repository,
    repository_id: "1",
    repository_owner: "octo",
    repository_owner_id: "2",
    repository_visibility: "public",
    run_attempt: "1",
    run_id: "42",
    run_number: "7",
    runner_environment: "github-hosted",
    sha,
    workflow: "release",
    workflow_ref: workflowRef,
    workflow_sha: sha,
  };
}

type SigningKey = { readonly kid: string; readonly privateKey: KeyObject };

function jwt(payload: object, { kid, privateKey }: SigningKey): string {
  const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = `${base64url({ alg: "RS256", typ: "JWT", kid })}.${base64url(payload)}`;
  return `${head}.${sign("sha256", Buffer.from(head), privateKey).toString("base64url")}`;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
