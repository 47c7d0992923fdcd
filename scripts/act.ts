// Runs the workflow's job that uses this action here, without GitHub and without containers.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const act = "github.com/nektos/act@v0.2.89";
const root = join(import.meta.dirname, "..");

execFileSync(
  "go",
  [
    ...["run", act, "push", "--workflows", ".github/workflows/ci.yml", "--job", "uses-the-action"],
    // On this machine itself, and in this folder, so that the stack that is here is the one used.
    ...["--platform", "ubuntu-latest=-self-hosted", "--bind"],
  ],
  { cwd: root, stdio: "inherit" },
);
