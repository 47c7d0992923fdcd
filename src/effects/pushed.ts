// What a push left in repositories, and under tags.
import type { Reference } from "../domain/reference.ts";
import { formatReference } from "../domain/reference.ts";
import type { Built } from "../result/evidence.ts";
import { problemsOfTags } from "../result/verify.ts";
import type { Source } from "./read-image.ts";
import { type Registry, unserved } from "./registry.ts";
import { together } from "./together.ts";

/** The contents of a repository; what was built has to be reached, the rest is told of if it isn't. */
export function sourceIn(registry: Registry, repository: string, { digest: root }: Built): Source {
  return {
    read: (digest) => {
      const read = registry.read(`${repository}@${digest}`);
      return digest === root ? read : read.catch(unserved);
    },
    readConfigs: async () => {
      const answer = await registry.readConfigs(`${repository}@${root}`).catch(unserved);
      return "problem" in answer ? undefined : answer.text;
    },
  };
}

/** A text where a further repository does not have all of the image. */
export async function problemsInRepository(
  registry: Registry,
  repository: string,
  { digest }: Built,
): Promise<readonly string[]> {
  const answer = await registry.readConfigs(`${repository}@${digest}`).catch(unserved);
  if (!("problem" in answer)) return [];
  return [`${repository} does not serve all of ${digest}: ${answer.problem}`];
}

/** A text for each tag that stands for something else, after registries had time to catch up. */
export async function problemsInTags(
  registry: Registry,
  built: Built,
  tags: readonly Reference[],
): Promise<readonly string[]> {
  const resolved = await together(
    tags.map(async (tag) => ({
      tag,
      served: await registry.read(
        formatReference(tag),
        (served) => "digest" in served && served.digest === built.digest,
      ),
    })),
  );
  return problemsOfTags(built, resolved);
}
