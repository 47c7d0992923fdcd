// Runs the workflow's job that uses this action here, without GitHub and without containers.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const act = "github.com/nektos/act@v0.2.89";
const root = join(import.meta.dirname, "..");

execFileSync(
  "go",
  [
    ...["run", act, "push", "--workflows", ".github/workflows/ci.yml", "--job", "uses-the-action"],
    // On this machine itself, in a copy of this folder, with the stack that is here.
    ...["--platform", "ubuntu-latest=-self-hosted"],
    ...["--env", `STACK_FOLDER=${join(root, ".stack")}`],
  ],
  { cwd: root, stdio: "inherit" },
);
