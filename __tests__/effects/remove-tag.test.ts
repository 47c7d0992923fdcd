// A registry that takes `DELETE` of tags, in the ways that registries ask for credentials: the one
// of the tests refuses it.
import { createServer, type IncomingMessage, type Server } from "node:http";
import { expect, test } from "vitest";
import { removeTag } from "../../src/effects/remove-tag.ts";

type Answer = { readonly status: number; readonly challenge?: string; readonly body?: string };

const login = { registry: "r", username: "me", password: "a:b" };
const basic = `Basic ${Buffer.from("me:a:b").toString("base64")}`;

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
  const remove = (as: typeof login | "nobody" = login) =>
    removeTag(
      { repository: `${host}/o/app`, tag: "t" },
      { settings: { http: true }, login: as === "nobody" ? undefined : as, authorities: [] },
    );
  return { asked, remove, [Symbol.dispose]: () => server.close() };
}

const path = "/v2/o/app/manifests/t";
const authorized = (request: IncomingMessage, by: string) => request.headers.authorization === by;

test("a registry that asks for nothing gets no password", async () => {
  using fake = await registry(() => ({ status: 202 }));
  expect(await fake.remove()).toBeUndefined();
  expect(fake.asked).toEqual([`DELETE ${path} -`]);
});

test("a registry that asks for a password gets it", async () => {
  using fake = await registry((request) =>
    authorized(request, basic) ? { status: 202 } : { status: 401, challenge: 'Basic realm="r"' },
  );
  expect(await fake.remove()).toBeUndefined();
  expect(fake.asked).toEqual([`DELETE ${path} -`, `DELETE ${path} ${basic}`]);
});

test.each(["token", "access_token"])("a registry that wants a token gets its %s", async (key) => {
  using fake = await registry((request, host) => {
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
  using fake = await registry(() => ({ status: 404 }));
  expect(await fake.remove()).toBeUndefined();
});

test.each([400, 403, 405, 500])("a registry that answers %i keeps the tag", async (status) => {
  using fake = await registry(() => ({ status }));
  expect(await fake.remove()).toBe(`it answers ${status}`);
});

test("without a login the refusal is told", async () => {
  using fake = await registry(() => ({ status: 401, challenge: 'Basic realm="r"' }));
  expect(await fake.remove("nobody")).toBe("it answers 401");
  expect(fake.asked).toEqual([`DELETE ${path} -`, `DELETE ${path} -`]);
});

test("a token server that refuses is named", async () => {
  using fake = await registry((request, host) =>
    request.url?.startsWith("/auth")
      ? { status: 403 }
      : { status: 401, challenge: `Bearer realm="http://${host}/auth"` },
  );
  expect(await fake.remove()).toMatch(/^127\.0\.0\.1:\d+ gives no token: it answers 403$/);
});

test("a registry that is not there is no failure", async () => {
  const words = await removeTag(
    { repository: "127.0.0.1:1/o/app", tag: "t" },
    { settings: { http: true }, login, authorities: [] },
  );
  expect(words).toContain("ECONNREFUSED");
});
