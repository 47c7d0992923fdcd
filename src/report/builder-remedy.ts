// What to try if buildx does not make the builder, by what its inputs say.
import { didYouMean } from "../domain/nearest.ts";

/**
 * The options of each driver that buildx 0.38 knows, without those whose names go on, such as
 * `env.NAME`: driver/<name>/factory.go of docker/buildx. Another version may know more, so that only
 * buildx refuses one.
 */
const knownOptions: Readonly<Record<string, readonly string[]>> = {
  "docker-container": [
    ...["network", "image", "memory", "memory-swap", "cpu-period", "cpu-quota", "cpu-shares"],
    ...["cpuset-cpus", "cpuset-mems", "cgroup-parent", "restart-policy", "default-load"],
    ...["provenance-add-gha", "allow-untrusted-image"],
  ],
  kubernetes: [
    ...["image", "namespace", "replicas", "requests.cpu", "requests.memory"],
    ...["requests.ephemeral-storage", "persistent-volume-claim.requests.storage", "limits.cpu"],
    ...["limits.memory", "limits.ephemeral-storage", "rootless", "schedulername"],
    ...["serviceaccount", "nodeselector", "annotations", "labels", "tolerations", "loadbalance"],
    ...["qemu.install", "qemu.image", "buildkit-root-volume-memory", "default-load", "timeout"],
  ],
  remote: ["key", "cert", "cacert", "servername", "default-load"],
};

/**
 * Undefined if buildx's own words have to do.
 *
 * @param options every driver option that was given, `key=value`
 * @param words what buildx said
 */
export function createRemedy(options: readonly string[], words: string): string | undefined {
  const [, name, driver] = /invalid driver option (\S+) for (\S+) driver/.exec(words) ?? [];
  if (name !== undefined && driver !== undefined) {
    const known = knownOptions[driver] ?? [];
    return `\`driver-opts\`: the ${driver} driver of this buildx has no option \`${name}\`${didYouMean(name, known)}${listOf(known)}`;
  }
  if (/instance name "[^"]*" already exists as context builder/.test(words)) {
    return "`name`: a Docker context has this name; choose another";
  }
  if (words.includes("invalid duplicate endpoint")) {
    return "`append`: two nodes are the same engine or BuildKit; a builder can have each only once";
  }
  // Go quotes the text that it could not read, and does not say whose it is.
  const [, text] = /(?:parsing|invalid (?:size|duration):?) ["']([^"']*)["']/.exec(words) ?? [];
  const wrong = options.filter((option) => option.slice(option.indexOf("=") + 1) === text);
  if (text === undefined || wrong.length === 0) return undefined;
  return `\`driver-opts\`: ${wrong.map((option) => `\`${option}\``).join(", ")} has a value that buildx can't parse; CPU options are integers, memory is a size such as \`2g\`, switches are \`true\` or \`false\``;
}

function listOf(known: readonly string[]): string {
  return known.length === 0 ? "" : `; known: ${known.map((one) => `\`${one}\``).join(", ")}`;
}
