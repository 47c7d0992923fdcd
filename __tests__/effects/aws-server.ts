// AWS's API as far as a login to ECR asks it, with the signature checked by the rules that AWS has
// published: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export const key = {
  id: "AKIAIOSFODNN7EXAMPLE",
  secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

export type AwsServer = AsyncDisposable & {
  readonly url: string;
  /** The bodies of requests whose signature was right, and what they ask for. */
  readonly asked: readonly { readonly target: string; readonly body: unknown }[];
};

/** @param login what the token that it gives stands for, `AWS:password` */
export async function awsServer(login: string): Promise<AwsServer> {
  const asked: { target: string; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const target = String(request.headers["x-amz-target"]);
    if (!isSigned(request, body)) {
      const words = {
        __type: "UnrecognizedClientException",
        message: "The security token is invalid.",
      };
      response.writeHead(400).end(JSON.stringify(words));
      return;
    }
    asked.push({ target, body: JSON.parse(body) });
    const one = { authorizationToken: Buffer.from(login).toString("base64") };
    const isPublic = target.startsWith("Spencer");
    response.end(JSON.stringify({ authorizationData: isPublic ? one : [one] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += part;
  return text;
}

function isSigned({ method, url, headers }: IncomingMessage, body: string): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/((\d{8})\/([^/]+)\/([^/]+)\/aws4_request), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, id, scope = "", date = "", region = "", service = "", names = "", signature] =
    form.exec(headers.authorization ?? "") ?? [];
  if (id !== key.id) return false;
  const signed = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const request = [method, url, "", signed.join(""), names, hash(body)].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hash(request)].join("\n");
  const steps = [date, region, service, "aws4_request"];
  const secret = steps.reduce<string | Buffer>(hmac, `AWS4${key.secret}`);
  return hmac(secret, text).toString("hex") === signature && names.includes("x-amz-target");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(secret: string | Buffer, text: string): Buffer {
  return createHmac("sha256", secret).update(text).digest();
}
