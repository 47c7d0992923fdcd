// Puts what was measured into the pages that show it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replaced } from "../page-tables.ts";

const root = join(import.meta.dirname, "../..");

/** What the pages show. */
export type Pages = {
  /** For the README and docs/speed.md. */
  readonly short: string;
  /** For docs/speed.md alone. */
  readonly sections: readonly string[];
  readonly svg: string;
};

/** Writes them between the pages' marks `speed`, and the plot beside docs/speed.md. */
export async function writeDocs({ short, sections, svg }: Pages): Promise<void> {
  await write("README.md", short);
  await write("docs/speed.md", [short, ...sections].join("\n\n"));
  await writeFile(join(root, "docs/speed.svg"), svg);
}

async function write(page: string, content: string): Promise<void> {
  const file = join(root, page);
  await writeFile(file, replaced(await readFile(file, "utf8"), "speed", content));
}
