// The files in which buildx keeps its builders, one each: store/nodegroup.go of docker/buildx.
import { readFile, writeFile } from "node:fs/promises";
import * as v from "valibot";

const words = v.nullish(v.record(v.string(), v.string()), {});
const node = v.object({
  Name: v.optional(v.string(), ""),
  Endpoint: v.optional(v.string(), ""),
  Status: v.optional(v.string(), ""),
  DriverOpts: words,
  Flags: v.nullish(v.array(v.string()), []),
  Platforms: v.nullish(v.array(v.string()), []),
  // Base64 by the file's name.
  Files: words,
});

/** A builder in its file, and in a line of `docker buildx ls --format '{{json .}}'`. */
export const instance = v.object({
  Name: v.optional(v.string(), ""),
  Driver: v.optional(v.string(), ""),
  /** Of the list alone. */
  Current: v.optional(v.boolean(), false),
  Nodes: v.nullish(v.array(node), []),
});

export type Instance = v.InferOutput<typeof instance>;

/** The builder in a file; undefined if there is none, or the file has another form. */
export async function readInstance(path: string): Promise<Instance | undefined> {
  try {
    return v.parse(instance, JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

// All else in the file stays as buildx wrote it.
const rewritable = v.looseObject({ Nodes: v.array(v.looseObject({ DriverOpts: words })) });

/**
 * Adds driver options to a builder's nodes, in its file.
 *
 * @param ofNodes the options of each node, in the builder's order
 */
export async function addDriverOpts(
  path: string,
  ofNodes: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const builder = v.parse(rewritable, JSON.parse(await readFile(path, "utf8")));
  const nodes = builder.Nodes.map((node, index) => ({
    ...node,
    DriverOpts: { ...node.DriverOpts, ...ofNodes[index] },
  }));
  await writeFile(path, JSON.stringify({ ...builder, Nodes: nodes }), { mode: 0o600 });
}
