// What it takes to ask a registry: how its host is spoken to, and whose login is shown.
import { type HostSettings, hostsOf } from "../inputs/registry-hosts.ts";
import type { DockerConfigPlan, UserConfig } from "./docker-config-plan.ts";
import type { Settings } from "./docker-config-settings.ts";

export type RegistryAccess = {
  /** By host and port, as BuildKit's configuration names them. */
  readonly hosts: Readonly<Record<string, HostSettings>>;
  /** The folder of Docker's configuration that has the logins; undefined if there is none. */
  readonly dockerConfig: string | undefined;
  /** Logins that come before those. */
  readonly logins: Settings["auths"];
  /** The runner's proxies, by the names of their variables. */
  readonly proxies: Readonly<Record<string, string>>;
};

type AccessSources = {
  /** BuildKit's configurations, as far as they are known; what a later one says counts. */
  readonly settings: readonly unknown[];
  readonly dockerConfig: DockerConfigPlan;
  readonly userConfig: Pick<UserConfig, "folder" | "logins">;
  readonly proxies: RegistryAccess["proxies"];
};

export function planAccess({
  settings,
  dockerConfig,
  userConfig,
  proxies,
}: AccessSources): RegistryAccess {
  return {
    hosts: Object.assign({}, ...settings.map(hostsOf)),
    dockerConfig: dockerConfig.own?.folder ?? userConfig.folder,
    logins: dockerConfig.own === undefined ? userConfig.logins : {},
    proxies,
  };
}

/** Where a repository is asked for: `docker.io/library/alpine` is served by another host. */
export function placeOf(repository: string): { readonly host: string; readonly path: string } {
  const slash = repository.indexOf("/");
  const host = repository.slice(0, slash);
  return { host: host === "docker.io" ? hubHost : host, path: repository.slice(slash + 1) };
}

// registry/config.go of moby/moby: DefaultRegistryHost
const hubHost = "registry-1.docker.io";

/** The key of a host's login in Docker's configuration: registry/config.go of moby/moby, IndexServer. */
export function credentialKey(host: string): string {
  return host === "docker.io" || host === hubHost ? "https://index.docker.io/v1/" : host;
}

/** Whether it is a local host, for which plain HTTP is the fallback, whatever the settings say. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
}
