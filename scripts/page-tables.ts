// Tables and other generated text between the marks of a page.

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

/**
 * The YAML with `content` between the comments `# name` and `# end of name`, indented.
 *
 * @throws Error if it has no such comments
 */
export function replacedBlock(
  text: string,
  name: string,
  { indent, content }: { readonly indent: number; readonly content: string },
): string {
  const lines = text.split("\n");
  const at = (mark: string) => {
    const index = lines.findIndex((line) => line.trim() === `# ${mark}`);
    if (index < 0) throw new Error(`a file has no line \`# ${mark}\``);
    return index;
  };
  const indented = content
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  return [...lines.slice(0, at(name) + 1), ...indented, ...lines.slice(at(`end of ${name}`))].join(
    "\n",
  );
}
