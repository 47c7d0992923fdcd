// config.json as docker reads it. What docker does with each was looked up in its source.
import { describe, expect, test } from "vitest";
import {
  decodeAuth,
  parseAuthVariable,
  parseDockerSettings,
} from "../../src/plan/docker-config-settings.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const read = (config: unknown) => parseDockerSettings(JSON.stringify(config));
const none = { auth: "", username: "", password: "", identitytoken: "", registrytoken: "" };
const good = base64("me:pw");

describe("what docker takes", () => {
  test.each([
    ["an empty file", ""],
    ["null", "null"],
    [
      "all that can be null",
      '{"auths":null,"credHelpers":null,"credsStore":null,"currentContext":null,"cliPluginsExtraDirs":null,"HttpHeaders":null,"proxies":null,"psFormat":null}',
    ],
  ])("%s", (_, text) => {
    expect(parseDockerSettings(text)).toEqual({
      settings: {
        auths: {},
        credHelpers: {},
        credsStore: "",
        currentContext: "",
        cliPluginsExtraDirs: [],
      },
      problem: undefined,
    });
  });

  test("names in any case, of which the last counts", () => {
    const config = {
      Auths: { "a.internal": { AUTH: good, IdentityToken: null } },
      auths: { "b.internal": { Username: "me", PASSWORD: "pw" } },
      CREDSSTORE: "first",
      credsstore: "last",
      CurrentContext: "mine",
    };
    expect(read(config)).toMatchObject({
      settings: {
        auths: {
          "a.internal": { ...none, auth: good },
          "b.internal": { ...none, username: "me", password: "pw" },
        },
        credsStore: "last",
        currentContext: "mine",
      },
      problem: undefined,
    });
  });

  test("a helper that is null means the file, and a login that is null nothing", () => {
    const { settings, problem } = read({ credHelpers: { a: null }, auths: { b: null } });
    expect([settings.credHelpers, settings.auths, problem]).toEqual([
      { a: "" },
      { b: none },
      undefined,
    ]);
  });

  test("what is not ours stays as it is", () => {
    const others = {
      HttpHeaders: { a: "b" },
      proxies: { default: { httpProxy: "p" } },
      other: [1],
    };
    expect(read(others).settings).toMatchObject(others);
  });
});

describe("what is odd costs only itself", () => {
  test.each([
    [{ credHelpers: 5 }, "`credHelpers`"],
    [{ credsStore: ["x"] }, "`credsStore`"],
    [{ credHelpers: { a: 5, b: "c" } }, '`credHelpers["a"]`'],
    [{ auths: { "a.internal": "x" } }, '`auths["a.internal"]`'],
    [
      { auths: { "a.internal": { auth: good, identitytoken: 5 } } },
      '`auths["a.internal"].identitytoken`',
    ],
    [{ auths: { "a.internal": { auth: "not base64" } } }, '`auths["a.internal"].auth`'],
    [{ auths: { "a.internal": { auth: base64("no colon") } } }, '`auths["a.internal"].auth`'],
    [{ cliPluginsExtraDirs: ["/a", 5] }, "`cliPluginsExtraDirs[1]`"],
    [{ proxies: "x", HttpHeaders: 1 }, "`proxies`, `HttpHeaders`"],
    [{ auths: { "https://u:secret@h/": 5 } }, '`auths["https://***@h/"]`'],
  ])("%j", (odd, places) => {
    const config = {
      ...odd,
      auths: { ...("auths" in odd ? odd.auths : {}), kept: { auth: good } },
    };
    const { settings, problem } = read(config);
    expect(problem).toBe(`has what docker can't read, and which is left out: ${places}`);
    expect(settings.auths["kept"]).toEqual({ ...none, auth: good });
  });

  test("the rest of what has an odd part is kept", () => {
    const { settings } = read({
      credHelpers: { a: 5, b: "c" },
      cliPluginsExtraDirs: ["/a", 5],
      auths: { h: { auth: "!", username: "me", password: "pw" } },
    });
    expect(settings.credHelpers).toEqual({ b: "c" });
    expect(settings.cliPluginsExtraDirs).toEqual(["/a"]);
    expect(settings.auths).toEqual({ h: { ...none, username: "me", password: "pw" } });
  });
});

test.each([
  ['{"auths":{"a":{"auth":"c2VjcmV0', "is not JSON, and is left out"],
  ["[]", "is no JSON object, and is left out"],
  ['"text"', "is no JSON object, and is left out"],
])("a file with %s is left out whole, in words that quote nothing", (text, problem) => {
  expect(parseDockerSettings(text).problem).toBe(problem);
});

test.each([
  [base64("me:pw"), { username: "me", password: "pw" }],
  [base64("me:a:b"), { username: "me", password: "a:b" }],
  [base64("me:pw\0\0"), { username: "me", password: "pw" }],
  [base64("me:"), { username: "me", password: "" }],
  [`${good.slice(0, 4)}\r\n${good.slice(4)}`, { username: "me", password: "pw" }],
  [base64(":pw"), undefined],
  [good.slice(0, -1), undefined],
  ["", undefined],
])("auth %j is %j", (auth, login) => {
  expect(decodeAuth(auth)).toEqual(login);
});

describe("DOCKER_AUTH_CONFIG", () => {
  test("has logins", () => {
    const text = JSON.stringify({ auths: { a: { auth: good }, b: { auth: base64("x:y") } } });
    expect(parseAuthVariable(text)).toEqual({
      a: { ...none, auth: good },
      b: { ...none, auth: base64("x:y") },
    });
  });

  test.each([
    undefined,
    "",
    "junk",
    "null",
    "{}",
    '{"auths":null}',
    '{"auths":{"a":{"auth":""}}}',
    `{"auths":{"a":{"auth":"${good}"}},"credsStore":"x"}`,
    `{"auths":{"a":{"auth":"${good}","email":"x"}}}`,
  ])("is nothing to docker as %j", (text) => {
    expect(parseAuthVariable(text)).toEqual({});
  });
});
