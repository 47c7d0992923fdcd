// Exchanges an AWS access key for the login that a registry of Amazon's takes.
import { sign } from "aws4";
import * as v from "valibot";
import type { EcrPlace } from "../domain/ecr-place.ts";
import { UserError } from "../domain/errors.ts";
import { messageOf } from "../domain/message-of.ts";
import type { Login } from "../inputs/login-inputs.ts";
import type { AwsEnvironment } from "../plan/login-ecr.ts";
import { wholeAnswer } from "./http-answer.ts";
import { httpClient, type Proxies } from "./http-client.ts";

const seconds = 30;

const targets = {
  ecr: "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken",
  "ecr-public": "SpencerFrontendService.GetAuthorizationToken",
} as const;
const authorization = v.object({ authorizationToken: v.string() });
const answer = v.object({
  authorizationData: v.union([v.tupleWithRest([authorization], authorization), authorization]),
});
const refusal = v.object({ message: v.optional(v.string()), __type: v.optional(v.string()) });

/**
 * The user name and password that stand for an access key for twelve hours:
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 *
 * @param login with the key's ID as user name and the key as password
 * @param mask takes what no log may show
 * @throws UserError with AWS's words
 */
export async function ecrLogin(
  login: Login,
  place: EcrPlace,
  {
    aws,
    proxies,
    mask,
  }: {
    readonly aws: AwsEnvironment;
    readonly proxies: Proxies;
    readonly mask: (secret: string) => void;
  },
): Promise<Login> {
  const { registry } = login;
  let token: string;
  try {
    token = await askToken(login, place, { aws, proxies });
  } catch (error) {
    const more = place.service === "ecr" ? "" : " and `sts:GetServiceBearerToken`";
    const tryThis = `see that the key is active, and that it may do \`${place.service}:GetAuthorizationToken\`${more}`;
    throw new UserError(
      `no login to ${registry}: AWS gives no token for the access key in \`username\` and \`password\`: ${messageOf(error)}`,
      { tryThis, cause: error },
    );
  }
  const text = Buffer.from(token, "base64").toString("utf8");
  const colon = text.indexOf(":");
  const [username, password] = [text.slice(0, colon), text.slice(colon + 1)];
  for (const secret of [token, password]) mask(secret);
  return { registry, username, password };
}

async function askToken(
  { username, password }: Login,
  { service, region, endpoint, account }: EcrPlace,
  { aws, proxies }: { readonly aws: AwsEnvironment; readonly proxies: Proxies },
): Promise<string> {
  const url = new URL(aws.endpoints[service] ?? endpoint);
  const body = JSON.stringify(account === undefined ? {} : { registryIds: [account] });
  // A temporary key has a token beside it.
  const sessionToken = username === aws.accessKeyId ? aws.sessionToken : undefined;
  const { headers = {} } = sign(
    {
      ...{ method: "POST", host: url.host, path: url.pathname, service, region },
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": targets[service],
      },
      body,
    },
    {
      accessKeyId: username,
      secretAccessKey: password,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
  );
  const request = { method: "POST", url: url.href, headers: textsOf(headers), body } as const;
  const answered = await wholeAnswer(
    await httpClient(proxies)({ ...request, within: seconds * 1000 }),
  );
  const { status } = answered;
  const text = answered.body.toString("utf8");
  if (status !== 200) throw new Error(refusalOf(status, text));
  const { authorizationData: data } = v.parse(answer, JSON.parse(text));
  const [first] = Array.isArray(data) ? data : [data];
  return first.authorizationToken;
}

function refusalOf(status: number, text: string): string {
  try {
    const { message, __type: kind } = v.parse(refusal, JSON.parse(text));
    return message ?? kind ?? `it answers ${status}`;
  } catch {
    return `it answers ${status}`;
  }
}

function textsOf(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
