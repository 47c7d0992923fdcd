// Merges the legs, proves what comes of it, and reads it back.

import { VerificationError } from "../domain/errors.ts";
import { formatReference } from "../domain/reference.ts";
import { createCommand, type MergePlan } from "../plan/leg-merge.ts";
import { formatCommand } from "../report/command-text.ts";
import { problemsOfMerge } from "../result/leg-merged-index.ts";
import type { Result } from "../result/result.ts";
import type { Ports } from "./ports.ts";
import { readBack } from "./proof-read-back.ts";
import { noteRegistries } from "./registry-settings-file.ts";
import { retrying } from "./retry-loop.ts";
import { digestOf } from "./sha256.ts";
import type { Shell } from "./shell.ts";

/**
 * Pushes the index once it has been seen to have exactly the platforms wanted; its tags move with
 * it, or after the proof.
 *
 * @throws VerificationError if it has not, or if the tags point to something else afterwards
 * @throws CommandError if a registry has not a leg, or refuses
 */
export async function mergeLegs(plan: MergePlan, ports: Ports): Promise<Result> {
  const { shell, github } = ports;
  const { tags, proof, retry } = plan;
  const { environment } = plan.readBack;
  await noteRegistries(plan.readBack);
  const digest = await github.group("Merging the legs", async (print) => {
    const made = digestOf(await preview(plan, shell, print));
    const create = createCommand(plan, made);
    print(formatCommand(create));
    const doing = `merging the legs${proof.verify === "before-tag" ? "; no tag was moved" : ""}`;
    const run = { environment, write: github.write };
    await retrying(() => shell.stream(doing, create, run), { ...retry, print });
    return made;
  });
  const metadata = {
    "containerimage.digest": digest,
    "image.name": tags.map(formatReference).join(","),
  };
  return await readBack(
    { proof, builder: { name: "" }, readBack: plan.readBack, signing: plan.signing, retry },
    { metadata: JSON.stringify(metadata), imageId: "", pushed: new Map() },
    ports,
  );
}

async function preview(
  plan: MergePlan,
  shell: Shell,
  print: (line: string) => void,
): Promise<string> {
  const { environment } = plan.readBack;
  const doing = "reading the legs; no tag was moved";
  const read = () => shell.capture(doing, plan.preview, { environment });
  const { stdout } = await retrying(read, { ...plan.retry, print });
  // buildx ends what it prints with a line break that the index does not have.
  const index = stdout.replace(/\n$/, "");
  const problems = problemsOfMerge(index, plan.platforms);
  if (problems.length === 0) return index;
  throw new VerificationError(
    "the legs don't make the image that was asked for, and no tag was moved",
    problems,
  );
}
