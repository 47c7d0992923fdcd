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
  ["registry.internal:5000", "registry.internal:5000"],
])("a registry may be written as an address: %s", async (registry, host) => {
  const { inputs } = await read({ registry, username: "me", password: "secret" });
  expect(inputs.login.logins[0]?.registry).toBe(host);
});

test.each<[string, Texts, readonly string[]]>([
  ["a password without a name", { password: "secret" }, ["`username`: `password` needs the name"]],
  [
    "a name without a password",
    { username: "me" },
    ["`password`: a login needs one; is the secret empty in this event, as in a fork's?"],
  ],
  [
    "half a login in registries",
    { registries: "r: {username: me}" },
    ["`registries`: `r`: `username` and `password` go together; one is missing"],
  ],
  [
    "settings that are mistyped",
    { registries: "r: {htttp: true, insecure: maybe}" },
    [
      "`registries`: `r`: `insecure` takes `true` or `false`",
      "`registries`: `r`: `htttp` is no setting; did you mean `http`?",
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
