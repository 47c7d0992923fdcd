// One node of the builder: the arguments of `docker buildx create` for it.
import { formatPlatform } from "../domain/platform.ts";
import { passwordsIn } from "../domain/url-passwords.ts";
import type { Driver } from "../inputs/builder-drivers.ts";
import type { NodeInputs } from "../inputs/builder-node-inputs.ts";
import type { Pem } from "../inputs/buildkitd-config.ts";
import type { Marks } from "./cleanup-owner-text.ts";

export type NodePlan = {
  /** What follows `docker buildx create --name NAME`. */
  readonly arguments: readonly string[];
  /** Driver options that no command line may show, by name. */
  readonly secretOptions: Readonly<Record<string, string>>;
  /** Certificates and keys that came as text, to be written to these paths. */
  readonly files: readonly Pem[];
};

type NodeSettings = {
  readonly driver: Driver;
  /** BuildKit's image, if the options name none; undefined if it is added once the engine has it. */
  readonly image: string | undefined;
  /** Path of the buildkitd.toml that every node gets. */
  readonly buildkitdConfig: string | undefined;
  /** Marks for the builder's owner; empty if no other run needs them. */
  readonly marks: Marks;
  /** The runner's proxies for BuildKit, by the names of their variables. */
  readonly proxies: Readonly<Record<string, string>>;
  /** The entitlements that the daemon grants to builds that ask for them: `network.host`. */
  readonly entitlements: readonly string[];
  readonly certificates: NodeCertificates | undefined;
  /** A folder and a name for the node's files. */
  readonly path: string;
};

/** https://docs.docker.com/reference/cli/docker/buildx/create/ */
export function planNode(node: NodeInputs, settings: NodeSettings): NodePlan {
  const { buildkitdConfig } = settings;
  const files = certificateFiles(settings);
  const ours = { ...files.options, ...imageOption(node, settings), ...variables(settings) };
  const given = new Set(node.driverOpts.map((option) => option.split("=")[0] ?? ""));
  const added = Object.entries(ours).filter(([name]) => !given.has(name));
  const all = [...node.driverOpts.map(pairOf), ...added];
  const options = all
    .filter(([, value]) => !hasPassword(value))
    .map(([name, value]) => `${name}=${value}`);
  const flags = flagsOf(node, settings);
  const platforms = node.platforms.map(formatPlatform).join(",");
  return {
    arguments: [
      ...(node.name === undefined ? [] : ["--node", node.name]),
      ...["--driver", settings.driver],
      ...options.flatMap((option) => ["--driver-opt", csvField(option)]),
      ...(flags === "" ? [] : ["--buildkitd-flags", flags]),
      ...(buildkitdConfig === undefined ? [] : ["--buildkitd-config", buildkitdConfig]),
      ...(platforms === "" ? [] : ["--platform", platforms]),
      ...(node.endpoint === undefined ? [] : ["--", node.endpoint]),
    ],
    secretOptions: Object.fromEntries(all.filter(([, value]) => hasPassword(value))),
    files: files.files,
  };
}

function pairOf(option: string): readonly [string, string] {
  const equals = option.indexOf("=");
  return [option.slice(0, equals), option.slice(equals + 1)];
}

function flagsOf(
  { buildkitdFlags = "" }: NodeInputs,
  { driver, entitlements }: NodeSettings,
): string {
  if (driver === "remote") return "";
  const lacking = entitlements.filter((name) => !buildkitdFlags.includes(name));
  const allowed = lacking.map((name) => `--allow-insecure-entitlement=${name}`);
  return [buildkitdFlags, ...allowed].filter(Boolean).join(" ");
}

function imageOption(
  { driverOpts }: NodeInputs,
  { driver, image }: NodeSettings,
): Readonly<Record<string, string>> {
  const takesImage = driver === "docker-container" || driver === "kubernetes";
  if (!takesImage || image === undefined) return {};
  // BuildKit's releases have an image for each way to run.
  return { image: driverOpts.includes("rootless=true") ? `${image}-rootless` : image };
}

// BuildKit sees the runner's proxies only as variables of its container. A variable also takes the
// place of a label, which buildx can't give it.
function variables({ driver, proxies, marks }: NodeSettings): Readonly<Record<string, string>> {
  if (driver !== "docker-container") return {};
  const all = { ...proxies, ...marks };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`env.${name}`, value]));
}

/** Whether the value is a URL with a password in it. */
function hasPassword(value: string): boolean {
  return passwordOf(value) !== "" || passwordsIn(value).length > 0;
}

/** The password in a proxy's address, as it stands there; none: an empty text. */
export function passwordOf(address: string): string {
  return /^(?:[a-z]+:\/\/)?[^/@:]*:([^/@]*)@/i.exec(address)?.[1] ?? "";
}

// driver/remote/factory.go of docker/buildx
function certificateFiles({ driver, certificates = {}, path }: NodeSettings) {
  const given = driver === "remote" ? Object.entries(certificates) : [];
  const files = given.map(([name, text]) => ({ name, path: `${path}-${name}.pem`, text }));
  return {
    options: Object.fromEntries(files.map((file) => [file.name, file.path])),
    files: files.map(({ path, text }): Pem => ({ path, text })),
  };
}

/** An option as a CSV field, which is how buildx and docker read it: one with a comma is quoted. */
export function csvField(option: string): string {
  return /[",\r\n]/.test(option) ? `"${option.replaceAll('"', '""')}"` : option;
}

/** PEM texts for the client of a remote node, by the name of the driver option. */
export type NodeCertificates = Readonly<Partial<Record<"cacert" | "cert" | "key", string>>>;
