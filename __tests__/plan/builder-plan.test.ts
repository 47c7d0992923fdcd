import { expect, test } from "vitest";
import { pinnedImages } from "../../src/domain/pinned-images.ts";
import type { KnownBuilder } from "../../src/plan/builder-known.ts";
import type { CreatePlan } from "../../src/plan/builder-new.ts";
import { facts, plan } from "./planned.ts";

const image = pinnedImages.buildkit;
type Texts = Readonly<Record<string, string>>;

async function created(given: Texts, more: Parameters<typeof plan>[1] = {}): Promise<CreatePlan> {
  const { builder } = await plan(given, more);
  if (builder.kind !== "create") throw new Error(`the builder is ${builder.kind}`);
  return builder;
}

/** The values of an option, wherever it stands in a command. */
function values(command: readonly string[] | undefined, option: string): readonly string[] {
  return command?.filter((_, index) => command[index - 1] === option) ?? [];
}

test("the builder gets a name of this run's own, every setting, and boots in one command", async () => {
  const builder = await created({
    "driver-opts": "network=host\nenv.NO_PROXY=a,b",
    "buildkitd-flags": "--debug --oci-worker-gc",
    "buildkitd-config-inline": "debug = true",
    "node-platforms": "linux/amd64,linux/arm/v7",
    endpoint: "my-context",
  });
  expect(builder).toMatchObject({ name: "crossbuild-1a2b", boot: undefined, cleanup: "all" });
  expect(builder.create).toEqual([
    [
      ...["docker", "buildx", "create", "--name", "crossbuild-1a2b", "--bootstrap"],
      ...["--driver", "docker-container"],
      ...["--driver-opt", "network=host", "--driver-opt", '"env.NO_PROXY=a,b"'],
      ...["--driver-opt", `image=${image}`, "--buildkitd-flags", "--debug --oci-worker-gc"],
      ...["--buildkitd-config", "/tmp/run/buildkitd.toml"],
      ...["--platform", "linux/amd64,linux/arm/v7", "--", "my-context"],
    ],
  ]);
});

test("every node gets BuildKit's configuration and its own options, and all boot together", async () => {
  const { create, boot } = await created({
    "buildkitd-config-inline": "debug = true",
    append: `
- endpoint: ssh://me@arm
  platforms: linux/arm64
  driver-opts: [network=host, "env.X=1,2"]
- name: third
  endpoint: tcp://s390x:2375
  buildkitd-flags: --debug
`,
  });
  expect(create).toHaveLength(3);
  for (const command of create) {
    expect(values(command, "--buildkitd-config")).toEqual(["/tmp/run/buildkitd.toml"]);
    expect(command).not.toContain("--bootstrap");
  }
  expect(create.map((command) => command.includes("--append"))).toEqual([false, true, true]);
  expect(values(create[1], "--driver-opt")).toEqual([
    "network=host",
    '"env.X=1,2"',
    `image=${image}`,
  ]);
  expect(values(create[1], "--platform")).toEqual(["linux/arm64"]);
  expect(values(create[2], "--node")).toEqual(["third"]);
  expect(values(create[2], "--")).toEqual(["tcp://s390x:2375"]);
  expect(boot).toEqual(["docker", "buildx", "inspect", "--bootstrap", "crossbuild-1a2b"]);
});

test("this client's engine gets the image itself, other engines are told where it is", async () => {
  const mirrors = "mirror.internal:5000";
  const append =
    "- {endpoint: 'ssh://me@arm'}\n- {endpoint: 'ssh://you@arm', driver-opts: image=mine}";
  const { create, image: provided } = await created({ mirrors, append });
  expect(provided?.candidates[0]?.reference).toBe(
    image.replace("docker.io", "mirror.internal:5000"),
  );
  expect(create.map((command) => values(command, "--driver-opt"))).toEqual([
    [],
    [`image=${image.replace("docker.io", "mirror.internal:5000")}`],
    ["image=mine"],
  ]);
  expect((await created({ endpoint: "ssh://me@arm" })).image).toBeUndefined();
});

test("bootstrap: false leaves the boot to the build", async () => {
  const { create, boot, boots } = await created({ bootstrap: "false" });
  expect([create[0]?.includes("--bootstrap"), boot, boots]).toEqual([false, undefined, false]);
});

test("keep-state and cleanup decide what goes", async () => {
  expect((await created({ name: "ci", "keep-state": "true" })).cleanup).toBe("all-but-state");
  expect((await created({ cleanup: "false" })).cleanup).toBe("nothing");
});

