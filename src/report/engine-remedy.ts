// What to try where the Docker engine does not answer, by the setting that says where it is.

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

/** Undefined where the setting is as it should be, and the tool's own words have to tell. */
export function engineRemedy(
  { host, context, chosenBy, endpoint }: EngineAddress,
  words: string,
): string | undefined {
  // It answered.
  if (/^Error response from daemon/m.test(words)) return undefined;
  if (host?.startsWith("/")) {
    return `DOCKER_HOST is the path \`${host}\`, which docker takes for a path on a server; write \`unix://${host}\``;
  }
  if (host !== undefined && /^https?:/.test(host)) {
    return `DOCKER_HOST is \`${host}\`, which docker does not take; write \`${host.replace(/^https?:/, "tcp:")}\`, with DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH where the engine is behind TLS`;
  }
  if (endpoint === undefined) {
    const setting =
      chosenBy === "DOCKER_CONTEXT" ? "DOCKER_CONTEXT" : "`currentContext` of config.json";
    return `${setting} names the context \`${context}\`, which is not on this runner: make it (\`docker context create\`), take one of \`docker context ls\`, or name none`;
  }
  const setting = host === undefined ? `the context \`${context}\`` : "DOCKER_HOST";
  if (!/^(?:unix|npipe|fd):/.test(endpoint)) {
    const reach = endpoint.startsWith("ssh://")
      ? "that this runner's user may log in there by SSH without a password, and that docker is installed there"
      : "that this runner reaches its port";
    return `the engine is on another machine, ${endpoint}, which ${setting} names: see that it runs there, and ${reach}; or leave that out, and the engine of this machine is taken`;
  }
  if (host === undefined && context === "default") return undefined;
  return `${setting} names ${endpoint}: see that an engine listens there, and in a job in a container that this socket is mounted; or leave that out, and /var/run/docker.sock is taken`;
}
