// Tables between the marks of a page.

/** A table of Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => "---"), ...rows];
  return lines
    .map((cells) => `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}

/**
 * The page with `content` between `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error if it has no such marks
 */
export function replaced(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [head, rest] = text.split(start);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`a page has no ${start} … ${end}`);
  return `${head}${start}\n${content}\n${end}${tail}`;
}
