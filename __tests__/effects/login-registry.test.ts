// Logins that docker can't try: over plain HTTP, and with certificates that nobody checks.
import { expect, test } from "vitest";
import { refusesLogin } from "../../src/effects/login-registry.ts";
import { authOf, server } from "./registry-servers.ts";

const login = (registry: string) => ({ registry, username: "me", password: "pw" });

test.each([
  ["takes it", 200, undefined, undefined],
  ["asks for it again", 401, 'Basic realm="r"', "it answers 401"],
  ["wants a token or it", 401, 'Basic realm="r", Bearer realm="/token"', undefined],
  ["wants a token", 401, 'Bearer realm="/token",service="Basic x"', undefined],
  ["forbids it", 403, undefined, "it answers 403"],
])("a registry that %s", async (_, status, challenge, words) => {
  using registry = await server(() => ({
    status,
    ...(challenge === undefined ? {} : { headers: { "www-authenticate": challenge } }),
  }));
  expect(await refusesLogin(login(registry.host), { plainHttp: true, proxies: {} })).toBe(words);
  expect(registry.asked).toEqual([`GET /v2/ Basic ${authOf("me:pw")}`]);
});

test("a redirect is not followed, so that the login stays where it belongs", async () => {
  using other = await server(() => ({ status: 200 }));
  const location = `http://${other.host}/v2/`;
  using registry = await server(() => ({ status: 307, headers: { location } }));
  await refusesLogin(login(registry.host), { plainHttp: true, proxies: {} });
  expect(other.asked).toEqual([]);
});
