// Merges the legs, proves what comes of it, and reads it back.
import { VerificationError } from "../domain/errors.ts";
import { formatReference } from "../domain/reference.ts";
import type { MergePlan } from "../plan/merge.ts";
import type { ProofPlan } from "../plan/proof.ts";
import { formatCommand } from "../report/command-line.ts";
import { problemsOfMerge } from "../result/merged-index.ts";
import type { Result } from "../result/result.ts";
import { readBack } from "./read-back.ts";
import { noteRegistries } from "./registry-settings.ts";
import type { Doors } from "./set-up.ts";
import { digestOf } from "./sha256.ts";

/**
 * Moves the tags once the index has been seen to have exactly the platforms wanted.
 *
 * @throws VerificationError where it has not, or where the tags stand for something else afterwards
 * @throws CommandError where a registry has not a leg, or refuses
 */
export async function mergeLegs(plan: MergePlan, doors: Doors): Promise<Result> {
  const { shell, github } = doors;
  const { create, tags, platforms, repositories } = plan;
  const { environment } = plan.readBack;
  await noteRegistries(plan.readBack);
  const index = await preview(plan, doors);
  const digest = digestOf(index);
  await github.group("Legs merged", async (print) => {
    print(formatCommand(create));
    await shell.stream("merging the legs", create, { environment, write: github.write });
  });
  const metadata = {
    "containerimage.digest": digest,
    "image.name": tags.map(formatReference).join(","),
  };
  const proof: ProofPlan = {
    ...{ verify: "true", strict: false, platforms, tags, repositories },
    ...{ layouts: [], exports: "image" },
  };
  return await readBack(
    { proof, builder: { name: "" }, readBack: plan.readBack },
    { metadata: JSON.stringify(metadata), imageId: "" },
    doors,
  );
}

async function preview(plan: MergePlan, { shell }: Doors): Promise<string> {
  const { environment } = plan.readBack;
  const doing = "reading the legs; no tag was moved";
  const { stdout } = await shell.capture(doing, plan.preview, { environment });
  // buildx ends what it prints with a line break that the index does not have.
  const index = stdout.replace(/\n$/, "");
  const problems = problemsOfMerge(index, plan.platforms);
  if (problems.length === 0) return index;
  throw new VerificationError(
    "the legs don't make the image that was asked for, and no tag was moved",
    problems,
  );
}
