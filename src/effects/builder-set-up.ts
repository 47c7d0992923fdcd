// Step 5, beside the emulators: the builder that the plan asks for.
import type { BuilderPlan } from "../plan/builder-plan.ts";
import type { GitHub } from "../runner/github.ts";
import { createContext } from "./builder-create.ts";
import { createOrJoin, type Sharing } from "./builder-join.ts";
import { watchBoot } from "./builder-watch-boot.ts";
import type { Phases } from "./phases.ts";
import type { Started } from "./started.ts";
import { type PullPorts, provideBuildkitImage } from "./tool-image-provide.ts";
import { transcript } from "./transcript.ts";

type SetUpPorts = PullPorts & {
  readonly phases: Phases;
  /** Ready with the path of buildx; undefined if only docker knows it. */
  readonly buildx: Started<string | undefined>;
  /** Undefined if no other run can have the builder. */
  readonly sharing: Sharing | undefined;
};

/** Makes the builder, or joins the one that is there, and tells it in the log. */
export async function setUpBuilder(
  plan: BuilderPlan,
  { phases, ...ports }: SetUpPorts,
): Promise<void> {
  const { github } = ports;
  switch (plan.kind) {
    case "engine":
      github.info(`The engine itself builds, as builder ${plan.name}`);
      return;
    case "existing":
      if (plan.goes?.context !== undefined) await createContext(ports.shell, plan.goes.context);
      return tellOfExisting(plan, github);
    case "create": {
      const ready = await phases.run("builder", ports.shell, (shell) =>
        provideBuildkitImage(plan, { ...ports, shell }),
      );
      // To wait for it is no part of this phase's time.
      const withBuildx = ports.shell.with({ buildx: await ports.buildx.ready() });
      const boot = { container: plan.here?.container, settings: plan.settings };
      const { ran, joined } = await phases.run("builder", withBuildx, (shell) =>
        watchBoot({ ...ports, shell }, boot, (own) => createOrJoin(own, ready, ports.sharing)),
      );
      if (joined !== undefined) return tellOfExisting({ ...plan, ...joined }, github);
      const title = `Builder ${plan.name} ${plan.boots ? "booted" : "created"}`;
      await transcript(github, title, { ran, config: plan.config });
    }
  }
}

function tellOfExisting(
  { name, differences }: { readonly name: string; readonly differences: readonly string[] },
  github: GitHub,
): void {
  github.info(`Builder ${name} exists and is used as it is`);
  if (differences.length === 0) return;
  github.warning(
    `Builder ${name} is not what the inputs ask for: ${differences.join("; ")}. Remove it (docker buildx rm ${name}), or take another \`name\``,
  );
}
