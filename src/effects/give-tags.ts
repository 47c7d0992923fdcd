// Gives an image that was pushed without tags its tags.
import { tagCommand } from "../plan/proof.ts";
import { formatCommand } from "../report/command-line.ts";
import { documentOf, type Evidence } from "../result/evidence.ts";
import type { PushedImage } from "../result/pushed-images.ts";
import type { ReadBack } from "./read-back.ts";
import { retrying } from "./retrying.ts";
import type { Doors } from "./set-up.ts";

/** @throws CommandError where a registry refuses a tag; those of earlier repositories stay */
export async function giveTags(
  { readBack: how, retry: { bound } }: Pick<ReadBack, "readBack" | "retry">,
  image: PushedImage & { readonly evidence: Evidence },
  { shell, github }: Doors,
): Promise<void> {
  const { repositories, evidence } = image;
  const { digest } = image.built;
  const isIndex = documentOf(evidence.root)?.kind === "index";
  const count = image.tags.length;
  const title = `Proven; now for ${count === 1 ? "its tag" : `its ${count} tags`}`;
  await github.group(title, async (print) => {
    for (const repository of repositories) {
      const tags = image.tags.filter((tag) => tag.repository === repository);
      const command = tagCommand(how.builder, { repository, digest, isIndex }, tags);
      print(formatCommand(command));
      const { environment } = how;
      const doing = `moving the tags of ${repository}`;
      await retrying(() => shell.capture(doing, command, { environment }), { bound, print });
    }
  });
}
