// What commands printed, in a group of the log.
import { formatCommand } from "../report/command-text.ts";
import type { GitHub } from "../runner/github.ts";
import type { Ran } from "./builder-create.ts";

/** @param config a buildkitd.toml that the commands read */
export async function transcript(
  github: Pick<GitHub, "group">,
  title: string,
  { ran, config }: { readonly ran: readonly Ran[]; readonly config?: string | undefined },
): Promise<void> {
  await github.group(title, async (print) => {
    if (config !== undefined) print(`buildkitd.toml:\n\n${config.trimEnd()}\n`);
    for (const { command, output } of ran) {
      print(formatCommand(command));
      for (const text of [output.stderr, output.stdout]) {
        if (text.trim() !== "") print(text.trimEnd());
      }
    }
  });
}
