// npm run soak [-- --rounds N] [--at-once N]: jobs side by side on one engine and in one home.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    "at-once": { type: "string", default: "8" },
  },
});
const [rounds, atOnce] = [Number(values.rounds), Number(values["at-once"])];
if (!(rounds >= 1 && atOnce >= 1)) throw new Error("--rounds and --at-once take numbers from 1 on");
execFileSync(process.execPath, [join(import.meta.dirname, "../stack/main.ts"), "up"], {
  stdio: ["ignore", process.stderr, process.stderr],
});
const { soak, words } = await import("./soak.ts");
const found = await soak({ rounds, atOnce }, console.log);
for (const text of [...found.failures, ...found.leftovers, ...found.disturbances]) {
  console.log(text);
}
console.log(`${found.runs} runs, ${atOnce} at once: ${words([found])}`);
process.exitCode = words([found]) === words([]) ? 0 : 1;
