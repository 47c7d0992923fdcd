// What the bench makes of what it measured.
import { expect, test } from "vitest";
import { barsSvg } from "../../scripts/bench/bars-svg.ts";
import { coldRow, cpuRow, warmRow } from "../../scripts/bench/comparison.ts";
import { median, medianOf } from "../../scripts/bench/median.ts";
import { phaseTable } from "../../scripts/bench/phase-table.ts";
import { processTable } from "../../scripts/bench/processes.ts";
import { stampedLines } from "../../scripts/bench/stamped-lines.ts";
import { stepBars } from "../../scripts/bench/step-bars.ts";
import { startedIn } from "../../scripts/bench/traced.ts";

const course = (seconds: number, cpu: number) => ({
  milliseconds: seconds * 1000,
  cpu,
  ownCpu: cpu / 2,
  bars: [{ name: "build", start: 0, end: seconds * 1000 }],
});

test("the median is in the middle, whatever the order, and between two where no one is", () => {
  expect(median([10, 9, 100])).toBe(10);
  expect(median([1, 2, 10, 4])).toBe(3);
  expect(median([])).toBeNaN();
  expect(medianOf(["ccc", "a", "bb"], ({ length }) => length)).toBe("bb");
});

test("a row says how the two sides compare, and whether that is the goal", () => {
  const pairs = { step: [course(9, 2), course(8, 3)], hand: [course(10, 1), course(10, 2)] };
  expect(coldRow("cold", pairs, 0.9)).toEqual([
    ...["cold", "8.50 s", "10.00 s", "0.85 ×", "≤ 0.9 ×: met"],
  ]);
  expect(coldRow("cold", pairs, 0.8).at(-1)).toBe("≤ 0.8 ×: missed");
  expect(warmRow("warm", pairs).at(-1)).toBe("≤ 0.85 × + 0.35 s = 8.85 s: met");
  expect(cpuRow("cold", pairs)).toEqual([
    ...["cold: CPU time", "2.50 s (Node: 1.25 s)", "1.50 s", "+1.00 s", "≤ +0.50 s: missed"],
  ]);
});

test("the phases' table has the medians of each phase of each side", () => {
  const pairs = { step: [course(1, 0), course(2, 0), course(9, 0)], hand: [course(4, 0)] };
  expect(phaseTable(pairs).split("\n").slice(2)).toEqual([
    "| The step | build | 0.00 s | 2.00 s |",
    "| By hand | build | 0.00 s | 4.00 s |",
  ]);
});

test("bars stand where their times are, and no name breaks the plot", () => {
  const bars = [
    { name: "a <b> & c", start: 0, end: 1000 },
    { name: "later", start: 1000, end: 2000 },
  ];
  const svg = barsSvg([{ title: "One", bars }]);
  expect(svg).toContain(">a &lt;b&gt; &amp; c</text>");
  const boxes = Array.from(
    svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g),
    ([, x, wide]) => [Number(x), Number(wide)] as const,
  );
  const [first = [0, 0], second = [0, 0]] = boxes;
  expect(boxes).toHaveLength(2);
  expect(second[0]).toBeCloseTo(first[0] + first[1], 1);
  expect(second[1]).toBeCloseTo(first[1], 1);
});

test("a line that comes in pieces has the time of its first piece", () => {
  let now = 0;
  const { print, lines } = stampedLines(() => now);
  print("one\ntw");
  now = 5;
  print("o\n\nthree");
  expect(lines()).toEqual([
    { text: "one", at: 0 },
    { text: "two", at: 0 },
    { text: "", at: 5 },
    { text: "three", at: 5 },
  ]);
});

test("the step's phases come from its log and its summary, on one clock", () => {
  const summary = [
    ...["```mermaid", "gantt", "section Set-up", "emulators (0.4 s) :100, 500"],
    ...["section linux/amd64", "RUN x (1.0 s) :600, 700"],
    ...["section Verification", "read back (0.2 s) :900, 1100", "```"],
  ].join("\n");
  const lines = [
    { text: "::group::Build and push", at: 700 },
    { text: "#1 …", at: 800 },
    { text: "::endgroup::", at: 1000 },
    { text: "Pushed sha256:1", at: 1300 },
  ];
  expect(stepBars({ summary }, lines)).toEqual([
    { name: "Node starts, code loads", start: 0, end: 200 },
    { name: "emulators", start: 300, end: 700 },
    { name: "build", start: 700, end: 1000 },
    { name: "read back", start: 1100, end: 1300 },
  ]);
});

// As strace 6.1 printed it, shortened.
const trace = [
  '3.2 execve("/stack/docker", ["docker", "version", "--format", "{{json \\"x\\"}}"], 0x1 /* 9 vars */) = 0',
  '3.1 execve("/usr/bin/docker", ["docker", "version"], 0x1 /* 9 vars */) = -1 ENOENT (No such file or directory)',
  '1.0 execve("/usr/bin/node", ["/usr/bin/node", "dist/index.cjs"], 0x1 /* 9 vars */) = 0',
  "3.4 +++ exited with 0 +++",
].join("\n");

test("processes are those that did start, in order", () => {
  expect(startedIn(trace)).toEqual([
    ["node", "dist/index.cjs"],
    ["docker", "version", "--format", '{{json \\"x\\"}}'],
  ]);
});

test("each process has a reason, and one that has none is not hidden", () => {
  const own = [
    ["docker", "frob"],
    ["docker-buildx", "build", "."],
  ];
  const step = [...startedIn(trace), ...own];
  const hand = [
    ["docker", "frob"],
    ["docker", "buildx", "rm", "x"],
  ];
  const rows = processTable({ warm: { step, hand } }).split("\n");
  expect(rows).toContain("| `node` | 1 / 0 | the step, and its post |");
  expect(rows).toContain("| `docker frob` | 1 / 1 | **no reason is known** |");
  expect(rows).toContain("| `docker-buildx build` | 1 / 0 | builds and pushes |");
  expect(rows).toContain("| `docker buildx rm` | 0 / 1 |  |");
  expect(rows.at(-1)).toBe("| **all** | **4 / 2** |  |");
});
