// The files and folders of one run.

/** The files and folders of one run, in a folder of its own. */
export type RunFiles = {
  readonly folder: string;
  readonly buildkitdConfig: string;
  readonly metadata: string;
  readonly imageId: string;
  /** A folder of the build's secrets. */
  readonly secrets: string;
  /** A folder of certificates and keys that inputs hold as text. */
  readonly certificates: string;
  /** A folder of the certificate authorities that the registries have for themselves. */
  readonly authorities: string;
  /** A folder for Docker's configuration, if the run needs its own. */
  readonly dockerConfig: string;
  /** A folder for buildx, with the registries' settings if the builder can't hold them. */
  readonly registrySettings: string;
};
