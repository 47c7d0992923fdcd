// Unit tests and generated inputs need nothing; the end-to-end tests need the stack.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { workers } from "./scripts/stack/worker-environment.ts";

// These remove emulators from the kernel that all engines of the machine share.
const alone = ["emulators", "emulators-from-mirror", "private-registry"].map(
  (name) => `__tests__/e2e/${name}.test.ts`,
);

// The main paths, which the newest buildx and BuildKit take as well as the stack's own versions.
const withNewest = [
  "bake",
  "bake-definitions",
  "build-options",
  "builder",
  "exports",
  "legs",
  "legs-before-tag",
  "newest",
  "nodes",
  "read-back",
  "registry-faults",
  "secrets",
  "several-exporters",
].map((name) => `__tests__/e2e/${name}.test.ts`);

// Vitest's own number is one fewer than the cores.
const quick = { maxWorkers: availableParallelism() };
const endToEnd = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "test-results.json" }]],
    projects: [
      {
        test: {
          ...quick,
          name: "unit",
          // No module keeps anything between two tests; loading each anew for each file took two thirds
          // of the time.
          isolate: false,
          include: ["__tests__/**/*.test.ts"],
          exclude: ["__tests__/e2e/**", "__tests__/fuzz/**", "__tests__/signing/**"],
        },
      },
      {
        test: {
          ...quick,
          name: "fuzz",
          include: ["__tests__/fuzz/**/*.test.ts"],
        },
      },
      {
        test: {
          ...endToEnd,
          name: "alone",
          include: alone,
          globalSetup: "__tests__/e2e/start-stack.ts",
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...endToEnd,
          name: "e2e",
          include: ["__tests__/e2e/**/*.test.ts"],
          exclude: [...alone, "__tests__/e2e/newest.test.ts"],
          // Each process has an engine of its own. They often wait, so that there is one more than cores.
          globalSetup: "__tests__/e2e/start-workers.ts",
          maxWorkers: 1 + workers.length,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...endToEnd,
          name: "newest",
          include: withNewest,
          env: { STACK_VERSIONS: "newest" },
          globalSetup: "__tests__/e2e/start-newest.ts",
          setupFiles: "__tests__/e2e/wait-for-newest.ts",
          maxWorkers: 1 + workers.length,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...endToEnd,
          name: "signing",
          include: ["__tests__/signing/**/*.test.ts"],
          globalSetup: "__tests__/signing/start-signing.ts",
          setupFiles: "__tests__/signing/wait-for-signing.ts",
          maxWorkers: 1 + workers.length,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
