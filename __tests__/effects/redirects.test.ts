// Redirects and challenges: a login goes to the origin that it is for, and to no other.
import { expect, test } from "vitest";
import { certificateAuthority } from "../e2e/certificate-authority.ts";
import {
  type Answer,
  ask,
  authOf,
  configFolder,
  good,
  path,
  server,
  settings,
  wantsBasic,
  wantsToken,
} from "./registry-servers.ts";

const login = { auth: authOf("a:b") };
const basic = `Basic ${authOf("a:b")}`;
const to = (location: string): Answer => ({ status: 307, headers: { location } });
const unauthorized = (challenge: string): Answer => ({
  status: 401,
  headers: { "www-authenticate": challenge },
});

test("another host that a blob is redirected to gets no authorization", async () => {
  using storage = await server(() => ({ status: 200, body: "blob" }));
  using registry = await server((request) =>
    request.headers.authorization === undefined
      ? wantsBasic(request)
      : to(`http://${storage.host}/blob?signed`),
  );
  await using config = await configFolder({ auths: { [registry.host]: login } });
  const { body } = await ask(registry.host, { dockerConfig: config.folder });
  expect(body.toString()).toBe("blob");
  expect(storage.asked).toEqual(["GET /blob?signed -"]);
});

test("the same host without TLS gets no authorization, and with TLS it does", async () => {
  await using authority = await certificateAuthority();
  const answer = async (scheme: string) => {
    using registry = await server((request) => {
      if (request.url === "/moved") return { status: 200 };
      if (request.headers.authorization === undefined) return wantsBasic(request);
      return to(`${scheme}://${request.headers.host}/moved`);
    }, authority.server);
    await using config = await configFolder({ auths: { [registry.host]: login } });
    const hosts = { [registry.host]: { ...settings, ca: [authority.authority] } };
    expect((await ask(registry.host, { hosts, dockerConfig: config.folder })).status).toBe(200);
    return registry.asked.at(-1);
  };
  expect(await answer("http")).toBe("GET /moved -");
  expect(await answer("https")).toBe(`GET /moved ${basic}`);
});

test("what was taken away on the way to another host does not come back", async () => {
  using storage = await server(() => to(`http://${registry.host}/again`));
  using registry = await server((request) => {
    if (request.url === "/again") return { status: 200 };
    return request.headers.authorization === undefined
      ? wantsBasic(request)
      : to(`http://${storage.host}/blob`);
  });
  await using config = await configFolder({ auths: { [registry.host]: login } });
  await ask(registry.host, { dockerConfig: config.folder });
  expect(registry.asked.at(-1)).toBe("GET /again -");
});

test.each([
  ["Basic", () => 'Basic realm="r"'],
  ["Bearer", (host: string) => `Bearer realm="http://${host}/token"`],
])("another host that asks for a login by %s gets none", async (_, challenge) => {
  using other = await server(({ headers }) => unauthorized(challenge(headers.host ?? "")));
  using registry = await server(() => to(`http://${other.host}/blob`));
  await using config = await configFolder({ auths: { [registry.host]: login } });
  const answer = await ask(registry.host, { dockerConfig: config.folder });
  expect(answer).toMatchObject({ status: 401, elsewhere: other.host });
  expect(other.asked).toEqual(["GET /blob -"]);
});

test("a token server that redirects to another host takes no login there", async () => {
  using other = await server(() => good);
  using registry = await server(wantsToken(() => to(`http://${other.host}/token`)));
  await using config = await configFolder({ auths: { [registry.host]: login } });
  expect((await ask(registry.host, { dockerConfig: config.folder })).status).toBe(200);
  expect(registry.asked[1]).toContain(basic);
  expect(other.asked).toEqual(["GET /token -"]);
});

test("a registry that redirects in circles is left after some rounds", async () => {
  using registry = await server(() => to(path));
  await expect(ask(registry.host)).rejects.toMatchObject({
    words: `it redirects more than 5 times, in the end to http://${registry.host}${path}`,
  });
  expect(registry.asked).toHaveLength(6);
});

test.each(["ftp://files.internal/blob", "http://", "//:x"])(
  "a redirect to %s is told",
  async (location) => {
    using registry = await server(() => to(location));
    await expect(ask(registry.host)).rejects.toMatchObject({
      words: `${registry.host} redirects to what is no address over HTTP`,
    });
  },
);

test.each<[string, (host: string) => string]>([
  ["first Bearer", (host) => `Bearer realm="http://${host}/token",service="s", Basic realm="r"`],
  ["first Basic", (host) => `Basic realm="r", Bearer realm="http://${host}/token",service="s"`],
  ["no quotes, with blanks", (host) => `Bearer realm = http://${host}/token , Service = s`],
  ["a relative realm", () => 'Bearer realm="/token",service="s"'],
])("a token is taken from challenges with %s", async (_, challenge) => {
  using registry = await server((request) => {
    if (request.url?.startsWith("/token")) return good;
    if (request.headers.authorization === "Bearer good") return { status: 200 };
    return unauthorized(challenge(request.headers.host ?? ""));
  });
  await using config = await configFolder({ auths: { [registry.host]: login } });
  expect((await ask(registry.host, { dockerConfig: config.folder })).status).toBe(200);
  expect(registry.asked[1]).toBe(`GET /token?service=s ${basic}`);
});

test("challenges in headers of their own are all read", async () => {
  using registry = await server(({ headers, url }) => {
    if (url?.startsWith("/token")) return good;
    if (headers.authorization === "Bearer good") return { status: 200 };
    const both = ['Basic realm="r"', `Bearer realm="http://${headers.host}/token"`];
    return { status: 401, headers: { "www-authenticate": both } };
  });
  expect((await ask(registry.host)).status).toBe(200);
});

test("the realm keeps its own query, and each scope is a parameter", async () => {
  using registry = await server((request) => {
    if (request.url?.startsWith("/token")) return good;
    if (request.headers.authorization === "Bearer good") return { status: 200 };
    return unauthorized('Bearer realm="/token?a=1",scope="x:y:pull z:w:pull",error="invalid"');
  });
  await ask(registry.host);
  expect(registry.asked[1]).toBe("GET /token?a=1&scope=x%3Ay%3Apull&scope=z%3Aw%3Apull -");
});

test.each([
  ["a web page", "<html>"],
  ["no token", "{}"],
  ["an empty one", '{"token":"","access_token":null}'],
])("a token server that answers with %s is named", async (_, body) => {
  using registry = await server(wantsToken(() => ({ status: 200, body })));
  await expect(ask(registry.host)).rejects.toMatchObject({
    words: `${registry.host} gives no token: its answer has none`,
  });
});

test("an access_token beside an empty token is taken", async () => {
  const body = '{"token":"","access_token":"good"}';
  using registry = await server(wantsToken(() => ({ status: 200, body })));
  expect((await ask(registry.host)).status).toBe(200);
});

test("a challenge that nobody can answer is the registry's refusal", async () => {
  using registry = await server(() => unauthorized("Negotiate"));
  expect((await ask(registry.host)).status).toBe(401);
});
