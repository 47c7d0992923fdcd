// The inputs of the builder.
import { complainOfShaping, readExistingBuilder } from "./builder-existing.ts";
import { type NodeInputs, readNodes } from "./builder-node-inputs.ts";
import type { Fields } from "./fields.ts";

export type BuilderInputs = {
  /** A builder that is there already, and is used as it is. */
  readonly existing: string | undefined;
  readonly name: string | undefined;
  readonly driver: Driver;
  /** The first is the builder's own, the others are appended. */
  readonly nodes: readonly NodeInputs[];
  readonly buildkitdConfigs: readonly BuildkitdConfig[];
  readonly use: boolean;
  readonly bootstrap: boolean;
  readonly keepState: boolean;
  readonly cleanup: boolean;
};

export type Driver = (typeof drivers)[number];
const drivers = ["docker-container", "docker", "kubernetes", "remote"] as const;

export type BuildkitdConfig =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "inline"; readonly text: string };

export async function readBuilder(fields: Fields): Promise<BuilderInputs> {
  const existing = readExistingBuilder(fields);
  const driver = readDriver(fields);
  const inputs: BuilderInputs = {
    existing,
    driver,
    nodes: await readNodes(fields),
    buildkitdConfigs: readBuildkitdConfigs(fields),
    name: readName(fields),
    use: fields.flag("use", false),
    bootstrap: fields.flag("bootstrap", true),
    keepState: fields.flag("keep-state", false),
    cleanup: fields.flag("cleanup", true),
  };
  if (inputs.keepState && inputs.name === undefined) {
    fields.complain(
      "keep-state",
      "needs `name`, because the cache is kept under the builder's name; add one, such as `name: ci`",
    );
  }
  if (existing === undefined) complainOfDriver(fields, inputs);
  else complainOfShaping(fields, existing, driver);
  return inputs;
}

function readDriver(fields: Fields): Driver {
  if (fields.text("driver") !== "cloud") return fields.choice("driver", drivers);
  fields.complain(
    "driver",
    "`cloud` needs Docker's own build of buildx and a login: create the builder with docker/setup-buildx-action before this step, and set `builder` to its output `name`",
  );
  return drivers[0];
}

// What a driver has no use for: driver/*/factory.go and builder/builder.go of docker/buildx.
const useless: Readonly<Record<Driver, readonly [readonly string[], string]>> = {
  "docker-container": [[], ""],
  docker: [
    [
      ...["driver-opts", "buildkitd-flags", "endpoint", "node-platforms", "append", "name"],
      ...["buildkitd-config", "buildkitd-config-inline", "dns", "keep-state"],
    ],
    "the docker driver builds in the engine itself, with the engine's settings; leave this out, or use `driver: docker-container`",
  ],
  remote: [
    ["buildkitd-flags", "buildkitd-config", "buildkitd-config-inline", "dns", "keep-state"],
    "the remote driver uses a BuildKit that is already running; configure it there instead",
  ],
  kubernetes: [
    ["endpoint"],
    "the kubernetes driver uses the cluster in `KUBECONFIG`; leave this out",
  ],
};

function complainOfDriver(fields: Fields, { driver, nodes }: BuilderInputs): void {
  const [names, why] = useless[driver];
  for (const name of names) {
    const text = fields.text(name);
    if (text !== undefined && text !== "false") fields.complain(name, why);
  }
  const [first, ...appended] = nodes;
  const takesAddress = driver === "remote" || driver === "docker-container";
  if (driver === "remote" && first?.endpoint === undefined) {
    fields.complain(
      "endpoint",
      "the remote driver needs an address, such as `tcp://buildkit.internal:1234`",
    );
  }
  for (const [index, { endpoint }] of appended.entries()) {
    if (takesAddress && endpoint === undefined) {
      const example = driver === "remote" ? "tcp://arm.internal:1234" : "ssh://me@arm.internal";
      fields.complain(
        "append",
        `\`${index}.endpoint\`: an additional node needs an endpoint, such as \`${example}\``,
      );
    }
  }
  complainOfTwice(fields, nodes);
  if (driver !== "remote") return;
  for (const [index, { endpoint }] of nodes.entries()) {
    if (endpoint === undefined || buildkitAddress.test(endpoint)) continue;
    const [name, place] =
      index === 0 ? ["endpoint", ""] : ["append", `\`${index - 1}.endpoint\`: `];
    fields.complain(
      name,
      `${place}\`${endpoint}\` is not BuildKit's address; write one like \`tcp://buildkit.internal:1234\``,
    );
  }
}

// store/nodegroup.go of docker/buildx: an engine, or a BuildKit, is one node.
function complainOfTwice({ complain }: Fields, nodes: readonly NodeInputs[]): void {
  const endpoints = nodes.map(({ endpoint }) => endpoint);
  for (const [index, endpoint] of endpoints.entries()) {
    const first = endpoints.indexOf(endpoint);
    if (endpoint === undefined || first === index) continue;
    const other = first === 0 ? "`endpoint`" : `\`${first - 1}.endpoint\``;
    complain(
      "append",
      `\`${index - 1}.endpoint\`: \`${endpoint}\` is the same as ${other}, and a builder can have each endpoint only once; give that node all the platforms`,
    );
  }
}

// driver/remote/util/endpoint.go of docker/buildx
const buildkitAddress = /^(?:tcp|unix|ssh|npipe|docker-container|podman-container|kube-pod):\/\/./;

function readName(fields: Fields): string | undefined {
  const name = fields.text("name");
  if (name !== undefined && !/^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name)) {
    fields.complain(
      "name",
      `\`${name}\` is not a name for a builder; start with a letter and continue with letters, digits, \`.\`, \`_\` or \`-\`, as in \`my-builder\``,
    );
  }
  // builder/builder.go of docker/buildx
  if (name === "default") {
    fields.complain(
      "name",
      "buildx uses `default` for the engine itself; choose another name, such as `my-builder`, or use `driver: docker` to build in the engine",
    );
  }
  return name;
}

function readBuildkitdConfigs(fields: Fields): readonly BuildkitdConfig[] {
  const path = fields.text("buildkitd-config");
  const text = fields.text("buildkitd-config-inline");
  return [
    ...(path === undefined ? [] : [{ kind: "file", path } as const]),
    ...(text === undefined ? [] : [{ kind: "inline", text } as const]),
  ];
}
