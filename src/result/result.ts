// What a run has to show.
import type { Digest } from "../domain/digest.ts";
import type { Reference } from "../domain/reference.ts";
import type { Image } from "./image.ts";

export type Result = {
  readonly builder: string;
  readonly tags: readonly Reference[];
  /** `registry/path` of each repository that it was pushed to. */
  readonly repositories: readonly string[];
  /** Of the index or the manifest; undefined where the build exported no image. */
  readonly digest: Digest | undefined;
  /** What the registry serves; undefined where nothing was pushed. */
  readonly image: Image | undefined;
  /** buildx's metadata file, as it is. */
  readonly metadata: string;
  readonly imageId: string;
};
