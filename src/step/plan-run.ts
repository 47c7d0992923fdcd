// Step 4: all that the run is going to do.
import type { Sharing } from "../effects/builder-join.ts";
import { probeBuilders } from "../effects/builder-probe.ts";
import { othersOf, sharedBuilder, writeCurrent } from "../effects/builder-shared.ts";
import type { Started } from "../effects/started.ts";
import { differencesOf } from "../plan/builder-differences.ts";
import type { KnownBuilder } from "../plan/builder-known.ts";
import { isSameName } from "../plan/cleanup-record.ts";
import { undoAll } from "../plan/cleanup-undo.ts";
import type { Facts, Machine } from "../plan/machine.ts";
import { makePlan, type Plan } from "../plan/make-plan.ts";
import type { Client } from "./prepare-client.ts";
import type { BakedInputs } from "./resolve-inputs.ts";

type Planned = {
  readonly plan: Plan;
  readonly facts: Facts;
  /** Undefined if no other run can have the builder. */
  readonly sharing: Sharing | undefined;
};

type PlanRunSources = BakedInputs & {
  readonly machine: Machine;
  readonly client: Client;
  /** Ready with the path of buildx, which is waited for only if builders have to be listed. */
  readonly buildx: Started<string | undefined>;
};

/** Plans the run, and writes down what it is to undo, before any of it is done. */
export async function planRun(known: PlanRunSources): Promise<Planned> {
  const { inputs, context, epoch, job, bake, machine, client, buildx } = known;
  const { buildkitdConfig: config } = known;
  const { own, undo, shell } = client;
  const { record } = undo.now();
  const { dockerConfig } = client.plan;
  const probe = () =>
    probeBuilders(
      async () => shell.with({ buildx: await buildx.ready() }),
      inputs.builder,
      dockerConfig.buildxFolder,
    );
  const shared = sharedBuilder(inputs.builder, record);
  await shared?.say("looking");
  const builders = await (shared === undefined ? probe() : shared.whenQuiet(probe));
  const others = await othersOf(inputs.builder, record);
  const facts = { ...machine, builders, others, isPrivate: known.isPrivate };
  const plan = makePlan(
    { inputs, config, client: client.plan, context, epoch, job, bake },
    facts,
    own,
  );
  undo.change(undoAll(undo.now(), plan, { ...facts, ...own, ...dockerConfig }));
  await shared?.settle(plan.builder);
  await writeCurrent(record, plan.current);
  const sharing = shared && {
    shared,
    probe: async () => (await probe())?.all.find(({ name }) => isSameName(name, plan.builder.name)),
    differencesOf: (found: KnownBuilder) =>
      differencesOf(
        inputs.builder,
        { ...facts, network: inputs.network, config: config?.settings },
        found,
      ),
    disown: () => undo.change({ builder: null }),
  };
  return { plan, facts, sharing };
}
