// The main step, in the order of README's «What the step does».

import { runFiles } from "./effects/run-files.ts";
import type { Started } from "./effects/started.ts";
import type { RunFiles } from "./plan/run-files-plan.ts";
import { type ResolvedInputs, resolveInputs } from "./step/resolve-inputs.ts";
import type { Run } from "./step/run.ts";
import { tellingMerge } from "./step/tell-merge.ts";

export async function main(run: Run): Promise<void> {
  const files = runFiles(run.folder);

  // Read the inputs. If one is wrong, what follows is not even loaded.
  const resolved = await resolveInputs(run, files);
  await tellingMerge(run, resolved.inputs.build, () => carryOut(run, files, resolved));
}

async function carryOut(run: Run, files: RunFiles, resolved: ResolvedInputs): Promise<void> {
  const { folder, runner, shell, github, timeline } = run;
  const { inputs } = resolved;

  // Look at the machine.
  const { lookAround, phasesOf, start } = await import("./step/look-around.ts");
  const phases = phasesOf(timeline, inputs.patience.bounds);
  const { machine, buildxFacts } = await lookAround(run, inputs, phases);
  const stages = await import("./step/stages.ts");
  stages.checkLoad(inputs.build, machine);
  const buildxPlan = start(
    buildxFacts
      .ready()
      .then((found) => stages.planBuildx(inputs.buildx, found, stages.buildxNeedOf(inputs.build))),
  );
  // Whether a version can be had is known before anything is changed.
  if (inputs.buildx.version.kind !== "any") await buildxPlan.ready();

  // Make docker ready; buildx and the logins go on beside all that does not need them.
  const client = await stages.prepareClient(run, files, { ...resolved, machine });
  const bound = inputs.patience.retryTimeout;
  const buildx: Started<string | undefined> = start(
    buildxPlan.ready().then((plan) =>
      phases.run("buildx", shell, async (own, signal) => {
        const ports = { ...run, shell: own, signal, bound };
        const path = await stages.installBuildx(plan, { ...client.plan, folder }, ports);
        client.undo.change({ buildx: path ?? null });
        return path;
      }),
    ),
  );
  const login: Started<void> = start(phases.run("login", client.shell, client.logIn));

  // Read the definition of a bake, as buildx understands it.
  const known = await stages.withBake(run, resolved, async () =>
    client.shell.with({ buildx: await buildx.ready() }),
  );

  // Plan all that is done from here on.
  const { plan, facts, sharing } = await stages.planRun({ ...known, machine, client, buildx });

  const engine = stages.engineApi(machine.endpoint);
  const around = { shell: client.shell, buildx, plan, facts, inputs, folder };
  const { progress, pushed } = await stages.explainingFailure(around, async () => {
    // Set up the emulators and the builder, side by side; waiting is the time to load what reads back.
    const pull = { pullBound: plan.pullBound, access: plan.readBack.access };
    const ports = { shell: client.shell, github, engine, login, pull };
    await stages.together([
      buildx.ready(),
      login.ready(),
      phases.run("emulators", client.shell, (own) =>
        stages.setUpEmulators(plan.emulation, { ...ports, shell: own }),
      ),
      stages.setUpBuilder(plan.builder, { ...ports, phases, buildx, sharing }),
      import("./effects/proof-read-back.ts"),
    ]);
    const withBuildx = client.shell.with({ buildx: await buildx.ready() });
    if (plan.builder.use) await stages.useBuilder(withBuildx, plan.builder.name);

    // Build and push.
    const inFolder = withBuildx.with({ folder: inputs.bake?.workdir });
    const building = phases.run("build", inFolder, (own) =>
      stages.withSecretFiles(plan.build.secretFiles, files.secrets, () =>
        stages.runBuild(plan.build, plan.retry, { shell: own, github, timeline }),
      ),
    );
    const dockerfiles = stages.dockerfilesIn(
      { ...inputs.build, ...resolved.context },
      { ...runner.folders, workdir: inputs.bake?.workdir },
      known.bake?.targets,
    );
    return await stages.annotateBuild(building, { files, dockerfiles, github });
  });
  const built = await stages.readBuildFiles(files);
  stages.checkBuilt(built, await buildx.ready());
  if (plan.build.call !== undefined) return github.setOutput("builder", plan.builder.name);

  // Read back what was pushed, and prove it.
  const { readBack } = await import("./effects/proof-read-back.ts");
  const withBuildx = client.shell.with({ buildx: await buildx.ready() });
  const result = await phases.run("verification", withBuildx, (own) =>
    readBack(plan, { ...built, pushed }, { shell: own, github, engine }),
  );

  // Set the outputs, and write the summary.
  await stages.reportResult(run, result, { ...resolved, plan, facts, progress });
}
