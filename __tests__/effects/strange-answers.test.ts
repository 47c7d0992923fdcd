// Answers that are none: each says what happened.

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { registryOf } from "../../src/effects/registry-read.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { ask, server, settings, usual } from "./registry-servers.ts";

/** Sends these bytes to whoever asks anything, and closes the connection. */
async function raw(...parts: readonly (string | Buffer)[]) {
  const started = createServer((socket) => {
    socket
      .on("error", () => {})
      .once("data", () => {
        socket.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
      });
  });
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, [Symbol.dispose]: () => void started.close() };
}

const askPlain = (host: string) => ask(host, { hosts: { [host]: { ...settings, http: true } } });
const ok = "HTTP/1.1 200 OK\r\n";

test.each([
  ["with its length", `${ok}content-length: 100\r\n\r\nhello`, "5 of 100 bytes"],
  ["in chunks", `${ok}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`, "5 bytes"],
])("a connection that is cut in an answer %s", async (_, bytes, much) => {
  using there = await raw(bytes);
  await expect(askPlain(there.host)).rejects.toMatchObject({
    words: `the connection broke off after ${much} (ECONNRESET)`,
    code: "ECONNRESET",
  });
});

test("a connection that is closed before any answer", async () => {
  using there = await raw();
  await expect(askPlain(there.host)).rejects.toMatchObject({
    words: "socket hang up (ECONNRESET)",
  });
});

test("headers larger than Node's bound are read, and those beyond all bounds told", async () => {
  const filled = (bytes: number) =>
    `${ok}x-filler: ${"x".repeat(bytes)}\r\ncontent-length: 2\r\n\r\n{}`;
  using large = await raw(filled(60_000));
  expect((await askPlain(large.host)).body.toString()).toBe("{}");
  using huge = await raw(filled(2_000_000));
  await expect(askPlain(huge.host)).rejects.toMatchObject({
    words: "its answer's headers are larger than 1024 KiB",
  });
});

test("what speaks another protocol", async () => {
  using there = await raw("SSH-2.0-OpenSSH_9.9\r\n");
  await expect(askPlain(there.host)).rejects.toMatchObject({
    words: expect.stringMatching(/^what it answers is not HTTP \(/),
  });
});

test.each([
  ["gzip", gzipSync("{}")],
  ["x-gzip", gzipSync("{}")],
  ["GZIP", gzipSync("{}")],
  ["br", brotliCompressSync("{}")],
  ["zstd", zstdCompressSync("{}")],
  ["identity", Buffer.from("{}")],
])("a body that is encoded unasked as %s is read", async (encoding, body) => {
  const headers = { "content-encoding": encoding, "content-length": `${body.length}` };
  using there = await server(() => ({ status: 200, headers, body }));
  expect((await ask(there.host)).body.toString()).toBe("{}");
});

test("a body that is not encoded as it says is told, and an empty one is not", async () => {
  const headers = { "content-encoding": "gzip" };
  using there = await server(() => ({ status: 200, headers, body: "{}" }));
  await expect(ask(there.host)).rejects.toMatchObject({
    words: expect.stringMatching(
      /^it says that its answer is encoded as gzip, which can't be read \(/,
    ),
  });
  using empty = await server(() => ({
    status: 404,
    headers: { ...headers, "content-length": "0" },
  }));
  expect((await ask(empty.host)).status).toBe(404);
});

const html = { "content-type": "text/html; charset=utf-8" };
const page = { status: 200, headers: html, body: "<!DOCTYPE html><title>Log in</title>" };

async function readBack(host: string, kind: "manifests" | "blobs" = "manifests") {
  const registry = registryOf(systemShell({}), usual);
  return await registry.read({ repository: `${host}/o/app`, kind, reference: "1" });
}

test.each(["manifests", "blobs"] as const)("a web page in place of %s", async (kind) => {
  using there = await server(() => page);
  await expect(readBack(there.host, kind)).rejects.toMatchObject({
    message: `reading ${there.host}/o/app:1 back failed: it answers with a web page, as login portals and proxies do, not a registry's response`,
  });
  expect(there.asked).toHaveLength(1);
});

test("the host of a login page that is redirected to is named", async () => {
  using portal = await server(() => page);
  const location = `http://${portal.host}/login`;
  using there = await server(() => ({ status: 302, headers: { location } }));
  await expect(readBack(there.host)).rejects.toMatchObject({
    words: expect.stringMatching(`^${portal.host} answers with a web page`),
  });
  using refusing = await server(() => ({ status: 403 }));
  using other = await server(() => ({
    status: 302,
    headers: { location: `http://${refusing.host}/` },
  }));
  await expect(readBack(other.host)).rejects.toMatchObject({
    words: `${refusing.host} answers 403 Forbidden`,
  });
});

test("who wants to be left alone for longer than is waited is told at once, with both figures", async () => {
  const headers = { "retry-after": "100000" };
  using there = await server(() => ({ status: 429, headers }));
  const error = await readBack(there.host).catch((error: unknown) => error);
  const text = failureText(error);
  expect(text).toContain(
    "it answers 429 Too Many Requests; it asks to wait 27h46m40s, and reading back waits 2m at most",
  );
  expect(text).toMatch(/What to try: .*wait until 20\d\d-/);
  expect(text).not.toContain("retry-timeout");
  expect(there.asked).toHaveLength(1);
});
