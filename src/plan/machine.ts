// What was found on the machine, by looking only.

import type { KnownBuilders } from "./builder-known.ts";
import type { LivingRecord } from "./cleanup-record.ts";
import type { UserConfig } from "./docker-config-plan.ts";
import type { Handler } from "./emulators-handler.ts";
import type { Engine, EngineTls } from "./engine.ts";
import type { LocalImage } from "./tool-image-candidates.ts";

/** What can be found out without buildx. */
export type Machine = {
  /** Undefined if the inputs need none. */
  readonly engine: Engine | undefined;
  /** Where the engine is: `unix:///var/run/docker.sock`. */
  readonly endpoint: string;
  /** Of the images that a run needs beside its own, those that the engine has. */
  readonly images: readonly LocalImage[];
  /** The engine's handlers of binfmt_misc; undefined if this machine does not show them. */
  readonly handlers: readonly Handler[] | undefined;
  readonly userConfig: UserConfig;
  /** Undefined if the engine is not reached over TLS, or by a context. */
  readonly engineTls: EngineTls | undefined;
  /** Whether the engine keeps indexes, so that it can hold several platforms and attestations. */
  readonly keepsIndexes: boolean;
};

export type Facts = Machine & {
  /** What `docker buildx ls` lists; undefined if it is not needed. */
  readonly builders: KnownBuilders | undefined;
  /** Other runs that are alive, if builders are looked at. */
  readonly others: readonly LivingRecord[];
  /** Whether the repository is private, as far as the event tells. */
  readonly isPrivate: boolean;
};
