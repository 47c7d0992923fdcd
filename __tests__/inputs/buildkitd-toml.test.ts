import { expect, test } from "vitest";
import { authoritiesOf, parseBuildkitdToml, unknownKeys } from "../../src/inputs/buildkitd-toml.ts";

test("takes what BuildKit's own documentation shows", () => {
  const text = `debug = true
[registry."docker.io"]
  mirrors = ["mirror.test:5000"]
[registry."registry.test:5000"]
  http = true
  insecure = true
  ca = ["/etc/ca.pem"]
  [[registry."registry.test:5000".keypair]]
    key = "/etc/key.pem"
    cert = "/etc/cert.pem"
[worker.oci]
  max-parallelism = 4
`;
  const read = parseBuildkitdToml(text);
  expect(read.ok && authoritiesOf(read.value)).toEqual(["/etc/ca.pem"]);
  expect(read.ok && unknownKeys(read.value)).toEqual([]);
});

test.each([
  ["debug = true\n[x\n", "line 2, column 3"],
  ['[registry."a"]\n  http = treu\n', "line 2"],
  ['[registry."a"]\nca = "ca.pem"\n', "is not a configuration of buildkitd"],
  ["a = 1\na = 2\n", "Can't redefine existing key (line 2"],
])("names the place of what is wrong in %j", (text, words) => {
  const read = parseBuildkitdToml(text);
  expect(!read.ok && read.problem).toContain(words);
});

test("a key that BuildKit does not know is told, with the nearest that it does", () => {
  const read = parseBuildkitdToml('[registry."a"]\nhtttp = true\n[dns]\nservers = []\n[registy]\n');
  expect(read.ok && unknownKeys(read.value)).toEqual([
    "BuildKit does not know `registy`; did you mean `registry`?",
    "BuildKit does not know `dns.servers`",
    'BuildKit does not know `registry."a".htttp`; did you mean `http`?',
  ]);
});

test("a value where a table belongs is BuildKit's to refuse, and has no keys", () => {
  const read = parseBuildkitdToml('dns = "10.0.0.53"');
  expect(read.ok && unknownKeys(read.value)).toEqual([]);
});
