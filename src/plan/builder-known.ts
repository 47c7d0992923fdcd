// The builders that were found.

export type KnownNode = {
  readonly name: string;
  readonly endpoint: string;
  /** `running`, `inactive`, `stopped`, …: driver/driver.go of docker/buildx */
  readonly status: string;
  readonly driverOpts: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** Those given, and those that the node found out while it runs: `linux/amd64`. */
  readonly platforms: readonly string[];
  /** The settings of its buildkitd.toml; undefined if it has none, or one that we can't read. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** The same, with the texts of certificates and keys in place of their paths in its container. */
  readonly access: unknown;
};

export type KnownBuilder = {
  readonly name: string;
  readonly driver: string;
  readonly nodes: readonly KnownNode[];
};

export type KnownBuilders = {
  readonly all: readonly KnownBuilder[];
  /** The name of the current one. */
  readonly current: string;
};
