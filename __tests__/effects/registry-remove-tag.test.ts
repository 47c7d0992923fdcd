// A registry that takes `DELETE` of tags, in the ways that registries ask for credentials: the one
// of the tests refuses it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { registryClient } from "../../src/effects/registry-client.ts";
import { removeTag } from "../../src/effects/registry-remove-tag.ts";
import { systemShell } from "../../src/effects/shell.ts";

type Answer = { readonly status: number; readonly challenge?: string; readonly body?: string };

const login = { username: "me", password: "a:b" };
const basic = `Basic ${Buffer.from("me:a:b").toString("base64")}`;

function clientOf(host: string, dockerConfig: string | undefined) {
  const hosts = { [host]: { http: true, insecure: false, ca: [], keyPairs: [] } };
  return registryClient({ hosts, dockerConfig, logins: {}, proxies: {} }, systemShell({}));
}

async function registry(answer: (request: IncomingMessage, host: string) => Answer) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? "-"}`);
    const { status, challenge, body } = answer(request, host);
    const headers = challenge === undefined ? {} : { "www-authenticate": challenge };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const dockerConfig = await mkdtemp(join(tmpdir(), "crossbuild-test-"));
  const remove = async (as: typeof login | "nobody" = login) => {
    const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
    const auths = as === "nobody" ? {} : { [host]: { auth } };
    await writeFile(join(dockerConfig, "config.json"), JSON.stringify({ auths }));
    return await removeTag({ repository: `${host}/o/app`, tag: "t" }, clientOf(host, dockerConfig));
  };
  return {
    asked,
    remove,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await rm(dockerConfig, { recursive: true });
    },
  };
}

const path = "/v2/o/app/manifests/t";
const authorized = (request: IncomingMessage, by: string) => request.headers.authorization === by;

test("a registry that asks for nothing gets no password", async () => {
  await using fake = await registry(() => ({ status: 202 }));
  expect(await fake.remove()).toBeUndefined();
  expect(fake.asked).toEqual([`DELETE ${path} -`]);
});

test("a registry that asks for a password gets it", async () => {
  await using fake = await registry((request) =>
    authorized(request, basic) ? { status: 202 } : { status: 401, challenge: 'Basic realm="r"' },
  );
  expect(await fake.remove()).toBeUndefined();
  expect(fake.asked).toEqual([`DELETE ${path} -`, `DELETE ${path} ${basic}`]);
});

test.each(["token", "access_token"])("a registry that wants a token gets its %s", async (key) => {
  await using fake = await registry((request, host) => {
    if (request.url?.startsWith("/auth")) return { status: 200, body: `{"${key}":"abc"}` };
    const challenge = `Bearer realm="http://${host}/auth",service="r",scope="repository:o/app:*"`;
    return authorized(request, "Bearer abc") ? { status: 202 } : { status: 401, challenge };
  });
  expect(await fake.remove()).toBeUndefined();
  expect(fake.asked).toEqual([
    `DELETE ${path} -`,
    `GET /auth?service=r&scope=repository%3Ao%2Fapp%3A* ${basic}`,
    `DELETE ${path} Bearer abc`,
  ]);
});

test("a tag that is gone already is gone", async () => {
  await using fake = await registry(() => ({ status: 404 }));
  expect(await fake.remove()).toBeUndefined();
});

test.each([400, 403, 405, 500])("a registry that answers %i keeps the tag", async (status) => {
  await using fake = await registry(() => ({ status }));
  expect(await fake.remove()).toBe(`it answers ${status}`);
});

test("without a login the refusal is told", async () => {
  await using fake = await registry(() => ({ status: 401, challenge: 'Basic realm="r"' }));
  expect(await fake.remove("nobody")).toBe("it answers 401");
  expect(fake.asked).toEqual([`DELETE ${path} -`, `DELETE ${path} -`]);
});

test("a token server that refuses is named", async () => {
  await using fake = await registry((request, host) =>
    request.url?.startsWith("/auth")
      ? { status: 403 }
      : { status: 401, challenge: `Bearer realm="http://${host}/auth"` },
  );
  expect(await fake.remove()).toMatch(/^127\.0\.0\.1:\d+ gives no token: it answers 403$/);
});

test("a registry that is not there is no failure", async () => {
  const words = await removeTag(
    { repository: "127.0.0.1:1/o/app", tag: "t" },
    clientOf("127.0.0.1:1", undefined),
  );
  expect(words).toContain("ECONNREFUSED");
});
