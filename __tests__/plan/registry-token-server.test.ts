import { expect, test } from "vitest";
import { tokenServer } from "../../src/plan/registry-token-server.ts";

const asked = "https://registry.internal:5000/v2/o/app/manifests/1";
const where = (realm: string, { url = asked, plain = "", hasLogin = true } = {}) => {
  const server = tokenServer(realm, url, { isPlain: (host) => host === plain, hasLogin });
  return server.ok ? server.value.href : server.problem;
};

test.each([
  ["https://auth.internal/token", "https://auth.internal/token"],
  ["/token?a=b", "https://registry.internal:5000/token?a=b"],
  ["token", "https://registry.internal:5000/v2/o/app/manifests/token"],
  // The registry does not know that a proxy before it speaks TLS.
  ["http://registry.internal/v2/token?a=b", "https://registry.internal:5000/v2/token?a=b"],
  ["http://registry.internal:5000/token", "https://registry.internal:5000/token"],
  ["http://127.0.0.1:5001/token", "http://127.0.0.1:5001/token"],
])("%s is %s", (realm, url) => {
  expect(where(realm)).toBe(url);
});

test("a login for a registry with TLS goes to no other host without, unless the settings say so", () => {
  const realm = "http://auth.internal/token";
  expect(where(realm)).toBe(
    "it wants the login to be sent to http://auth.internal, which is not encrypted; `registries: 'auth.internal: {http: true}'` allows that",
  );
  expect(where("http://registry.internal:5001/token")).toMatch(/not encrypted/);
  expect(where(realm, { plain: "auth.internal" })).toBe(realm);
  expect(where(realm, { hasLogin: false })).toBe(realm);
  expect(where(realm, { url: "http://registry.internal/v2/" })).toBe(realm);
});

test.each(["", "ftp://auth.internal/", "http://", "file:///token"])(
  "%j is no token server",
  (realm) => {
    expect(where(realm)).toBe(
      `it asks for a token, and does not say where to get one (realm="${realm}")`,
    );
  },
);
