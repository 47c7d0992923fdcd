// What became of the builder when the job ended.
import type { Undo } from "../undo.ts";

export function removalText({ name, cleanup }: NonNullable<Undo["builder"]>): string {
  switch (cleanup) {
    case "all":
      return `Builder ${name} removed`;
    case "all-but-state":
      return `Builder ${name} removed; its cache is kept for the next builder of that name`;
    case "nothing":
      return `Builder ${name} is kept. To remove it: docker buildx rm ${name}`;
  }
}
