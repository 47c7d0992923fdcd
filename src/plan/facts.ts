// What was found on the machine, by looking only.
import type { Commit } from "./context.ts";
import type { UserConfig } from "./docker-config.ts";
import type { LivingRecord } from "./run-record.ts";
import type { LocalImage } from "./tool-image.ts";

/** What can be found out without buildx. */
export type Machine = {
  /** Undefined where the inputs need none. */
  readonly engine: Engine | undefined;
  /** Where the engine is: `unix:///var/run/docker.sock`. */
  readonly endpoint: string;
  /** Of the images that a run needs beside its own, those that the engine has. */
  readonly images: readonly LocalImage[];
  /** The engine's handlers of binfmt_misc; undefined where this machine does not show them. */
  readonly handlers: readonly Handler[] | undefined;
  readonly userConfig: UserConfig;
  /** Undefined where the engine is not reached over TLS, or by a context. */
  readonly engineTls: EngineTls | undefined;
  /** Whether the engine keeps indexes, so that it can hold several platforms and attestations. */
  readonly keepsIndexes: boolean;
  /** Whether the repository is private, as the event says. */
  readonly isPrivate: boolean;
};

export type Facts = Machine & {
  /** What `docker buildx ls` lists; undefined where nobody needs to know. */
  readonly builders: KnownBuilders | undefined;
  /** Other runs that live, where builders are looked at. */
  readonly others: readonly LivingRecord[];
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

export type Engine = {
  readonly version: string;
  /** GOOS and GOARCH of the machine that the engine runs on. */
  readonly os: string;
  readonly architecture: string;
  /** Its address, where it does not run on this machine's own kernel: `tcp://build:2376`. */
  readonly elsewhere?: string | undefined;
};

/** A file of /proc/sys/fs/binfmt_misc: https://docs.kernel.org/admin-guide/binfmt-misc.html */
export type Handler = {
  /** `qemu-aarch64` */
  readonly name: string;
  readonly enabled: boolean;
  /** `POCF`; F means that the emulator is held open, so that it runs in containers. */
  readonly flags: string;
};

export type KnownBuilders = {
  readonly all: readonly KnownBuilder[];
  /** The name of the current one. */
  readonly current: string;
};

export type KnownBuilder = {
  readonly name: string;
  readonly driver: string;
  readonly nodes: readonly KnownNode[];
};

export type KnownNode = {
  readonly name: string;
  readonly endpoint: string;
  /** `running`, `inactive`, `stopped`, …: driver/driver.go of docker/buildx */
  readonly status: string;
  readonly driverOpts: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** Those given, and those that the node found out while it runs: `linux/amd64`. */
  readonly platforms: readonly string[];
  /** The settings of its buildkitd.toml; undefined where it has none, or one that we can't read. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** The same, with the texts of certificates and keys in place of their paths in its container. */
  readonly access: unknown;
};

/** PEM texts for the client of a remote node, by the name of the driver option. */
export type NodeCertificates = Readonly<Partial<Record<"cacert" | "cert" | "key", string>>>;

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
  /** A folder for Docker's configuration, where the run needs one of its own. */
  readonly dockerConfig: string;
  /** A folder for buildx, with the registries' settings where the builder can't hold them. */
  readonly registrySettings: string;
};

/** What the environment tells Docker's client about where the engine is. */
export type ClientSettings = {
  /** `DOCKER_HOST` */
  readonly host: string | undefined;
  /** `DOCKER_CONTEXT` */
  readonly context: string | undefined;
};

/** What a run has for itself. */
export type RunFacts = {
  /** A text that no other run has. */
  readonly runId: string;
  /** GitHub's ID of the workflow run: digits. */
  readonly workflowRun: string;
  readonly files: RunFiles;
  /** `formatOwner`'s text; undefined where nobody will ask, or the machine does not tell. */
  readonly owner: string | undefined;
  /** Whether the machine lives on when the job has ended. */
  readonly machine: "kept" | "thrown away";
  /** Where Go's programs look for certificate authorities: folders, separated by colons. */
  readonly certificateFolders: string;
  /** The runner's proxies, by the names of their variables. */
  readonly proxies: Readonly<Record<string, string>>;
  /** By the node's place in the builder. */
  readonly nodeCertificates: readonly NodeCertificates[];
  readonly workflow: WorkflowFacts;
};

/** What the runner says of the workflow. */
export type WorkflowFacts = {
  /** The page of the run; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
  /** Undefined outside of GitHub. */
  readonly commit: Commit | undefined;
  /** Whether builds get attestations that nobody asked for. */
  readonly attestsByDefault: boolean;
};
