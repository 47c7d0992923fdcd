// The inputs of the builder's nodes: the first one's, and those of `append`.
import * as v from "valibot";
import { formatPlatform, type Platform, parsePlatform } from "../domain/platform.ts";
import { readDriverOpts } from "./builder-driver-opts.ts";
import type { Complain, Fields } from "./fields.ts";
import { splitList } from "./list.ts";
import { readPlatformList } from "./platform-list.ts";
import { complainOfYaml, parseYaml } from "./yaml.ts";

export type NodeInputs = {
  readonly name: string | undefined;
  /** A context's name or an engine's address; with the remote driver, BuildKit's address. */
  readonly endpoint: string | undefined;
  /** The platforms that the node builds, instead of those that it detects. */
  readonly platforms: readonly Platform[];
  /** `key=value` each. */
  readonly driverOpts: readonly string[];
  readonly buildkitdFlags: string | undefined;
};

const text = v.optional(v.string());
const lines = v.optional(
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((value) => (typeof value === "string" ? value : value.join("\n"))),
  ),
);
// The keys of docker/setup-buildx-action's `append`.
const entries = {
  name: text,
  endpoint: text,
  "driver-opts": lines,
  "buildkitd-flags": text,
  platforms: lines,
};
const nodes = v.array(v.strictObject(entries));
const example = "`- {endpoint: tcp://arm.internal:1234, platforms: linux/arm64}`";

/** The nodes of the builder, the first one first. */
export async function readNodes(fields: Fields): Promise<readonly NodeInputs[]> {
  const first: NodeInputs = {
    name: undefined,
    driverOpts: readDriverOpts(fields.text("driver-opts"), (problem) =>
      fields.complain("driver-opts", problem),
    ),
    buildkitdFlags: await readFlags(fields.text("buildkitd-flags"), (problem) =>
      fields.complain("buildkitd-flags", problem),
    ),
    endpoint: fields.text("endpoint"),
    platforms: readPlatformList(fields, "node-platforms").platforms,
  };
  return [first, ...(await readAppended(fields.text("append"), fields.complain))];
}

async function readAppended(
  given: string | undefined,
  complain: Complain,
): Promise<readonly NodeInputs[]> {
  if (given === undefined) return [];
  const yaml = await parseYaml(given);
  if (!yaml.ok) {
    complain("append", yaml.problem);
    return [];
  }
  const read = v.safeParse(nodes, yaml.value);
  if (!read.success) {
    complainOfYaml(
      "append",
      { issues: read.issues, known: Object.keys(entries), example },
      complain,
    );
    return [];
  }
  const appended = read.output.map(async (node, index): Promise<NodeInputs> => {
    const tell = (key: string) => (problem: string) =>
      complain("append", `\`${index}.${key}\`: ${problem}`);
    return {
      name: node.name,
      endpoint: node.endpoint,
      platforms: readPlatforms(node.platforms, tell("platforms")),
      driverOpts: readDriverOpts(node["driver-opts"], tell("driver-opts")),
      buildkitdFlags: await readFlags(node["buildkitd-flags"], tell("buildkitd-flags")),
    };
  });
  return await Promise.all(appended);
}

// buildx splits them as a shell would: builder/builder.go
async function readFlags(
  flags: string | undefined,
  complain: (problem: string) => void,
): Promise<string | undefined> {
  if (flags === undefined || !/["'\\]/.test(flags)) return flags;
  const { split } = await import("shlex");
  try {
    split(flags);
  } catch {
    complain(
      `\`${flags}\` has a quote that is not closed, or ends with \`\\\`; write flags like \`--debug --oci-worker-gc=false\``,
    );
  }
  return flags;
}

function readPlatforms(
  given: string | undefined,
  complain: (problem: string) => void,
): readonly Platform[] {
  const read = splitList(given ?? "", { commas: true }).flatMap((item) => {
    const platform = parsePlatform(item);
    if (!platform.ok) complain(platform.problem);
    return platform.ok ? [platform.value] : [];
  });
  return [...new Map(read.map((platform) => [formatPlatform(platform), platform])).values()];
}
