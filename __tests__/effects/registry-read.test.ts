// How patient the read-back is with registries.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { registryOf } from "../../src/effects/registry-read.ts";
import { systemShell } from "../../src/effects/shell.ts";

type Answer = readonly [
  status: number,
  body?: string,
  retryAfter?: string | undefined,
  type?: string,
];

/** Answers one after the other, the last one for good; `break` breaks off. */
async function registry(...answers: readonly (Answer | "break")[]) {
  const asked: number[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? "break";
    asked.push(performance.now());
    if (answer === "break") return void request.socket.resetAndDestroy();
    const [status, body, after, type] = answer;
    const headers = { "retry-after": after, "content-type": type };
    const given = Object.entries(headers).filter(([, value]) => value !== undefined);
    response.writeHead(status, Object.fromEntries(given)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const hosts = { [host]: { http: true, insecure: false, ca: [], keyPairs: [] } };
  const reader = registryOf(systemShell({}), {
    hosts,
    dockerConfig: undefined,
    logins: {},
    proxies: {},
  });
  const name = { repository: `${host}/o/app`, kind: "manifests", reference: "1" } as const;
  return {
    asked,
    read: () => reader.read(name),
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("the bytes come with their own digest and size", async () => {
  using there = await registry([200, "grün"]);
  expect(await there.read()).toEqual({
    contentType: "",
    document: undefined,
    config: undefined,
    size: 5,
    digest: "sha256:fe263064ba02eaeac482aaf1309553779bdb78e385cb1374654de293e191d785",
  });
});

test("what a registry says that a manifest is comes without what is said beside it", async () => {
  using there = await registry([200, "{}", undefined, "Application/Vnd.oci.x+json; charset=utf-8"]);
  expect(await there.read()).toMatchObject({ contentType: "application/vnd.oci.x+json" });
});

test.each<[string, Answer | "break"]>([
  ["answers 404", [404]],
  ["answers 500", [500]],
  ["answers 429", [429]],
  ["breaks off", "break"],
])("a registry that at first %s is asked again", async (_, first) => {
  using there = await registry(first, [200, "x"]);
  expect(await there.read()).toMatchObject({ size: 1 });
  expect(there.asked).toHaveLength(2);
});

test("Retry-After is waited for", async () => {
  using there = await registry([429, "", "1"], [200, "x"]);
  expect(await there.read()).toMatchObject({ size: 1 });
  const [first = 0, second = 0] = there.asked;
  expect(second - first).toBeGreaterThanOrEqual(1000);
});

test("a refusal counts at once, with the registry's own words", async () => {
  const body = '{"errors":[{"code":"DENIED","message":"requested access is denied"}]}';
  using there = await registry([403, body], [200, "x"]);
  await expect(there.read()).rejects.toMatchObject({
    words: "it answers 403 Forbidden (DENIED: requested access is denied)",
    status: 403,
  });
  expect(there.asked).toHaveLength(1);
});
