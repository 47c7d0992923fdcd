// Looks whether the contexts that endpoints name are there.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { didYouMean } from "../domain/nearest.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { Complain } from "../inputs/fields.ts";

/**
 * Complains of endpoints that are a word alone and no context: buildx takes them for a host's name,
 * and looks for an engine there.
 *
 * @param folder Docker's configuration; undefined if there is no home
 */
export async function checkEndpoints(
  { existing, driver, nodes }: BuilderInputs,
  folder: string | undefined,
  complain: Complain,
): Promise<void> {
  if (existing !== undefined || driver !== "docker-container") return;
  const words = nodes.map(({ endpoint }) => endpoint).filter(isWord);
  if (words.length === 0) return;
  const contexts = ["default", ...(await contextsIn(folder))];
  for (const [index, { endpoint }] of nodes.entries()) {
    if (!isWord(endpoint) || contexts.includes(endpoint)) continue;
    const [input, place] =
      index === 0 ? ["endpoint", ""] : ["append", `\`${index - 1}.endpoint\`: `];
    const list = contexts.map((name) => `\`${name}\``).join(", ");
    complain(
      input,
      `${place}there is no context \`${endpoint}\` on this runner${didYouMean(endpoint, contexts) || ";"} there are ${list}. An engine's address is written like \`tcp://arm.internal:2375\` or \`ssh://me@arm.internal\``,
    );
  }
}

function isWord(endpoint: string | undefined): endpoint is string {
  return endpoint !== undefined && !/[:/]/.test(endpoint);
}

const metadata = v.object({ Name: v.string() });

// cli/context/store/metadatastore.go of docker/cli
async function contextsIn(folder: string | undefined): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const place = join(folder, "contexts/meta");
  const ids = await readdir(place).catch(() => []);
  const names = ids.map(async (id) => {
    try {
      const text = await readFile(join(place, id, "meta.json"), "utf8");
      return [v.parse(metadata, JSON.parse(text)).Name];
    } catch {
      return [];
    }
  });
  return (await Promise.all(names)).flat();
}
