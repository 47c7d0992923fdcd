// Gets the images that a run needs beside its own to the engine, and says where it came from.

import type { CreatePlan } from "../plan/builder-new.ts";
import { createWithImage } from "../plan/tool-image-buildkit.ts";
import type { ToolImage } from "../plan/tool-image-candidates.ts";
import type { EngineApi } from "./engine-api.ts";
import type { Ports } from "./ports.ts";
import type { Started } from "./started.ts";
import { type FoundImage, getToolImage, type PullSettings } from "./tool-image-pull.ts";

export type PullPorts = Ports & {
  readonly engine: EngineApi;
  readonly login: Started<void>;
  readonly pull: PullSettings;
};

/** @throws UserError that names every reference tried, with docker's words */
export async function provideImage(
  image: ToolImage,
  { shell, github, engine, login, pull }: PullPorts,
): Promise<FoundImage> {
  if (image.local === undefined) await login.ready();
  const found = await getToolImage({ shell, engine }, image, pull);
  const { reference, transcript } = found;
  if (transcript.length === 0) github.info(`${image.what}: ${reference}, which the engine has`);
  else {
    await github.group(`${image.what}: ${reference}, pulled`, async (print) => {
      for (const line of transcript) print(line);
    });
  }
  return found;
}

/** The plan with the image that the first node boots from, once the engine has it. */
export async function provideBuildkitImage(
  plan: CreatePlan,
  ports: PullPorts,
): Promise<CreatePlan> {
  const [first, ...others] = plan.create;
  if (plan.image === undefined || first === undefined) return plan;
  const { id, reference } = await provideImage(plan.image, ports);
  // A builder that stays may have to boot again when this image is gone, which only a name survives.
  const stays = plan.cleanup === "nothing";
  if (!stays)
    ports.github.info(`buildx gets it by its ID, ${shortId(id)}, so that it pulls nothing`);
  return { ...plan, create: [createWithImage(first, stays ? reference : id), ...others] };
}

/** As `docker image ls` shows it: `sha256:92968bcc138b1df5…` → `92968bcc138b` */
function shortId(id: string): string {
  return id.replace(/^sha256:/, "").slice(0, 12);
}
