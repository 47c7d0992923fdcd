// The matrix step: tells a workflow which jobs its platforms need.
import { InputError } from "./domain/errors.ts";
import { readMatrix } from "./inputs/matrix-inputs.ts";
import { planMatrix } from "./plan/matrix-plan.ts";
import type { Run } from "./step/run.ts";

export async function matrix({ raw, github }: Pick<Run, "raw" | "github">): Promise<void> {
  const { inputs, problems } = readMatrix(raw);
  if (problems.length > 0) throw new InputError(problems);
  const { include } = planMatrix(inputs);
  await github.group(`${include.length} jobs`, async (print) => {
    for (const { platform, runner } of include) print(`${platform} on ${runner.join(", ")}`);
  });
  github.setOutput("matrix", JSON.stringify({ include }));
  github.setOutput("platforms", include.map(({ platform }) => platform).join(","));
  github.setOutput("checkout", JSON.stringify(inputs.checkout));
}
