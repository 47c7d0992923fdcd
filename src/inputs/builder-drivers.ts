// The drivers, and what each of them takes.
import type { NodeInputs } from "./builder-node-inputs.ts";
import type { Fields } from "./fields.ts";

export type Driver = (typeof drivers)[number];
export const drivers = ["docker-container", "docker", "kubernetes", "remote"] as const;

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

type DriverInputs = { readonly driver: Driver; readonly nodes: readonly NodeInputs[] };

/** Complains of what the driver has no use for, and of addresses that it can't use. */
export function complainOfDriver(fields: Fields, { driver, nodes }: DriverInputs): void {
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

// What makes or shapes a builder.
const shaping = [
  ...["name", "driver-opts", "buildkitd-flags", "endpoint", "node-platforms", "append"],
  ...["buildkitd-config", "buildkitd-config-inline", "dns", "mirrors", "keep-state"],
];

/** Complains of every input that a builder which is there already has no use for. */
export function complainOfShaping(fields: Fields, builder: string, driver: string): void {
  const why = `\`builder: ${builder}\` is used as it is, so this has no effect; leave out one of them`;
  for (const name of shaping) {
    const text = fields.text(name);
    if (text !== undefined && text !== "false") fields.complain(name, why);
  }
  // The runner hands over the default as if it had been given.
  if (driver !== "docker-container") fields.complain("driver", why);
}
