// Why a builder or a build failed, as far as the machine and the inputs tell more than the tool.
import { namingDeadNodes } from "../effects/builder-dead-nodes.ts";
import { listBuilders } from "../effects/builder-probe.ts";
import { namingFullDisks } from "../effects/full-disk.ts";
import { namingLeftOutLogins } from "../effects/login-left-out.ts";
import type { Shell } from "../effects/shell.ts";
import type { Started } from "../effects/started.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Facts } from "../plan/machine.ts";
import type { Plan } from "../plan/make-plan.ts";

type FailureContext = {
  readonly shell: Shell;
  readonly buildx: Started<string | undefined>;
  readonly plan: Pick<Plan, "builder">;
  readonly facts: Pick<Facts, "engine">;
  readonly inputs: Pick<Inputs, "login">;
  /** The run's folder. */
  readonly folder: string;
};

/** Does the work; if it fails for a full disk, a dead node or a login left out, the error says so. */
export async function explainingFailure<T>(
  { shell, buildx, plan: { builder }, facts: { engine }, inputs, folder }: FailureContext,
  work: () => Promise<T>,
): Promise<T> {
  const engineIsHere = engine !== undefined && engine.elsewhere === undefined;
  const list = async () => listBuilders(shell.with({ buildx: await buildx.ready() }));
  return await namingLeftOutLogins(inputs.login.leftOut, () =>
    namingFullDisks(shell, { builder, engineIsHere, folder }, () =>
      namingDeadNodes(list, builder, work),
    ),
  );
}
