// Asks a registry to forget a tag, which neither docker nor buildx can.
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { rootCertificates } from "node:tls";
import * as v from "valibot";
import type { Reference } from "../domain/reference.ts";
import type { Login } from "../inputs/login-inputs.ts";
import type { Registry } from "../inputs/registry-inputs.ts";

const timeoutMilliseconds = 10_000;

/** How the registry is spoken to. */
export type Access = {
  readonly settings: Pick<Registry, "http" | "insecure"> | undefined;
  readonly login: Login | undefined;
  /** PEM texts of certificate authorities, beside those that Node has. */
  readonly authorities: readonly string[];
};

/**
 * Removes the tag; its manifest stays. The words say why it could not be; undefined where it is gone.
 *
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#deleting-tags
 */
export async function removeTag(
  { repository, tag }: Reference,
  access: Access,
): Promise<string | undefined> {
  const slash = repository.indexOf("/");
  const [host, path] = [repository.slice(0, slash), repository.slice(slash + 1)];
  const scheme = access.settings?.http ? "http" : "https";
  const url = `${scheme}://${host}/v2/${path}/manifests/${tag}`;
  try {
    const first = await ask("DELETE", url, access);
    const answer =
      first.status === 401
        ? await ask("DELETE", url, { ...access, authorization: await authorize(first, access) })
        : first;
    return [200, 202, 204, 404].includes(answer.status) ? undefined : `it answers ${answer.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Answer = { readonly status: number; readonly challenge: string; readonly body: string };

const token = v.object({ token: v.optional(v.string()), access_token: v.optional(v.string()) });

// https://distribution.github.io/distribution/spec/auth/token/
async function authorize({ challenge }: Answer, access: Access): Promise<string | undefined> {
  const { login } = access;
  const basic =
    login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  if (!/^bearer /i.test(challenge)) return basic;
  const { realm = "", ...fields } = Object.fromEntries(
    Array.from(challenge.matchAll(/(\w+)="([^"]*)"/g), ([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  const query = new URLSearchParams(fields);
  const { status, body } = await ask("GET", `${realm}?${query}`, {
    ...access,
    authorization: basic,
  });
  if (status !== 200)
    throw new Error(`${new URL(realm).host} gives no token: it answers ${status}`);
  const given = v.parse(token, JSON.parse(body));
  return `Bearer ${given.token ?? given.access_token}`;
}

type Asked = Access & { readonly authorization?: string | undefined };

function ask(
  method: string,
  url: string,
  { settings, authorities, authorization }: Asked,
): Promise<Answer> {
  const request = url.startsWith("http:") ? httpRequest : httpsRequest;
  const options = {
    method,
    timeout: timeoutMilliseconds,
    rejectUnauthorized: settings?.insecure !== true,
    ca: [...rootCertificates, ...authorities],
    headers: authorization === undefined ? {} : { authorization },
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("error", reject).on("end", () => {
        const challenge = response.headers["www-authenticate"] ?? "";
        resolve({ status: response.statusCode ?? 0, challenge, body });
      });
    });
    asked.on("timeout", () => asked.destroy(new Error("it does not answer")));
    asked.on("error", reject).end();
  });
}
