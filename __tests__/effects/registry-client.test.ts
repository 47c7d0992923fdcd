// How registries are spoken to: logins, tokens, redirects, TLS and proxies, with servers of our own.
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test, vi } from "vitest";
import { registryClient } from "../../src/effects/registry-client.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { placeOf, type RegistryAccess } from "../../src/plan/registry-access.ts";
import { certificateAuthority } from "../e2e/certificate-authority.ts";

type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

type Files = { readonly certificate: string; readonly key: string };

async function server(answer: (request: IncomingMessage, body: string) => Answer, tls?: Files) {
  const asked: string[] = [];
  const listener: RequestListener = async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? "-"}`);
    const { status, headers, body: text } = answer(request, body);
    response.writeHead(status, headers).end(text);
  };
  const started =
    tls === undefined
      ? createServer(listener)
      : createTlsServer(
          { cert: await readFile(tls.certificate), key: await readFile(tls.key) },
          listener,
        );
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  return {
    asked,
    host: `127.0.0.1:${port}`,
    [Symbol.dispose]: () => {
      started.closeAllConnections();
      started.close();
    },
  };
}

const usual: RegistryAccess = { hosts: {}, dockerConfig: undefined, proxies: {} };
const settings = { http: false, insecure: false, ca: [], keyPairs: [] };
const path = "/v2/o/app/manifests/1";

async function ask(host: string, access: Partial<RegistryAccess> = {}, shell = systemShell({})) {
  const client = registryClient({ ...usual, ...access }, shell);
  return await client.ask("GET", `${host}/o/app`, "manifests/1");
}

async function configFolder(config: object) {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-config-"));
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

const authOf = (text: string) => Buffer.from(text).toString("base64");
const wantsBasic = ({ headers }: IncomingMessage): Answer =>
  headers.authorization === undefined
    ? { status: 401, headers: { "www-authenticate": 'Basic realm="r"' } }
    : { status: 200 };
/** A registry with a token server of its own. */
const wantsToken = (token: (request: IncomingMessage, body: string) => Answer) => {
  return (request: IncomingMessage, body: string): Answer => {
    if (request.url?.startsWith("/token")) return token(request, body);
    if (request.headers.authorization === "Bearer good") return { status: 200 };
    const realm = `http://${request.headers.host}/token`;
    const challenge = `Bearer realm="${realm}",service="s",scope="repository:o/app:pull"`;
    return { status: 401, headers: { "www-authenticate": challenge } };
  };
};
const good = { status: 200, body: '{"token":"good"}' };

test("loopback is spoken to over plain HTTP where it speaks no TLS, also by requests side by side", async () => {
  using registry = await server(() => ({ status: 200, body: "bytes" }));
  const client = registryClient(usual, systemShell({}));
  const answers = await Promise.all(
    ["1", "2", "3"].map((tag) => client.ask("GET", `${registry.host}/o/app`, `manifests/${tag}`)),
  );
  expect(answers.map(({ body }) => body.toString())).toEqual(["bytes", "bytes", "bytes"]);
});

test("a login of the configuration is shown to who asks for one, and to nobody else", async () => {
  using registry = await server(wantsBasic);
  const auths = { [registry.host]: { auth: authOf("me:a:b") }, other: { auth: authOf("x:y") } };
  await using config = await configFolder({ auths });
  expect((await ask(registry.host, { dockerConfig: config.folder })).status).toBe(200);
  expect(registry.asked).toEqual([`GET ${path} -`, `GET ${path} Basic ${authOf("me:a:b")}`]);
  using open = await server(() => ({ status: 200 }));
  await ask(open.host, { dockerConfig: config.folder });
  expect(open.asked).toEqual([`GET ${path} -`]);
});

test("one token serves a repository, however many requests were refused for want of it", async () => {
  using registry = await server(wantsToken(() => good));
  const client = registryClient(usual, systemShell({}));
  const both = ["1", "2"].map((tag) =>
    client.ask("GET", `${registry.host}/o/app`, `manifests/${tag}`),
  );
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
  await client.ask("GET", `${registry.host}/o/app`, "manifests/3");
  const tokens = registry.asked.filter((line) => line.startsWith("GET /token"));
  expect(tokens).toEqual(["GET /token?service=s&scope=repository%3Ao%2Fapp%3Apull -"]);
});

test("a token server that refuses once is asked once more", async () => {
  let asked = 0;
  using registry = await server(wantsToken(() => (asked++ === 0 ? { status: 401 } : good)));
  expect((await ask(registry.host)).status).toBe(200);
});

