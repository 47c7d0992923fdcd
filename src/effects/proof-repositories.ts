// What a push left in repositories, and under tags.
import type { Reference } from "../domain/reference.ts";
import type { BuiltImage } from "../result/proof-evidence.ts";
import { problemsOf, problemsOfTags } from "../result/proof-problems.ts";
import type { LayerSource } from "./cpu-read.ts";
import { readImage, type Source } from "./proof-read-image.ts";
import { type Registry, unserved } from "./registry-read.ts";
import { together } from "./together.ts";

/** The contents of a repository; a failure to read what was built is an error, any other a problem of the image. */
export function sourceIn(
  registry: Registry,
  repository: string,
  { digest: root }: BuiltImage,
): Source & LayerSource {
  return {
    read: (digest, kind) => {
      const read = registry.read({ repository, kind, reference: digest });
      return digest === root ? read : read.catch(unserved);
    },
    begin: (digest, count, signal) => registry.begin({ repository, digest, count, signal }),
  };
}

/** A text if a further repository does not have all of the image. */
export async function problemsInRepository(
  registry: Registry,
  repository: string,
  built: BuiltImage,
): Promise<readonly string[]> {
  const { read } = sourceIn(registry, repository, built);
  const source: Source = { read: (...content) => read(...content).catch(unserved) };
  const [problem] = problemsOf(await readImage(source, built), []);
  return problem === undefined
    ? []
    : [`${repository} does not serve all of ${built.digest}: ${problem}`];
}

/** A text for each tag that stands for something else, after registries had time to catch up. */
export async function problemsInTags(
  registry: Registry,
  built: BuiltImage,
  tags: readonly Reference[],
): Promise<readonly string[]> {
  const resolved = await together(
    tags.map(async (tag) => ({
      tag,
      served: await registry.read(
        { repository: tag.repository, kind: "manifests", reference: tag.tag },
        (served) => "digest" in served && served.digest === built.digest,
      ),
    })),
  );
  return problemsOfTags(built, resolved);
}
