// What to try if the Docker engine does not answer, by the setting that says where it is.

/** How docker finds the engine. */
export type EngineAddress = {
  /** What DOCKER_HOST names. */
  readonly host: string | undefined;
  /** The context in use, and what chose it. */
  readonly context: string;
  readonly chosenBy: "DOCKER_CONTEXT" | "config.json";
  /** `tcp://build:2376`; undefined if the context is not there. */
  readonly endpoint: string | undefined;
};

/** Undefined if the setting is as it should be, so that the tool's own words have to do. */
export function engineRemedy(
  { host, context, chosenBy, endpoint }: EngineAddress,
  words: string,
): string | undefined {
  // It answered.
  if (/^Error response from daemon/m.test(words)) return undefined;
  if (host?.startsWith("/")) {
    return `DOCKER_HOST is \`${host}\`, which docker reads as a path on a server; write \`unix://${host}\``;
  }
  if (host !== undefined && /^https?:/.test(host)) {
    return `DOCKER_HOST is \`${host}\`, which docker does not support; write \`${host.replace(/^https?:/, "tcp:")}\`, with DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH if the engine uses TLS`;
  }
  if (endpoint === undefined) {
    const setting =
      chosenBy === "DOCKER_CONTEXT" ? "DOCKER_CONTEXT" : "`currentContext` of config.json";
    return `${setting} names the context \`${context}\`, which does not exist on this runner: create it (\`docker context create\`), name another (\`docker context ls\`), or leave the setting out`;
  }
  const setting = host === undefined ? `the context \`${context}\`` : "DOCKER_HOST";
  if (!/^(?:unix|npipe|fd):/.test(endpoint)) {
    const reach = endpoint.startsWith("ssh://")
      ? "that this runner's user can log in there by SSH without a password, and that docker is installed there"
      : "that this runner can reach its port";
    return `${setting} names an engine on another machine, ${endpoint}: check that it is running, and ${reach}; without this setting the engine of this machine is used`;
  }
  if (host === undefined && context === "default") return undefined;
  return `${setting} names ${endpoint}: check that an engine listens there and, if the job runs in a container, that the socket is mounted; without this setting /var/run/docker.sock is used`;
}
