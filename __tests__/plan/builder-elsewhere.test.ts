import { expect, test } from "vitest";
import { plan } from "./planned.ts";

const remote = { endpoint: "tcp://build.internal:1234" };
const node = { append: "- endpoint: tcp://arm.internal:2375\n  platforms: linux/arm64" };

test.each([
  ["a remote builder", { driver: "remote", ...remote }, "all"],
  ["a kubernetes builder", { driver: "kubernetes" }, "all"],
  ["the engine itself", { driver: "docker" }, []],
  ["a builder of this machine", {}, []],
  ["a builder with a node on another machine", node, ["linux/arm64"]],
] as const)("%s: which platforms are built elsewhere", async (_, inputs, elsewhere) => {
  expect((await plan(inputs)).elsewhere).toEqual(elsewhere);
});
