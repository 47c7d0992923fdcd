// The inputs that say what the Dockerfile's RUN steps run in.
import { isAddress } from "../domain/address.ts";
import { notOneOf } from "../domain/nearest.ts";
import type { BuilderInputs } from "./builder-inputs.ts";
import type { Complain, Fields } from "./fields.ts";

export type RunInputs = {
  /** `name:address` each. */
  readonly addHosts: readonly string[];
  /** What the build may do beyond what BuildKit allows to all: `network.host`. */
  readonly allow: readonly string[];
  readonly network: Network;
  readonly shmSize: string | undefined;
  /** `name=soft[:hard]` each. */
  readonly ulimits: readonly string[];
  readonly cgroupParent: string | undefined;
};

type Network = (typeof networks)[number];
const networks = ["default", "none", "host"] as const;

/** An address that buildx fills in, only with the engine's own BuildKit. */
const hostGateway = "host-gateway";

// What BuildKit has to permit: util/entitlements of moby/buildkit.
const entitlements = ["network.host", "security.insecure", "device"];
// What buildx asks about before a bake: bake/entitlements.go of docker/buildx.
const ofBake = ["ssh", "fs", "fs.read", "fs.write"];

// ulimit.go of github.com/docker/go-units
const limits = [
  ...["core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc"],
  ...["rss", "rtprio", "rttime", "sigpending", "stack"],
];

/** Those of the names that BuildKit has to permit. */
export function permittedBy(names: readonly string[]): readonly string[] {
  const kinds = names.map((name) => name.split("=")[0] ?? name);
  return [...new Set(kinds)].filter((kind) => entitlements.includes(kind));
}

/** Complains of what buildx asks about for a bake alone. */
export function complainOfBakeAllowed({ allow }: RunInputs, complain: Complain): void {
  for (const name of allow.filter((one) => ofBake.includes(one.split("=")[0] ?? one))) {
    complain("allow", `\`${name}\` is for a bake; a single build needs no leave to read files`);
  }
}

export function readRun(fields: Fields): RunInputs {
  const { complain } = fields;
  const addHosts = fields.list("add-hosts", { commas: true });
  const allow = fields.list("allow", { commas: true });
  const run = {
    addHosts,
    allow,
    network: fields.choice("network", networks),
    shmSize: fields.text("shm-size"),
    ulimits: fields.list("ulimit", { commas: false }),
    cgroupParent: fields.text("cgroup-parent"),
  };
  for (const host of addHosts) complainOfHost(host, complain);
  for (const name of allow) {
    const kind = name.split("=")[0] ?? name;
    if ([...entitlements, ...ofBake].includes(kind)) continue;
    complain("allow", notOneOf(name, entitlements));
  }
  // size.go of github.com/docker/go-units
  if (run.shmSize !== undefined && !/^\d+(?:\.\d+)? ?(?:[kmgtp]i?b?|b)?$/i.test(run.shmSize)) {
    complain("shm-size", `\`${run.shmSize}\` is not a size; write one like \`64m\` or \`2g\``);
  }
  for (const limit of run.ulimits) complainOfLimit(limit, complain);
  return run;
}

function complainOfHost(text: string, complain: Complain): void {
  const [, name = "", ip = ""] = /^([^:=]+)[:=](.*)$/.exec(text) ?? [];
  const [, bare = ip] = /^\[(.*)\]$/.exec(ip) ?? [];
  if (name !== "" && (isAddress(bare) || ip === hostGateway)) return;
  complain(
    "add-hosts",
    `\`${text}\` is not a name and its address; write \`build.internal:10.0.0.7\``,
  );
}

// The other drivers of docker/buildx have no HostGatewayIP.
/** Complains of `host-gateway` if the driver can't fill it in. */
export function complainOfGateway(
  { addHosts }: RunInputs,
  { existing, driver }: Pick<BuilderInputs, "existing" | "driver">,
  complain: Complain,
): void {
  if (existing !== undefined || driver === "docker") return;
  for (const host of addHosts.filter((text) => /[:=]host-gateway$/.test(text))) {
    complain(
      "add-hosts",
      `\`${host}\`: \`${hostGateway}\` works only with \`driver: docker\`; write the address itself, or use the runner's network with \`network: host\`, \`driver-opts: network=host\` and 127.0.0.1`,
    );
  }
}

function complainOfLimit(text: string, complain: Complain): void {
  const [, name = "", soft = "", hard] = /^([^=]+)=(-?\d+)(?::(-?\d+))?$/.exec(text) ?? [];
  if (name === "") {
    complain(
      "ulimit",
      `\`${text}\` is not a limit; write \`name=soft:hard\`, as in \`nofile=1024:4096\``,
    );
  } else if (!limits.includes(name)) {
    complain("ulimit", notOneOf(name, limits));
  } else if (hard !== undefined && hard !== "-1" && Number(soft) > Number(hard)) {
    complain("ulimit", `\`${text}\`: the soft limit is above the hard one`);
  }
}
