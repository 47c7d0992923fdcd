import { expect, test } from "vitest";
import { CommandError, NodeError } from "../../src/domain/errors.ts";
import { namingDeadNodes } from "../../src/effects/builder-dead-nodes.ts";

const node = { name: "arm0", endpoint: "tcp://arm0:1234", status: "inactive", flags: [] };
const settings = { driverOpts: {}, platforms: [], config: undefined, access: undefined };
const own = { name: "own", driver: "remote", nodes: [{ ...node, ...settings }] };

async function after(stderr: string) {
  let asked = 0;
  const list = async () => {
    asked += 1;
    return { all: [own], current: "own" };
  };
  const failure = { command: ["docker", "buildx"], exitCode: 1, stderr };
  const error = new CommandError("building", failure);
  const thrown = await namingDeadNodes(list, { name: "own" }, () => Promise.reject(error)).catch(
    (reason: unknown) => reason,
  );
  return { asked, error, thrown };
}

test.each([
  "ERROR: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF",
  'ERROR: failed to dial "tcp://arm0:1234": dial tcp 10.0.0.1:1234: connect: connection refused',
  "ERROR: failed to list workers: DeadlineExceeded: context deadline exceeded",
])("a node that does not run is named after %j", async (stderr) => {
  const { asked, thrown } = await after(stderr);
  expect(asked).toBe(1);
  expect(thrown).toBeInstanceOf(NodeError);
});

test.each([
  '#5 0.1 connection refused\nERROR: failed to solve: process "/bin/sh -c curl x" did not complete successfully: exit code: 7',
  'ERROR: failed to solve: failed to calculate checksum of ref a: "/connection refused": not found',
])("no node is looked for after %j", async (stderr) => {
  const { asked, error, thrown } = await after(stderr);
  expect(asked).toBe(0);
  expect(thrown).toBe(error);
});
