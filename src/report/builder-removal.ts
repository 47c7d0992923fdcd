// What became of the builder when the job ended.
import type { Removal, Undo } from "../plan/cleanup-undo.ts";

export function removalText(
  { name, cleanup }: Pick<NonNullable<Undo["builder"]>, "name" | "cleanup">,
  removal: Removal,
): string {
  if (removal === "shared")
    return `Builder ${name} is still in use by another run, and is left to it`;
  if (removal === "foreign") return `Builder ${name} was not created by a run, and is kept`;
  switch (cleanup) {
    case "all":
      return `Builder ${name} removed`;
    case "all-but-state":
      return `Builder ${name} removed; its cache is kept for the next builder of that name`;
    case "nothing":
      return `Builder ${name} is kept. To remove it: docker buildx rm ${name}`;
  }
}
