// Gives an image that was pushed without tags its tags.

import { tagCommand } from "../plan/proof-plan.ts";
import type { ReadBackPlan } from "../plan/registry-settings-plan.ts";
import { formatCommand } from "../report/command-text.ts";
import { documentOf, type Evidence } from "../result/proof-evidence.ts";
import type { PushedImage } from "../result/proof-images.ts";
import type { Ports } from "./ports.ts";
import { retrying } from "./retry-loop.ts";

type GivenTags = {
  readonly readBack: ReadBackPlan;
  /** `bound`: no try begins later than this after the first failure, in milliseconds. */
  readonly retry: { readonly bound: number };
};

/** @throws CommandError if a registry refuses a tag; those of earlier repositories stay */
export async function giveTags(
  { readBack: how, retry: { bound } }: GivenTags,
  image: PushedImage & { readonly evidence: Evidence; readonly target?: string | undefined },
  { shell, github }: Ports,
): Promise<void> {
  const { repositories, evidence } = image;
  const { digest } = image.built;
  const isIndex = documentOf(evidence.root)?.kind === "index";
  const count = image.tags.length;
  const tags = count === 1 ? "tag" : `${count} tags`;
  const title = `Proven; now for ${image.target === undefined ? "its" : `${image.target}'s`} ${tags}`;
  await github.group(title, async (print) => {
    for (const repository of repositories) {
      const own = image.tags.filter((tag) => tag.repository === repository);
      const command = tagCommand(how.builder, { repository, digest, isIndex }, own);
      print(formatCommand(command));
      const { environment } = how;
      const doing = `moving the tags of ${repository}`;
      await retrying(() => shell.capture(doing, command, { environment }), { bound, print });
    }
  });
}
