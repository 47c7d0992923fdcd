import { expect, test } from "vitest";
import { type EngineAddress, engineRemedy } from "../../src/report/engine-remedy.ts";

const usual: EngineAddress = {
  ...{ host: undefined, context: "default", chosenBy: "config.json" },
  endpoint: "unix:///var/run/docker.sock",
};
const dead = "Cannot connect to the Docker daemon. Is the docker daemon running?";

test.each<[string, Partial<EngineAddress>, string]>([
  ["a path", { host: "/run/a.sock", endpoint: "/run/a.sock" }, "write `unix:///run/a.sock`"],
  ["https", { host: "https://a:1", endpoint: "https://a:1" }, "write `tcp://a:1`"],
  ["no context", { context: "a", endpoint: undefined }, "`currentContext` of config.json names"],
  [
    "another machine's context",
    { context: "a", chosenBy: "DOCKER_CONTEXT", endpoint: "ssh://me@a" },
    "the context `a` names an engine on another machine, ssh://me@a: check that it is running, and that this runner's user",
  ],
  [
    "another socket",
    { host: "unix:///b.sock", endpoint: "unix:///b.sock" },
    "DOCKER_HOST names unix:///b.sock: check that an engine listens there",
  ],
])("of %s it names the setting", (_, address, words) => {
  expect(engineRemedy({ ...usual, ...address }, dead)).toContain(words);
});

test("the usual socket, and an engine that answers, are left to the engine's own words", () => {
  expect(engineRemedy(usual, dead)).toBe(undefined);
  const elsewhere = { ...usual, host: "tcp://a:1", endpoint: "tcp://a:1" };
  const answer = "Error response from daemon: client version 1.99 is too new";
  expect(engineRemedy(elsewhere, answer)).toBe(undefined);
});
