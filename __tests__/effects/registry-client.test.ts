// How registries are spoken to: logins, tokens, redirects, TLS and proxies, with servers of our own.
import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, test, vi } from "vitest";
import { registryClient } from "../../src/effects/registry-client.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { placeOf } from "../../src/plan/registry-access.ts";
import { certificateAuthority } from "../e2e/certificate-authority.ts";
import {
  ask,
  authOf,
  configFolder,
  good,
  path,
  server,
  settings,
  usual,
  wantsBasic,
  wantsToken,
} from "./registry-servers.ts";

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
