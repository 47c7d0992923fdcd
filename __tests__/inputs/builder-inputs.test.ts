import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";

const problemsOf = async (given: Readonly<Record<string, string>>) =>
  (await readInputs(new Map(Object.entries(given)))).problems;

test("reads further nodes with the keys of setup-buildx's append", async () => {
  const append = `
- endpoint: ssh://me@arm
  platforms: linux/arm64,linux/arm/v7
  driver-opts:
    - network=host
    - env.NO_PROXY=a,b
  buildkitd-flags: --debug
- name: third
  endpoint: my-context
  platforms: [linux/s390x]
  driver-opts: memory=1g
`;
  const { inputs, problems } = await readInputs(new Map([["append", append]]));
  expect(problems).toEqual([]);
  expect(inputs.builder.nodes.slice(1)).toEqual([
    {
      name: undefined,
      endpoint: "ssh://me@arm",
      platforms: [
        { os: "linux", architecture: "arm64" },
        { os: "linux", architecture: "arm", variant: "v7" },
      ],
      driverOpts: ["network=host", "env.NO_PROXY=a,b"],
      buildkitdFlags: "--debug",
    },
    {
      name: "third",
      endpoint: "my-context",
      platforms: [{ os: "linux", architecture: "s390x" }],
      driverOpts: ["memory=1g"],
      buildkitdFlags: undefined,
    },
  ]);
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    "a list that is not YAML",
    { append: "- [" },
    ["`append`: is not YAML: Flow sequence in block collection must be"],
  ],
  [
    "what is no list",
    { append: "endpoint: a" },
    [
      "`append`: takes a list, as in `- {endpoint: tcp://arm.internal:1234, platforms: linux/arm64}`",
    ],
  ],
  [
    "an address twice among the further nodes",
    { append: "[{endpoint: 'ssh://a'}, {endpoint: 'ssh://b'}, {endpoint: 'ssh://a'}]" },
    [
      "`append`: `2.endpoint`: `ssh://a` is the same as `0.endpoint`, and a builder can have each endpoint only once",
    ],
  ],
  [
    "the first node's address again",
    { driver: "remote", endpoint: "tcp://a:1", append: "- endpoint: tcp://a:1" },
    ["`append`: `0.endpoint`: `tcp://a:1` is the same as `endpoint`"],
  ],
  [
    "a flag with an open quote",
    {
      "buildkitd-flags": "--debug 'a",
      append: '- {endpoint: "ssh://a", buildkitd-flags: "x \\""}',
    },
    [
      "`buildkitd-flags`: `--debug 'a` has a quote that is not closed",
      '`append`: `0.buildkitd-flags`: `x "` has a quote that is not closed',
    ],
  ],
  ["a name that buildx has itself", { name: "default" }, ["`name`: buildx uses `default`"]],
  [
    "a key that is mistyped",
    { append: "- {endpiont: 'ssh://a', endpoint: 'ssh://a'}" },
    ["`append`: `0.endpiont` is not a known setting; did you mean `endpoint`?"],
  ],
  [
    "wrong values in a node",
    { append: "- {endpoint: 'ssh://a', platforms: linux/arm46, driver-opts: network}" },
    [
      "`append`: `0.platforms`: `linux/arm46` is not a platform; did you mean `linux/arm64`?",
      "`append`: `0.driver-opts`: `network` has no value",
    ],
  ],
  [
    "a node without a place",
    { append: "- {platforms: linux/arm64}" },
    ["`0.endpoint`: an additional"],
  ],
  ["a remote builder without an address", { driver: "remote" }, ["`endpoint`: the remote driver"]],
  [
    "addresses that are not BuildKit's",
    { driver: "remote", endpoint: "10.0.0.1:1234", append: "- {endpoint: arm}" },
    [
      "`endpoint`: `10.0.0.1:1234` is not BuildKit's address",
      "`append`: `0.endpoint`: `arm` is not BuildKit's address",
    ],
  ],
  [
    "settings that the driver has no use for",
    {
      driver: "docker",
      name: "mine",
      "driver-opts": "network=host",
      "buildkitd-config-inline": "debug = true",
      dns: "10.0.0.53",
      "keep-state": "false",
    },
    [
      "`driver-opts`: the docker driver builds in the engine itself",
      "`name`: the docker driver builds",
      "`buildkitd-config-inline`: the docker driver builds",
      "`dns`: the docker driver builds",
    ],
  ],
  ["a state without a name", { "keep-state": "true" }, ["`keep-state`: needs `name`"]],
  ["a driver that is mistyped", { driver: "dokcer" }, ["did you mean `docker`?"]],
])("complains of %s", async (_, given, texts) => {
  const problems = await problemsOf(given);
  expect(problems).toHaveLength(texts.length);
  for (const [index, text] of texts.entries()) expect(problems[index]).toContain(text);
});
