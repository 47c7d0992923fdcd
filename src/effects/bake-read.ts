// Has buildx read the definition of a bake.

import type { Command } from "../domain/command.ts";
import { messageOf } from "../domain/message-of.ts";
import { type BakeDefinition, readDefinition } from "../plan/bake-definition.ts";
import { formatCommand } from "../report/command-text.ts";
import type { Ports } from "./ports.ts";

/** @throws CommandError if buildx does not understand the definition */
export async function readBakeDefinition(
  command: Command,
  environment: Readonly<Record<string, string>>,
  { shell, github }: Ports,
): Promise<BakeDefinition> {
  return await github.group("The bake definition", async (print) => {
    print(formatCommand(command));
    const doing = "reading the bake definition";
    const { stdout } = await shell.capture(doing, command, { environment });
    for (const line of stdout.trimEnd().split("\n")) print(line);
    try {
      return readDefinition(stdout);
    } catch (cause) {
      throw new Error(`buildx printed no bake definition: ${messageOf(cause)}`, { cause });
    }
  });
}
