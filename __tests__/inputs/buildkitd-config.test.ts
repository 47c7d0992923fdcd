import { parse } from "@iarna/toml";
import { expect, test } from "vitest";
import { composeBuildkitdConfig } from "../../src/inputs/buildkitd-config.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

type Texts = Readonly<Record<string, string>>;

async function compose(given: Texts, file?: string) {
  const { inputs, problems } = await readInputs(new Map(Object.entries(given)));
  expect(problems).toEqual([]);
  const inline = given["buildkitd-config-inline"];
  const texts = [
    ...(file === undefined ? [] : [{ input: "buildkitd-config", text: file }]),
    ...(inline === undefined ? [] : [{ input: "buildkitd-config-inline", text: inline }]),
  ];
  const complaints: string[] = [];
  const config = composeBuildkitdConfig(
    texts,
    { inputs: inputs.network, folder: "/run" },
    (name, problem) => complaints.push(`\`${name}\`: ${problem}`),
  );
  return { config, complaints };
}

const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

test("nothing given, nothing told", async () => {
  expect((await compose({})).config).toBeUndefined();
});

test("a text alone goes to BuildKit as it is, comments and all", async () => {
  const text = "# ours\ndebug = true\n";
  expect((await compose({ "buildkitd-config-inline": text })).config?.text.trim()).toBe(
    text.trim(),
  );
});

test("file, text and typed inputs become one configuration", async () => {
  const registries = `
registry.internal:5000:
  http: true
  mirrors: cache.internal
secure.internal:
  ca: certs/ca.pem
  keypair: {key: key.pem, cert: cert.pem}
  username: me
  password: 0123
inline.internal:
  insecure: false
  ca: |
    ${pem.trimEnd().replaceAll("\n", "\n    ")}
`;
  const { config, complaints } = await compose(
    {
      registries,
      mirrors: "mirror.internal:5000,second.internal",
      dns: "10.0.0.53\n10.0.0.54",
      "buildkitd-config-inline": "[worker.oci]\nmax-parallelism = 4\n",
    },
    '[registry."registry.internal:5000"]\nhttp = true\ninsecure = true\n',
  );
  expect(complaints).toEqual([]);
  expect(parse(config?.text ?? "")).toEqual({
    worker: { oci: { "max-parallelism": 4 } },
    registry: {
      "docker.io": { mirrors: ["mirror.internal:5000", "second.internal"] },
      "registry.internal:5000": { http: true, insecure: true, mirrors: ["cache.internal"] },
      "secure.internal": { ca: ["certs/ca.pem"], keypair: [{ key: "key.pem", cert: "cert.pem" }] },
      "inline.internal": { insecure: false, ca: ["/run/0.pem"] },
    },
    dns: { nameservers: ["10.0.0.53", "10.0.0.54"] },
  });
  expect(config?.authorities).toEqual(["certs/ca.pem", "/run/0.pem"]);
  expect(config?.pems).toEqual([{ path: "/run/0.pem", text: pem }]);
});

test("what two inputs say differently is told with both sides", async () => {
  const { complaints } = await compose(
    {
      "buildkitd-config-inline": 'debug = true\n[registry."r:5000"]\nhttp = true\n',
      registries: "r:5000: {http: false}\ndocker.io: {mirrors: [a]}",
      mirrors: "b",
    },
    "debug = false",
  );
  expect(complaints).toEqual([
    "`buildkitd-config-inline`: says `debug` is true, but `buildkitd-config` says false; keep one",
    '`registries`: says `registry."r:5000".http` is false, but `buildkitd-config-inline` says true; keep one',
    '`mirrors`: says `registry."docker.io".mirrors` is ["b"], but `registries` says ["a"]; keep one',
  ]);
});

test("a text that is not TOML, and keys that BuildKit does not know, are told with their input", async () => {
  const broken = await compose({ "buildkitd-config-inline": "a = " });
  expect(broken.complaints[0]).toMatch(/^`buildkitd-config-inline`: is not TOML: .*\(line 1/);
  const { config } = await compose({}, '[registry."a"]\nhtttp = true\n');
  expect(config?.warnings).toEqual([
    '`buildkitd-config`: BuildKit does not know `registry."a".htttp`; did you mean `http`?',
  ]);
});
