// Which hosts are reached by the runner's proxy.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { wholeAnswer } from "../../src/effects/http-answer.ts";
import { httpClient } from "../../src/effects/http-client.ts";

/** A proxy that answers for every host itself. */
async function proxy() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers["proxy-authorization"] ?? ""}`.trim());
    response.end("proxy");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ asked, port },
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const url = "http://mirror.internal/file";

async function get(proxies: Readonly<Record<string, string>>, from = url): Promise<string> {
  const answer = await wholeAnswer(await httpClient(proxies)({ method: "GET", url: from }));
  return answer.body.toString();
}

test.each([
  ["HTTP_PROXY", "http://127.0.0.1:PORT", {}],
  ["http_proxy", "http://127.0.0.1:PORT", {}],
  ["HTTP_PROXY", "127.0.0.1:PORT", {}],
  ["HTTP_PROXY", "http://127.0.0.1:PORT", { NO_PROXY: "other.internal,.example.com" }],
])("%s=%s is used, with %o", async (name, address, more) => {
  using there = await proxy();
  expect(await get({ [name]: address.replace("PORT", `${there.port}`), ...more })).toBe("proxy");
  expect(there.asked).toEqual([url]);
});

test("a proxy's user name and password are for the proxy", async () => {
  using there = await proxy();
  await get({ HTTP_PROXY: `http://me:secret@127.0.0.1:${there.port}` });
  expect(there.asked).toEqual([`${url} Basic ${Buffer.from("me:secret").toString("base64")}`]);
});

test.each([{ NO_PROXY: "internal" }, { no_proxy: "mirror.internal" }, { NO_PROXY: "a, *" }])(
  "with %o the host is reached directly",
  async (exempt) => {
    using there = await proxy();
    const asked = get({ HTTP_PROXY: `http://127.0.0.1:${there.port}`, ...exempt });
    await expect(asked).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
    expect(there.asked).toEqual([]);
  },
);

test("this machine is reached directly", async () => {
  using there = await proxy();
  using other = await proxy();
  await get({ HTTP_PROXY: `http://127.0.0.1:${there.port}` }, `http://127.0.0.1:${other.port}/`);
  expect([there.asked, other.asked]).toEqual([[], ["/"]]);
});
