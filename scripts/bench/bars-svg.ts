// A plot of phases as bars over time.
import type { Bar } from "./course.ts";

/** Bars that share a heading and begin at the same moment. */
export type Group = { readonly title: string; readonly bars: readonly Bar[] };

const [width, labels, right, row, bar, top] = [860, 190, 60, 22, 14, 10] as const;
const mostLines = 12;
const colours = ["#0969da", "#8250df"] as const;

/** An SVG document; the groups lie below each other, on one scale. */
export function barsSvg(groups: readonly Group[]): string {
  const end = Math.max(1, ...groups.flatMap(({ bars }) => bars.map((one) => one.end)));
  const x = (milliseconds: number) => labels + (milliseconds / end) * (width - labels - right);
  const rows = groups.flatMap(({ title, bars }, index) => [
    { title },
    ...bars.map((one) => ({ one, colour: colours[index % colours.length] })),
  ]);
  const height = top + rows.length * row + 30;
  const drawn = rows.map((line, index) => {
    const y = top + index * row;
    if (!("one" in line)) return text(8, y + 15, line.title, 'font-weight="bold"');
    const { name, start, end: until } = line.one;
    const wide = Math.max(1, x(until) - x(start));
    const box = `<rect x="${f(x(start))}" y="${y + 4}" width="${f(wide)}" height="${bar}" rx="2" fill="${line.colour}"/>`;
    const seconds = `${((until - start) / 1000).toFixed(2)} s`;
    return `${text(20, y + 15, name)}\n${box}\n${text(x(until) + 5, y + 15, seconds)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(groups.map(({ title }) => title).join(", "))}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...grid(end, x, height),
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

function grid(end: number, x: (milliseconds: number) => number, height: number): readonly string[] {
  const step = Math.ceil(end / 1000 / mostLines);
  const count = Math.floor(end / 1000 / step) + 1;
  const seconds = Array.from({ length: count }, (_, index) => index * step);
  return seconds.map((second) => {
    const at = f(x(second * 1000));
    const line = `<line x1="${at}" y1="${top}" x2="${at}" y2="${height - 25}" stroke="#d0d7de"/>`;
    return `${line}\n${text(x(second * 1000), height - 10, `${second} s`, 'text-anchor="middle"')}`;
  });
}

function text(x: number, y: number, words: string, more = ""): string {
  return `<text x="${f(x)}" y="${f(y)}" fill="#1f2328" ${more}>${escaped(words)}</text>`;
}

function f(number: number): string {
  return number.toFixed(1);
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
