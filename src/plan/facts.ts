// What was found on the machine, by looking only.
import type { BuildxFacts } from "./buildx.ts";
import type { UserConfig } from "./docker-config.ts";

/** What can be found out without buildx. */
export type Machine = {
  readonly engine: Engine;
  readonly buildx: BuildxFacts;
  /** The handlers of binfmt_misc; undefined where this machine does not show them. */
  readonly handlers: readonly Handler[] | undefined;
  readonly userConfig: UserConfig;
};

export type Facts = Machine & {
  /** The names that `docker buildx ls` lists; undefined where nobody needs to know. */
  readonly builders: KnownBuilders | undefined;
};

export type Engine = {
  readonly version: string;
  /** GOOS and GOARCH of the machine that the engine runs on. */
  readonly os: string;
  readonly architecture: string;
};

/** A file of /proc/sys/fs/binfmt_misc: https://docs.kernel.org/admin-guide/binfmt-misc.html */
export type Handler = {
  /** `qemu-aarch64` */
  readonly name: string;
  readonly enabled: boolean;
  /** `POCF`; F means that the emulator is held open, so that it runs in containers. */
  readonly flags: string;
};

export type KnownBuilders = { readonly names: readonly string[]; readonly current: string };

/** The files and folders of one run, in a folder of its own. */
export type RunFiles = {
  readonly folder: string;
  readonly buildkitdConfig: string;
  readonly metadata: string;
  readonly imageId: string;
  /** A folder of certificates and keys that inputs hold as text. */
  readonly certificates: string;
  /** A folder of the certificate authorities that the registries have for themselves. */
  readonly authorities: string;
  /** A folder for Docker's configuration, where the run needs one of its own. */
  readonly dockerConfig: string;
};

/** What a run has for itself. */
export type RunFacts = {
  /** A text that no other run has. */
  readonly runId: string;
  readonly files: RunFiles;
  /** Where Go's programs look for certificate authorities: folders, separated by colons. */
  readonly certificateFolders: string;
  /** The runner's proxies, by the names of their variables. */
  readonly proxies: Readonly<Record<string, string>>;
};
