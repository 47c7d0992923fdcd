// Checks workflows, examples and actions: actionlint for mistakes, zizmor for what could be attacked.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { folders } from "./stack/stack-folder.ts";

const actionlint = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
const root = join(import.meta.dirname, "..");
const workflows = globSync([".github/workflows/*.yml", "examples/*.yml"], { cwd: root }).sort();
const others = [".github/dependabot.yml", ...globSync("{,*/}action.yml", { cwd: root }).sort()];

const withoutMistakes = runs("go", ["run", actionlint, ...workflows]);
// Offline, so that it needs no token and says the same everywhere.
const settings = ["--offline", "--persona", "auditor", "--config", ".github/zizmor.yml"];
const withoutFindings = runs(zizmor(), [...settings, "--quiet", ...workflows, ...others]);
if (!withoutMistakes || !withoutFindings) process.exitCode = 1;

/** Path of the zizmor of requirements.txt, which pip puts into the cache if it is missing. */
function zizmor(): string {
  const requirements = join(import.meta.dirname, "requirements.txt");
  const sum = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const folder = join(folders.cache, `zizmor-${sum.slice(0, 12)}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    // Into a folder: that needs no virtual environment, and leaves the machine's Python alone.
    const where = ["--target", unfinished, "--no-deps", "--only-binary", ":all:"];
    const pip = ["-m", "pip", "install", "--quiet", "--root-user-action", "ignore"];
    if (!runs("python3", [...pip, ...where, "--require-hashes", "--requirement", requirements])) {
      throw new Error("python3 -m pip could not install zizmor. Try: apt-get install python3-pip");
    }
    renameSync(unfinished, folder);
  }
  return join(folder, "bin", "zizmor");
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { cwd: root, stdio: "inherit" }).status === 0;
}
