// What a run has to show.
import type { Digest } from "../domain/digest.ts";
import type { Reference } from "../domain/reference.ts";
import type { Image } from "./image.ts";
import type { Signing } from "./signing.ts";

export type Result = {
  readonly builder: string;
  /** The targets of a bake; none if one image was built. */
  readonly targets: readonly string[];
  /**
   * What the build made: mostly one image; several if exporters push different ones, or if it has
   * several targets. Of each target pushed ones come first, in the order of their names, so that its
   * first is the one that outputs speak of.
   */
  readonly images: readonly MadeImage[];
  /** buildx's metadata file, as it is. */
  readonly metadata: string;
  readonly imageId: string;
  /** Undefined if nothing was signed. */
  readonly signing?: Signing | undefined;
  /** What the user should know of it. */
  readonly warnings: readonly string[];
};

export type MadeImage = {
  /** The target that made it, if there are several. */
  readonly target?: string | undefined;
  /** Of the index or the manifest. */
  readonly digest: Digest;
  /** `registry/path` of each repository that it was pushed to; none if it is on this machine. */
  readonly repositories: readonly string[];
  /** Those that it has in registries. */
  readonly tags: readonly Reference[];
  /** What was read back; undefined if nothing was. */
  readonly image: Image | undefined;
};
