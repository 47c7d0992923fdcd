import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Digest } from "../../src/domain/digest.ts";
import { openBlob } from "../../src/effects/registry-blob.ts";
import { registryClient } from "../../src/effects/registry-client.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { authOf, configFolder, server, usual, wantsBasic } from "./registry-servers.ts";

const digest = `sha256:${"a".repeat(64)}` as Digest;

test("a range is asked for, also of the store that the registry redirects to, which gets no login", async () => {
  const ranges: unknown[] = [];
  using storage = await server(({ headers }) => {
    ranges.push(headers.range);
    return { status: 206, body: "cde" };
  });
  using registry = await server((request) =>
    request.headers.authorization === undefined
      ? wantsBasic(request)
      : { status: 307, headers: { location: `http://${storage.host}/blob` } },
  );
  await using config = await configFolder({ auths: { [registry.host]: { auth: authOf("a:b") } } });
  const client = registryClient({ ...usual, dockerConfig: config.folder }, systemShell({}));
  const blob = { repository: `${registry.host}/o/app`, digest };
  const opened = await openBlob(client, blob, { first: 2, last: 4 });
  expect(opened.start).toBe(2);
  expect((await buffer(opened.body)).toString()).toBe("cde");
  expect(ranges).toEqual(["bytes=2-4"]);
  expect(storage.asked).toEqual(["GET /blob -"]);
});

test("a registry without ranges serves all of it; one that has none says so", async () => {
  using registry = await server(({ url }) =>
    url?.includes("/o/app/") ? { status: 200, body: "abc" } : { status: 404 },
  );
  const client = registryClient(usual, systemShell({}));
  const range = { first: 2 };
  const blob = { repository: `${registry.host}/o/app`, digest };
  expect((await openBlob(client, blob, range)).start).toBe(0);
  const none = openBlob(client, { ...blob, repository: `${registry.host}/o/none` }, range);
  await expect(none).rejects.toMatchObject({ status: 404, words: "it answers 404 Not Found" });
});
