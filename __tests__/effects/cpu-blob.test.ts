// How a blob's first bytes are read from registries that serve ranges, and from others.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { blobBeginning } from "../../src/effects/cpu-blob.ts";
import { registryClient } from "../../src/effects/registry-client.ts";
import { systemShell } from "../../src/effects/shell.ts";

const blob = Buffer.alloc(10_000, "0123456789");

async function registry(answer: RequestListener) {
  const server = createServer(answer);
  const sockets = new Set<unknown>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const hosts = { [host]: { http: true, insecure: false, ca: [], keyPairs: [] } };
  const client = registryClient(
    { hosts, dockerConfig: undefined, logins: {}, proxies: {} },
    systemShell({}),
  );
  return {
    sockets,
    begin: (count: number, signal = AbortSignal.timeout(5000)) =>
      blobBeginning(client, { repository: `${host}/o/app`, digest: "sha256:1", count, signal }),
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const inRanges: RequestListener = ({ headers }, response) => {
  const [, last = ""] = /^bytes=0-(\d+)$/.exec(headers.range ?? "") ?? [];
  const part = blob.subarray(0, Number(last) + 1);
  response.writeHead(206, { "content-range": `bytes 0-${part.length - 1}/${blob.length}` });
  response.end(part);
};

test("a range is asked for, and the connection goes on", async () => {
  using there = await registry(inRanges);
  expect(await there.begin(100)).toEqual(blob.subarray(0, 100));
  expect(await there.begin(20_000)).toEqual(blob);
  expect(there.sockets.size).toBe(1);
});

test("a registry without ranges is hung up on once there is enough", async () => {
  let closed: Promise<void> | undefined;
  using there = await registry((_, response) => {
    closed = new Promise((resolve) => response.on("close", resolve));
    const more = () => {
      while (response.write(blob));
    };
    response.on("drain", more);
    more();
  });
  expect((await there.begin(25_000)).toString()).toBe(blob.toString().repeat(3).slice(0, 25_000));
  await closed;
});

test("a small blob without ranges is all there is", async () => {
  using there = await registry((_, response) => void response.end("small"));
  expect((await there.begin(100)).toString()).toBe("small");
});

test.each([404, 403, 416, 500])("an answer of %i is an error, at once", async (status) => {
  let asked = 0;
  using there = await registry((_, response) => {
    asked++;
    response.writeHead(status).end();
  });
  await expect(there.begin(100)).rejects.toThrow(`${status}`);
  expect(asked).toBe(1);
});

test.each<[string, RequestListener]>([
  ["does not answer", () => {}],
  ["sends a little and stops", (_, response) => void response.writeHead(200).write("0123")],
])("the signal ends it where a registry %s", async (_, answer) => {
  using there = await registry(answer);
  const start = performance.now();
  await expect(there.begin(100, AbortSignal.timeout(200))).rejects.toThrow();
  expect(performance.now() - start).toBeLessThan(4000);
  await expect(there.begin(100, AbortSignal.abort())).rejects.toThrow();
});
