// The engine that was found.

export type Engine = {
  readonly version: string;
  /** GOOS and GOARCH of the machine that the engine runs on. */
  readonly os: string;
  readonly architecture: string;
  /** Its address, if it does not run on this machine's own kernel: `tcp://build:2376`. */
  readonly elsewhere?: string | undefined;
};

/** An engine that DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH name. */
export type EngineTls = {
  /** `tcp://docker:2376` */
  readonly host: string;
  /** Paths of those of the three files that are there. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly skipVerify: boolean;
};
