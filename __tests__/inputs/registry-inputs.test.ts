import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";

type Texts = Readonly<Record<string, string>>;
const read = (given: Texts) => readInputs(new Map(Object.entries(given)));

test("logins come from three inputs, Docker Hub where no registry is named", async () => {
  const { inputs, problems } = await read({
    username: "me",
    password: "a b",
    "registry-auth":
      "- {registry: ghcr.io, username: you, password: 0042}\n- {username: x, password: y}",
    registries: "r.internal: {username: they, password: theirs}",
  });
  expect(problems).toEqual([]);
  expect(inputs.login.logins).toEqual([
    { registry: "docker.io", username: "me", password: "a b" },
    { registry: "ghcr.io", username: "you", password: "0042" },
    { registry: "docker.io", username: "x", password: "y" },
    { registry: "r.internal", username: "they", password: "theirs" },
  ]);
});

test.each([
  ["https://ghcr.io/", "ghcr.io"],
  ["https://index.docker.io/v1/", "docker.io"],
  ["registry-1.docker.io", "docker.io"],
  ["docker.io/library", "docker.io"],
  ["ghcr.io/owner", "ghcr.io"],
  ["https://public.ecr.aws/alias/", "public.ecr.aws"],
  ["registry.internal:5000", "registry.internal:5000"],
])("a registry may be written as an address: %s", async (registry, host) => {
  const { inputs } = await read({ registry, username: "me", password: "secret" });
  expect(inputs.login.logins[0]?.registry).toBe(host);
});

const pushed = (tags: string) => ({ tags, push: "true" });

test.each<[string, Texts, readonly string[]]>([
  [
    "a password without a name",
    { password: "secret", ...pushed("me/app") },
    ["`username`: the login to docker.io has no user name, and the image goes there"],
  ],
  [
    "a name without a password",
    { username: "me", ...pushed("me/app") },
    [
      "`password`: the login to docker.io has no password, and the image goes there; is the secret empty in this event, as in a fork's?",
    ],
  ],
  [
    "half a login to a part of where tags go",
    { registry: "ghcr.io/me", username: "me", ...pushed("ghcr.io/me/app") },
    ["`password`: the login to ghcr.io has no password"],
  ],
  [
    "half a login to where outputs push",
    {
      "registry-auth": "- {registry: ghcr.io, username: me, password: ''}",
      outputs: 'type=image,"name=quay.io/a,ghcr.io/a",push=true',
    },
    ["`registry-auth`: the login to ghcr.io has no password"],
  ],
  [
    "half a login to where images go",
    {
      registries: "ghcr.io: {username: '', password: secret}",
      images: "ghcr.io/me/app",
      push: "true",
    },
    ["`registries`: the login to ghcr.io has no user name"],
  ],
  [
    "half a login in registries",
    { registries: "r: {username: me}" },
    ["`registries`: `r`: needs both `username` and `password`; one is missing"],
  ],
  [
    "settings that are mistyped",
    { registries: "r: {htttp: true, insecure: maybe}" },
    [
      "`registries`: `r`: `insecure` takes `true` or `false`",
      "`registries`: `r`: `htttp` is not a known setting; did you mean `http`?",
    ],
  ],
  ["what is no host", { registries: "'http://r': {http: true}" }, ["`http://r` is not a registry"]],
  ["no YAML", { registries: "r: {" }, ["`registries`: is not YAML"]],
  ["a list of hosts", { registries: "- r" }, ["`registries`: takes an entry for each host"]],
  [
    "a login without its name",
    { "registry-auth": "- {registry: ghcr.io, password: hush}" },
    ["`registry-auth`: `0.username` takes"],
  ],
  ["mirrors that are addresses", { mirrors: "https://m" }, ["`https://m` is not a registry"]],
  ["a server that is a name", { dns: "dns.internal" }, ["`dns`: `dns.internal` is not an address"]],
])("complains of %s", async (_, given, texts) => {
  const { problems } = await read(given);
  expect(problems).toHaveLength(texts.length);
  for (const [index, text] of texts.entries()) expect(problems[index]).toContain(text);
  expect(problems.join()).not.toMatch(/hush|secret[^ ]/);
});

const noPassword = "- {registry: ghcr.io, username: me, password: }";

test.each<[string, Texts, readonly string[]]>([
  ["a name alone", { username: "me" }, ["password docker.io"]],
  ["a password alone", { password: "secret" }, ["username docker.io"]],
  ["a registry alone", { registry: "ghcr.io" }, ["password ghcr.io"]],
  [
    "a registry alone, which is pushed to",
    { registry: "a.io", ...pushed("a.io/b") },
    ["password a.io"],
  ],
  ["an entry without a password", { "registry-auth": noPassword }, ["registry-auth ghcr.io"]],
  [
    "an entry with nothing in it",
    { "registry-auth": "- {registry: , username: '', password: ''}" },
    ["registry-auth docker.io"],
  ],
  [
    "two of three hosts",
    {
      registries:
        "a.io: {username: , password: }\nb.io: {username: b, password: }\nc.io: {http: true}",
    },
    ["registries a.io", "registries b.io"],
  ],
  [
    "half a login to where nothing is pushed",
    { "registry-auth": noPassword, ...pushed("ghcr.example.io/a"), "cache-from": "ghcr.io/a" },
    ["registry-auth ghcr.io"],
  ],
  [
    "half a login where the event decides",
    { "registry-auth": noPassword, tags: "ghcr.io/a", push: "auto" },
    ["registry-auth ghcr.io"],
  ],
])("%s is a login that is left out", async (_, given, leftOut) => {
  const { inputs, problems } = await read(given);
  expect(problems).toEqual([]);
  expect(inputs.login.logins).toEqual([]);
  expect(inputs.login.leftOut.map(({ input, registry }) => `${input} ${registry}`)).toEqual(
    leftOut,
  );
});

test("a whole login is made beside one that is left out", async () => {
  const auth = `${noPassword}\n- {registry: quay.io, username: me, password: secret}`;
  const { inputs, problems } = await read({ "registry-auth": auth, ...pushed("quay.io/a/b") });
  expect(problems).toEqual([]);
  const quay = { registry: "quay.io", username: "me", password: "secret" };
  expect(inputs.login.logins).toEqual([quay]);
  expect(inputs.login.leftOut).toMatchObject([{ registry: "ghcr.io" }]);
});

test("entries say `ecr` as those of docker/login-action do, and those of Amazon's may have no keys", async () => {
  const amazons = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
  const auth = `- {registry: ${amazons}, ecr: true}\n- {registry: a.io, username: me, password: secret, ecr: auto}`;
  const { inputs, problems } = await read({ "registry-auth": auth });
  expect(problems).toEqual([]);
  expect(inputs.login.logins).toEqual([
    { registry: amazons, username: "", password: "" },
    { registry: "a.io", username: "me", password: "secret" },
  ]);
  const wrong = await read({ "registry-auth": "- {registry: a.io, ecr: maybe}" });
  expect(wrong.problems.join()).toContain("`0.username` takes");
  expect(wrong.problems.join()).toContain("`0.ecr` takes `auto`, `true` or `false`");
});

test("half a login is none beside a whole one to the same registry", async () => {
  const { inputs, problems } = await read({
    ...{ registry: "ghcr.io", username: "me", ...pushed("ghcr.io/me/app") },
    "registry-auth": "- {registry: ghcr.io, username: me, password: secret}",
  });
  expect(problems).toEqual([]);
  expect(inputs.login.logins).toHaveLength(1);
  expect(inputs.login.leftOut).toEqual([]);
});
