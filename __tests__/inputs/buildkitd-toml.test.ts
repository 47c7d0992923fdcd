import { expect, test } from "vitest";
import { parseBuildkitdToml } from "../../src/inputs/buildkitd-toml.ts";

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
  expect(parseBuildkitdToml(text)).toEqual({
    ok: true,
    value: { text, authorities: ["/etc/ca.pem"] },
  });
});

test.each([
  ["debug = true\n[x\n", "line 2, column 3"],
  ['[registry."a"]\n  http = treu\n', "line 2"],
  ['[registry."a"]\nca = "ca.pem"\n', "is no configuration of buildkitd"],
  ["a = 1\na = 2\n", "Can't redefine existing key (line 2"],
])("names the place of what is wrong in %j", (text, words) => {
  const read = parseBuildkitdToml(text);
  expect(!read.ok && read.problem).toContain(words);
});
