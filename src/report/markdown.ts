// Texts from outside, made safe for the job's summary.

/**
 * At most `length` characters, and `…` for the rest; control characters and line breaks: blanks. It
 * is cut between words: the runner masks secrets, but would not know the half of one.
 */
export function cut(text: string, length: number): string {
  const whole = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const characters = Array.from(whole);
  if (characters.length <= length) return whole;
  const start = characters.slice(0, length - 1).join("");
  const blank = start.lastIndexOf(" ");
  return blank < 0 ? "…" : `${start.slice(0, blank)} …`;
}

/** A step's name as one knows it from the Dockerfile, cut. */
export function stepName(name: string, length: number): string {
  return cut(name.replace(/@sha256:[0-9a-f]{64}\b/g, ""), length);
}

/** As code in a cell of a table, where `\|` is a pipe even in code, and `\\|` one after a backslash. */
export function codeCell(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${text.replaceAll("|", "\\|")}${pad}${fence}`;
}

/** A table with a heading; a column's heading that ends with a colon puts its cells to the right. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(headings.map((heading) => heading.replace(/:$/, ""))),
    line(headings.map((heading) => (heading.endsWith(":") ? "---:" : "---"))),
    ...rows.map(line),
  ];
}

/** `0.4 s`, `2 min 5 s`, which no line is broken in. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return unbroken(`${seconds.toFixed(1)} s`);
  const whole = Math.round(seconds);
  return unbroken(`${Math.floor(whole / 60)} min ${whole % 60} s`);
}

/** With blanks that no line is broken at. */
export function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/** `11.2 MB`, in powers of 1000 as registries and docker show sizes. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1000 ** power;
  return unbroken(`${power === 0 ? number : number.toFixed(1)} ${units[power]}`);
}
