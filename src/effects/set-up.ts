// Makes the machine ready to build: emulators and the builder, side by side.

import type { BuilderPlan } from "../plan/builder-plan.ts";
import type { EmulationPlan } from "../plan/emulators-plan.ts";
import type { Plan } from "../plan/make-plan.ts";
import { formatCommand } from "../report/command-text.ts";
import type { GitHub } from "../runner/github.ts";
import { createContext, type Ran } from "./builder-create.ts";
import { useBuilder } from "./builder-current.ts";
import { createOrJoin, type Sharing } from "./builder-join.ts";
import { watchBoot } from "./builder-watch-boot.ts";
import { installEmulators } from "./emulators-install.ts";
import type { EngineApi } from "./engine-api.ts";
import type { Phases } from "./phases.ts";
import type { Ports } from "./ports.ts";
import { together } from "./together.ts";
import { provideBuildkitImage, provideImage } from "./tool-image-provide.ts";

type SetUpPorts = Ports & {
  readonly engine: EngineApi;
  /** Ends when buildx is ready, which its commands wait for. */
  readonly buildx: Promise<unknown>;
  /** Ends with the logins, which images may need that have to be pulled. */
  readonly login: Promise<void>;
  /** Undefined where no other run can have the builder. */
  readonly sharing: Sharing | undefined;
  /** How long each pull may take, in milliseconds. */
  readonly pullBound: number | undefined;
};

/** Carries out what the plan says of emulators and the builder, and tells it in the log. */
export async function setUp(
  { emulation, builder, pullBound }: Plan,
  { phases, ...ports }: Omit<SetUpPorts, "pullBound"> & { readonly phases: Phases },
): Promise<void> {
  await together([
    ports.buildx,
    ports.login,
    phases.run("emulators", ports.shell, (shell) =>
      setUpEmulators(emulation, { ...ports, pullBound, shell }),
    ),
    setUpBuilder(builder, { ...ports, pullBound, phases }),
  ]);
  if (builder.use) await useBuilder(ports.shell, builder.name);
}

async function setUpBuilder(
  plan: BuilderPlan,
  { phases, ...ports }: SetUpPorts & { readonly phases: Phases },
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
      await ports.buildx;
      const boot = { container: plan.here?.container, settings: plan.settings };
      const { ran, joined } = await phases.run("builder", ports.shell, (shell) =>
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

async function setUpEmulators(plan: EmulationPlan, ports: SetUpPorts): Promise<void> {
  const { shell, github } = ports;
  if (plan.kind === "none") {
    github.info(`No emulator to install: ${plan.why}`);
    return;
  }
  const image = await provideImage(plan.image, ports);
  const installed = await installEmulators(shell, plan, image.reference);
  const names = plan.emulators === "all" ? "all" : plan.emulators.join(", ") || "none";
  await transcript(github, `Emulators installed: ${names}`, { ran: [installed] });
}

async function transcript(
  github: GitHub,
  title: string,
  { ran, config }: { readonly ran: readonly Ran[]; readonly config?: string | undefined },
): Promise<void> {
  await github.group(title, async (print) => {
    if (config !== undefined) print(`buildkitd.toml:\n\n${config.trimEnd()}\n`);
    for (const { command, output } of ran) {
      print(formatCommand(command));
      for (const text of [output.stderr, output.stdout]) {
        if (text.trim() !== "") print(text.trimEnd());
      }
    }
  });
}