test("remote nodes get their certificates as files, from the variables that peers have", async () => {
  const nodeCertificates = [{ cacert: "CA", cert: "CERT", key: "KEY" }, {}];
  const given = {
    driver: "remote",
    endpoint: "tcp://amd:1234",
    append: "- {endpoint: 'tcp://arm:1234', driver-opts: 'cacert=/etc/ca.pem'}",
  };
  const { create, files } = await created(given, { nodeCertificates });
  const folder = "/tmp/run/certificates";
  expect(values(create[0], "--driver-opt")).toEqual([
    `cacert=${folder}/node-0-cacert.pem`,
    `cert=${folder}/node-0-cert.pem`,
    `key=${folder}/node-0-key.pem`,
  ]);
  expect(files).toContainEqual({ path: `${folder}/node-0-key.pem`, text: "KEY" });
  expect(values(create[1], "--driver-opt")).toEqual(["cacert=/etc/ca.pem"]);
  expect(JSON.stringify(create)).not.toContain("KEY");
});

test("kubernetes gets its options, and BuildKit's configuration", async () => {
  const { create } = await created({
    driver: "kubernetes",
    "driver-opts": "namespace=ci\nnodeselector=kubernetes.io/arch=arm64\nqemu.install=true",
    "buildkitd-config-inline": "debug = true",
    append: "- {name: amd, platforms: linux/amd64, driver-opts: [namespace=ci]}",
  });
  expect(create).toEqual([
    [
      ...["docker", "buildx", "create", "--name", "crossbuild-1a2b", "--driver", "kubernetes"],
      ...["--driver-opt", "namespace=ci", "--driver-opt", "nodeselector=kubernetes.io/arch=arm64"],
      ...["--driver-opt", "qemu.install=true", "--driver-opt", `image=${image}`],
      ...["--buildkitd-config", "/tmp/run/buildkitd.toml"],
    ],
    [
      ...["docker", "buildx", "create", "--name", "crossbuild-1a2b", "--append", "--node", "amd"],
      ...["--driver", "kubernetes", "--driver-opt", "namespace=ci"],
      ...["--driver-opt", `image=${image}`],
      ...["--buildkitd-config", "/tmp/run/buildkitd.toml", "--platform", "linux/amd64"],
    ],
  ]);
});

test("an engine behind TLS gets a context, which the builder runs in", async () => {
  const engineTls = {
    host: "tcp://docker:2376",
    ca: "/certs/client/ca.pem",
    cert: "/certs/a,b/cert.pem",
    skipVerify: false,
  };
  const { context, create } = await created({}, { engineTls });
  expect(context).toEqual({
    name: "crossbuild-1a2b-engine",
    create: [
      ...["docker", "context", "create", "crossbuild-1a2b-engine", "--docker"],
      'host=tcp://docker:2376,ca=/certs/client/ca.pem,"cert=/certs/a,b/cert.pem"',
    ],
  });
  expect(values(create[0], "--")).toEqual(["crossbuild-1a2b-engine"]);
  expect((await created({ endpoint: "mine" }, { engineTls })).context).toBeUndefined();
});

test("BuildKit gets the runner's proxies, commas and all, unless told otherwise", async () => {
  const proxies = { HTTPS_PROXY: "http://proxy:3128", no_proxy: "a,b" };
  const options = async (given: Texts) =>
    values((await created(given, { proxies })).create[0], "--driver-opt");
  const theirs = ["env.HTTPS_PROXY=http://proxy:3128", '"env.no_proxy=a,b"'];
  expect(await options({})).toEqual(theirs);
  expect(await options({ proxy: "false" })).toEqual([]);
  expect(await options({ driver: "remote", endpoint: "tcp://a:1" })).toEqual([]);
  expect(await options({ "driver-opts": "env.HTTPS_PROXY=x" })).toEqual([
    "env.HTTPS_PROXY=x",
    '"env.no_proxy=a,b"',
  ]);
});

test("a proxy's password reaches no command line", async () => {
  const address = "http://me:se%21cret@proxy:3128";
  const { create, boot, secretOptions } = await created({}, { proxies: { HTTPS_PROXY: address } });
  expect(JSON.stringify([create, boot])).not.toContain("se%21cret");
  expect(secretOptions).toEqual({
    file: "/home/me/.docker/buildx/instances/crossbuild-1a2b",
    ofNodes: [{ "env.HTTPS_PROXY": address }],
  });
  expect(boot).toContain("--bootstrap");
});

test("with the docker driver the engine builds, under its context's name", async () => {
  expect((await plan({ driver: "docker" })).builder).toEqual({
    kind: "engine",
    name: "default",
    use: false,
  });
});

const mine: KnownBuilder = {
  name: "mine",
  driver: "docker-container",
  nodes: [
    {
      name: "mine0",
      endpoint: "unix:///var/run/docker.sock",
      status: "running",
      driverOpts: { network: "host" },
      flags: ["--debug", "--oci-worker-labels", "a=b c"],
      platforms: ["linux/amd64"],
      config: { registry: { "r:5000": { http: true, ca: ["/etc/buildkit/certs/ca.pem"] } } },
      access: {},
    },
  ],
};

