// Builds examples/hello for three platforms with the committed dist/, on the test stack.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { job } from "./run-action.ts";
import { stackEnvironment } from "./stack/environment.ts";

const example = join(import.meta.dirname, "../examples/hello");

execFileSync(process.execPath, [join(import.meta.dirname, "stack/main.ts"), "up"], {
  stdio: "inherit",
});
const registry = stackEnvironment().STACK_REGISTRY_HTTP;
await using demo = await job({ print: (text) => process.stdout.write(text) });
const inputs = {
  context: example,
  platforms: "linux/amd64,linux/arm64,linux/arm/v7",
  tags: `${registry}/demo/hello:latest`,
  push: "true",
  "driver-opts": "network=host",
  "buildkitd-config-inline": [
    '[registry."docker.io"]',
    `  mirrors = ["${registry}"]`,
    `[registry."${registry}"]`,
    "  http = true",
  ].join("\n"),
};

heading("The step's inputs");
show(inputs);
heading("The step's log");
const main = await demo.main(inputs);
heading("The post step's log");
const post = await demo.post();
heading("Outputs");
show(main.outputs);
heading("Job summary");
console.log(main.summary);
process.exitCode = main.exitCode === 0 && post.exitCode === 0 ? 0 : 1;

function heading(text: string): void {
  console.log(`\n=== ${text} ===`);
}

function show(texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts)) {
    const lines = text.trim().split("\n");
    console.log(lines.length === 1 ? `${name}: ${text}` : `${name}:\n  ${lines.join("\n  ")}`);
  }
}
