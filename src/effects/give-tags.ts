// Gives an image that was pushed without tags its tags.
import { tagCommand, type Untagged } from "../plan/proof.ts";
import { formatCommand } from "../report/command-line.ts";
import type { ReadBack } from "./read-back.ts";
import { retrying } from "./retrying.ts";
import type { Doors } from "./set-up.ts";

/** @throws CommandError where a registry refuses a tag; those of earlier repositories stay */
export async function giveTags(
  { proof, readBack: how, retry: { bound } }: Pick<ReadBack, "proof" | "readBack" | "retry">,
  image: Omit<Untagged, "repository">,
  { shell, github }: Doors,
): Promise<void> {
  const count = proof.tags.length;
  const title = `Proven; now for ${count === 1 ? "its tag" : `its ${count} tags`}`;
  await github.group(title, async (print) => {
    for (const repository of proof.repositories) {
      const tags = proof.tags.filter((tag) => tag.repository === repository);
      const command = tagCommand(how.builder, { repository, ...image }, tags);
      print(formatCommand(command));
      const { environment } = how;
      const doing = `moving the tags of ${repository}`;
      await retrying(() => shell.capture(doing, command, { environment }), { bound, print });
    }
  });
}
