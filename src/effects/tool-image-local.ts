// Looks for images that the engine has already.
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import type { LocalImage } from "../plan/tool-image-candidates.ts";
import type { EnginePorts } from "./engine-api.ts";
import type { Shell } from "./shell.ts";

const inspected = v.object({ Id: v.string(), Os: v.string(), Architecture: v.string() });

/** Those of the references that the engine has. */
export async function probeImages(
  references: readonly string[],
  ports: EnginePorts,
): Promise<readonly LocalImage[]> {
  const found = await Promise.all(
    [...new Set(references)].map((reference) => inspectImage(reference, ports)),
  );
  return found.filter((image) => image !== undefined);
}

/** Undefined if the engine has no such image. */
export async function inspectImage(
  reference: string,
  { shell, engine }: EnginePorts,
): Promise<LocalImage | undefined> {
  const told = await engine(`/images/${reference}/json`);
  if (told?.status === 404) return undefined;
  const json = told?.status === 200 ? told.json : await askDocker(reference, shell);
  const image = v.safeParse(inspected, json);
  if (!image.success) return undefined;
  const { Id: id, Os: os, Architecture: architecture } = image.output;
  return { reference, id, os, architecture };
}

async function askDocker(reference: string, shell: Shell): Promise<unknown> {
  const command = ["docker", "image", "inspect", "--format", "{{json .}}", reference];
  try {
    const { stdout } = await shell.capture(`looking for ${reference}`, command);
    return JSON.parse(stdout);
  } catch (error) {
    // If there is no docker, asking for the engine fails, and says so.
    if (error instanceof CommandError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
