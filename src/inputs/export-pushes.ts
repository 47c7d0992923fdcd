// Exporters that push by themselves, and what they can't push to.
import { parseReference } from "../domain/reference.ts";
import type { BuildInputs } from "./build-inputs.ts";
import { ownNames, pushesByDigest, pushesImage } from "./export-kinds.ts";
import type { Fields } from "./fields.ts";

type Build = Pick<BuildInputs, "outputs" | "names" | "push" | "pushByEvent">;

/** Complains of exporters without a name to push to, and of tags if the push is by digest. */
export function complainOfPushes(
  { outputs, names, push, pushByEvent }: Build,
  { text, complain }: Pick<Fields, "text" | "complain">,
): void {
  // If both are missing, `push` has its own complaint.
  const isToldOf = push || pushByEvent;
  const hasNames = isToldOf || text("tags") !== undefined || names.images.length > 0;
  for (const output of outputs.filter(pushesImage)) {
    const own = ownNames(output);
    if (own.length === 0 && !hasNames) {
      complain(
        "outputs",
        `\`${output.text}\` needs a name to push to; set \`tags\`, or add \`name=ghcr.io/owner/image:1.0\``,
      );
    }
    for (const name of pushesByDigest(output) ? own : []) {
      const read = parseReference(name);
      if (!read.ok || !name.endsWith(`:${read.value.tag}`)) continue;
      complain(
        "outputs",
        `\`${output.text}\` pushes by digest, which needs a name without a tag; write \`name=${read.value.repository}\``,
      );
    }
  }
}
