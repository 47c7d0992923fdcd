// Which tag of a tool image the scheduled workflow proposes.
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { newestTag, tagsOf } from "../../scripts/newest-tag.ts";

test.each([
  ["a later release", ["v0.32.2", "v0.34.2", "v0.33.0"], "v0.32.2", "v0.34.2"],
  ["none", ["v0.32.2", "v0.31.0"], "v0.32.2", undefined],
  ["no tags at all", [], "v0.32.2", undefined],
  ["by number, not by letter", ["v0.9.0", "v0.10.0"], "v0.8.0", "v0.10.0"],
  [
    "no candidates and other kinds of image",
    ["v0.35.0-rc1", "v0.35.0-rootless", "master", "buildx-stable-1", "nightly"],
    "v0.32.2",
    undefined,
  ],
  [
    "another build of one QEMU",
    ["qemu-v10.2.3-68", "qemu-v10.2.3-70", "qemu-v10.2.3-9"],
    "qemu-v10.2.3-68",
    "qemu-v10.2.3-70",
  ],
  [
    "emulators only, not BuildKit's own build of them",
    ["buildkit-v11.0.0-80", "qemu-v11.0.0-80-amd64", "qemu-v11.0.0"],
    "qemu-v10.2.3-68",
    undefined,
  ],
])("%s", (_, tags, now, newest) => {
  expect(newestTag(tags, now)).toBe(newest);
});

test("every page of the list is read, with a token where the registry wants one", async () => {
  const server = createServer(({ url = "", headers, method }, response) => {
    const host = `http://${headers.host}`;
    if (url.startsWith("/token?")) {
      const query = new URL(url, host).searchParams;
      const known = query.get("service") === "hub" && query.get("scope") === "repository:a/b:pull";
      return response.end(JSON.stringify({ token: known ? "good" : "bad" }));
    }
    if (headers.authorization !== "Bearer good") {
      const challenge = `Bearer realm="${host}/token",service="hub",scope="repository:a/b:pull"`;
      return response.writeHead(401, { "www-authenticate": challenge }).end();
    }
    const first = method === "GET" && url === "/v2/a/b/tags/list?n=1000";
    const link = { link: '</v2/a/b/tags/list?n=1000&last=v1>; rel="next"' };
    return response
      .writeHead(200, first ? link : {})
      .end(JSON.stringify({ tags: first ? ["v1"] : ["v2"] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  expect(await tagsOf(`http://127.0.0.1:${port}`, "a/b")).toEqual(["v1", "v2"]);
  server.close();
});
