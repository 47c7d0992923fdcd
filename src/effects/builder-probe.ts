// Looks at the builders that there are.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "@iarna/toml";
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { KnownBuilder, KnownBuilders, KnownNode } from "../plan/builder-known.ts";
import { instanceFile } from "../plan/builder-parts.ts";
import { type Instance, instance, readInstance } from "./builder-file.ts";
import type { Shell } from "./shell.ts";

/**
 * The builders that there are, or the one that was asked for; undefined if the inputs name none.
 *
 * @param withBuildx waits for buildx, which not every question needs
 * @param folder where buildx keeps its builders
 */
export async function probeBuilders(
  withBuildx: () => Promise<Shell>,
  { existing, name, use }: Pick<BuilderInputs, "existing" | "name" | "use">,
  folder: string,
): Promise<KnownBuilders | undefined> {
  if (existing === undefined && name === undefined && !use) return undefined;
  const kept = existing === undefined && !use ? await readBuilder(`${name}`, folder) : undefined;
  if (kept !== undefined) return { all: [kept], current: "default" };
  return await listBuilders(await withBuildx()).catch((error: unknown) =>
    nameBrokenFile(error, folder),
  );
}

// buildx says of a file that it can't read neither its name nor that it is a file.
async function nameBrokenFile(error: unknown, folder: string): Promise<never> {
  if (!(error instanceof CommandError)) throw error;
  const place = join(folder, "instances");
  const names = await readdir(place).catch(() => []);
  const broken = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(place, name), "utf8").catch(() => "{}");
      return isJson(text) ? [] : `${join(place, name)} (${text.length} bytes)`;
    }),
  );
  const files = broken.flat();
  if (files.length === 0) throw error;
  const tryThis = `remove ${files.join(", ")}: buildx keeps its builders there, and can't read that`;
  throw new CommandError(error.doing, { ...error, tryThis });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// The file of a builder with one node tells all that buildx would in a sixth of a second.
async function readBuilder(name: string, folder: string): Promise<KnownBuilder | undefined> {
  const builder = await readInstance(instanceFile(folder, name));
  return builder?.Nodes.length === 1 ? builderOf(builder) : undefined;
}

/** What `docker buildx ls` lists: a JSON object a line, and more than one for some builders. */
export async function listBuilders(shell: Shell): Promise<KnownBuilders> {
  const list = ["docker", "buildx", "ls", "--format", "{{json .}}"];
  const { stdout } = await shell.capture("listing the builders", list);
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  const builders = lines.map((line) => v.parse(instance, JSON.parse(line)));
  return {
    all: builders.map(builderOf),
    current: builders.find(({ Current }) => Current)?.Name ?? "default",
  };
}

function builderOf({ Name, Driver, Nodes }: Instance): KnownBuilder {
  const nodes = Nodes.map((found) => ({
    name: found.Name,
    endpoint: found.Endpoint,
    status: found.Status,
    driverOpts: found.DriverOpts,
    flags: found.Flags,
    platforms: found.Platforms,
    ...configOf(found.Files),
  }));
  return { name: Name, driver: Driver, nodes };
}

// buildx keeps the certificates that the configuration names beside it, and gives the paths that they
// have in the builder's container: util/confutil/container.go of docker/buildx
const certificates = "/etc/buildkit/certs/";

function configOf(files: Readonly<Record<string, string>>): Pick<KnownNode, "config" | "access"> {
  const decoded = (name: string) => Buffer.from(files[name] ?? "", "base64").toString("utf8");
  try {
    const config = parse(decoded("buildkitd.toml"));
    const withTexts = (_: string, value: unknown) =>
      typeof value === "string" && value.startsWith(certificates)
        ? decoded(`certs/${value.slice(certificates.length)}`)
        : value;
    const access: unknown = JSON.parse(JSON.stringify(config, withTexts));
    return files["buildkitd.toml"] === undefined ? none : { config, access };
  } catch {
    return none;
  }
}

const none = { config: undefined, access: undefined };