test("a token server that goes on refusing is named", async () => {
  using registry = await server(wantsToken(() => ({ status: 403 })));
  await expect(ask(registry.host)).rejects.toMatchObject({
    name: "RegistryError",
    words: `${registry.host} gives no token: it answers 403`,
    status: 403,
  });
});

test("an identity token is handed in as a refresh token, not in an address", async () => {
  let form = "";
  using registry = await server(
    wantsToken((request, body) => {
      form = `${request.method} ${body}`;
      return good;
    }),
  );
  const auths = { [registry.host]: { auth: authOf("00:"), identitytoken: "secret" } };
  await using config = await configFolder({ auths });
  expect((await ask(registry.host, { dockerConfig: config.folder })).status).toBe(200);
  expect(form).toMatch(/^POST grant_type=refresh_token&.*&refresh_token=secret$/);
  expect(registry.asked.join("\n")).not.toContain("secret");
});

test.each([
  ["for all hosts", (host: string) => ({ auths: { [host]: {} }, credsStore: "stand-in" })],
  ["for this host", (host: string) => ({ credHelpers: { [host]: "stand-in" }, credsStore: "no" })],
])("a credential helper %s is asked, and gets the host on its standard input", async (_, made) => {
  using registry = await server(wantsBasic);
  await using config = await configFolder(made(registry.host));
  const helper = join(config.folder, "docker-credential-stand-in");
  const script = `#!/bin/sh\nread -r host || true\nprintf '{"Username":"%s","Secret":"s"}' "$host"\n`;
  await writeFile(helper, script);
  await chmod(helper, 0o755);
  vi.stubEnv("PATH", `${config.folder}${delimiter}${process.env["PATH"]}`);
  await ask(registry.host, { dockerConfig: config.folder }, systemShell(process.env));
  vi.unstubAllEnvs();
  expect(registry.asked.at(-1)).toBe(`GET ${path} Basic ${authOf(`${registry.host}:s`)}`);
});

test("an empty helper for the host means the file", async () => {
  using registry = await server(wantsBasic);
  const auths = { [registry.host]: { auth: authOf("me:pw") } };
  const config = { auths, credsStore: "none", credHelpers: { [registry.host]: "" } };
  await using folder = await configFolder(config);
  expect((await ask(registry.host, { dockerConfig: folder.folder })).status).toBe(200);
});

test("another host that a blob is redirected to gets no authorization", async () => {
  using storage = await server(() => ({ status: 200, body: "blob" }));
  using registry = await server((request) =>
    request.headers.authorization === undefined
      ? wantsBasic(request)
      : { status: 307, headers: { location: `http://${storage.host}/blob?signed` } },
  );
  await using config = await configFolder({ auths: { [registry.host]: { auth: authOf("a:b") } } });
  const { body } = await ask(registry.host, { dockerConfig: config.folder });
  expect(body.toString()).toBe("blob");
  expect(storage.asked).toEqual(["GET /blob?signed -"]);
});

test("a registry that redirects in circles is left after some rounds", async () => {
  using registry = await server(() => ({ status: 302, headers: { location: path } }));
  expect((await ask(registry.host)).status).toBe(302);
  expect(registry.asked.length).toBeLessThan(10);
});

test("a certificate is checked against the authority given, or not at all", async () => {
  await using authority = await certificateAuthority();
  using registry = await server(() => ({ status: 200 }), authority.server);
  const { host } = registry;
  await expect(ask(host)).rejects.toMatchObject({ words: expect.stringMatching(/certificate/) });
  expect(registry.asked).toEqual([]);
  const known = { [host]: { ...settings, ca: [authority.authority] } };
  expect((await ask(host, { hosts: known })).status).toBe(200);
  const unchecked = { [host]: { ...settings, insecure: true } };
  expect((await ask(host, { hosts: unchecked })).status).toBe(200);
});

test("the runner's proxy is asked in place of the registry", async () => {
  using proxy = await server(() => ({ status: 200, body: "by the proxy" }));
  const hosts = { "registry.invalid": { ...settings, http: true } };
  const proxies = { HTTP_PROXY: `http://${proxy.host}` };
  const { body } = await ask("registry.invalid", { hosts, proxies });
  expect(body.toString()).toBe("by the proxy");
  expect(proxy.asked).toEqual([`GET http://registry.invalid${path} -`]);
});

test("Docker Hub's images are served by another host", () => {
  const place = { host: "registry-1.docker.io", path: "library/alpine" };
  expect(placeOf("docker.io/library/alpine")).toEqual(place);
  expect(placeOf("ghcr.io/o/app")).toEqual({ host: "ghcr.io", path: "o/app" });
});
