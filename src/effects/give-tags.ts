// Gives an image that was pushed without tags its tags.
import type { Plan } from "../plan/plan.ts";
import { tagCommand, type Untagged } from "../plan/proof.ts";
import { formatCommand } from "../report/command-line.ts";
import type { Doors } from "./set-up.ts";

/** @throws CommandError where a registry refuses a tag; those of earlier repositories stay */
export async function giveTags(
  { proof, readBack: how }: Pick<Plan, "proof" | "readBack">,
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
      await shell.capture(`moving the tags of ${repository}`, command, { environment });
    }
  });
}
