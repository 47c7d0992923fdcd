// Starts the stack before the end-to-end tests, unless it is up already.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

export function setup(): void {
  const script = join(import.meta.dirname, "../../scripts/stack/main.ts");
  execFileSync(process.execPath, [script, "up"], { stdio: "inherit" });
}
