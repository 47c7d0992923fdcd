// What the engine's API says about an image in containerd's store.
import * as v from "valibot";
import type { Digest } from "../domain/digest.ts";
import { platformOf } from "../domain/platform.ts";
import type { Image } from "./image.ts";
import { descriptor, digest, platform } from "./image-manifest.ts";

const manifest = v.object({
  Kind: v.string(),
  Descriptor: descriptor,
  ImageData: v.nullish(v.object({ Platform: platform })),
  AttestationData: v.nullish(v.object({ For: digest })),
});
const answer = v.object({ Descriptor: descriptor, Manifests: v.array(manifest) });

/**
 * The image; undefined if the engine does not tell of its manifests, or has another image.
 *
 * @param json what it answers to `/images/DIGEST/json?manifests=1`, of API 1.48:
 * https://docs.docker.com/reference/api/engine/version-history/
 */
export function imageInEngine(json: unknown, root: Digest): Image | undefined {
  const read = v.safeParse(answer, json);
  if (!read.success || read.output.Descriptor.digest !== root) return undefined;
  const { Descriptor, Manifests } = read.output;
  const manifests = Manifests.flatMap(
    ({ Kind, Descriptor: { digest, mediaType, size }, ImageData }) => {
      if (Kind !== "image" || ImageData == null) return [];
      const attestations = Manifests.filter(
        ({ AttestationData }) => AttestationData?.For === digest,
      );
      return [
        {
          platform: platformOf({ ...ImageData.Platform, variant: ImageData.Platform.variant }),
          ...{ digest, mediaType, size, layersSize: undefined },
          attestations: attestations.map((one) => ({
            digest: one.Descriptor.digest,
            predicateTypes: [],
          })),
        },
      ];
    },
  );
  const { mediaType, size } = Descriptor;
  return { digest: root, mediaType, size, manifests };
}