test.each<[string, Texts, readonly string[]]>([
  ["nothing", {}, []],
  [
    "what it has",
    {
      "driver-opts": "network=host",
      "buildkitd-flags": "--debug",
      registries: "r:5000: {http: true, ca: my.pem}",
    },
    [],
  ],
  [
    "what it has in another form",
    { "buildkitd-flags": '--debug --oci-worker-labels "a=b c"', endpoint: "default" },
    [],
  ],
  [
    "another option",
    { "driver-opts": "network=bridge\nmemory=1g" },
    [
      "node mine0: driver-opts network is `host`, not `bridge`",
      "node mine0: driver-opts memory is not set, not `1g`",
    ],
  ],
  [
    "another flag",
    { "buildkitd-flags": "--trace" },
    ["node mine0: buildkitd-flags lack `--trace`"],
  ],
  [
    "another registry",
    { registries: "s:5000: {http: true}" },
    ["node mine0: its buildkitd.toml says something else"],
  ],
  [
    "another driver",
    { driver: "remote", endpoint: "tcp://a:1" },
    ["its driver is docker-container, not remote"],
  ],
  ["two nodes", { append: "- {endpoint: 'ssh://a'}" }, ["it has 1 node(s), not 2"]],
])("a builder that exists is used; of inputs that ask for %s it tells", async (_, given, texts) => {
  const builders = { all: [mine], current: "default" };
  const { builder } = await plan({ name: "mine", ...given }, { builders });
  expect(builder).toEqual({ kind: "existing", name: "mine", use: false, differences: texts });
});

test("no emulator is needed for what a node elsewhere builds", async () => {
  const given = { platforms: "linux/amd64,linux/arm64,linux/arm/v7" };
  const append = "- {endpoint: 'ssh://me@arm', platforms: 'linux/arm64'}";
  const { emulation } = await plan({ ...given, append });
  expect(emulation).toMatchObject({ emulators: ["arm"] });
  const remote = { driver: "remote", endpoint: "tcp://a:1" };
  const far = await plan({ ...given, ...remote }, { engine: undefined });
  expect(far.emulation.kind).toBe("none");
  const near = await plan(given, { engine: facts.engine });
  expect(near.emulation).toMatchObject({ emulators: ["arm64", "arm"] });
});

const theirs: KnownBuilder = { name: "theirs", driver: "docker-container", nodes: [] };
const builders = { all: [theirs], current: "default" };

test("a builder that is there already is used as it is, and no emulator is installed for it", async () => {
  const given = { builder: "theirs", platforms: "linux/arm64" };
  const { builder, emulation, build } = await plan(given, { builders });
  expect(builder).toEqual({ kind: "existing", name: "theirs", use: false, differences: [] });
  expect(emulation.kind).toBe("none");
  expect(values(build.command, "--builder")).toEqual(["theirs"]);
  const asked = await plan({ ...given, qemu: "arm64" }, { builders });
  expect(asked.emulation).toMatchObject({ kind: "install", emulators: ["arm64"] });
});

test("registries' settings go with the exports of a builder that does not hold them", async () => {
  const { build, readBack } = await plan(
    {
      ...{ builder: "theirs", registries: "http.internal:5000: {http: true}" },
      ...{ tags: "http.internal:5000/app:1", push: "true" },
    },
    { builders },
  );
  expect(values(build.command, "--output")).toEqual([
    "type=image,name=http.internal:5000/app:1,push=true,registry.insecure=true",
  ]);
  expect(readBack.file?.path).toBe("/tmp/run/registries/instances/registries");
});

test("a builder that is not there is told of, with its neighbours", async () => {
  await expect(plan({ builder: "thiers" }, { builders })).rejects.toThrow(
    "`builder`: there is no builder `thiers`; did you mean `theirs`? There are theirs",
  );
  await expect(plan({ builder: "other" }, { builders })).rejects.toThrow(
    "`other`. There are theirs",
  );
});

test("what the build is allowed, the builder's daemon is told to allow", async () => {
  const flags = async (given: Texts) =>
    values((await created(given)).create[0], "--buildkitd-flags");
  const [network, both] = ["network.host", "security.insecure"].map(
    (name) => `--allow-insecure-entitlement=${name}`,
  );
  expect(await flags({})).toEqual([]);
  expect(await flags({ network: "host" })).toEqual([network]);
  expect(await flags({ allow: "network.host,security.insecure" })).toEqual([`${network} ${both}`]);
  const debug = { "buildkitd-flags": `--debug ${network}` };
  expect(await flags({ ...debug, allow: "network.host" })).toEqual([`--debug ${network}`]);
});
