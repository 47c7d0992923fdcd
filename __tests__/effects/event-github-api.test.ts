// The token for GitHub's API goes to the API alone.
import { expect, test } from "vitest";
import { askApi } from "../../src/effects/event-github-api.ts";
import { server } from "./registry-servers.ts";

test("a repository that was renamed is found", async () => {
  using api = await server(({ url }) =>
    url === "/repos/o/old"
      ? { status: 301, headers: { location: "/repositories/1" } }
      : { status: 200, body: '{"id":1}' },
  );
  expect(await askApi(`http://${api.host}/repos/o/old`, { token: "secret", proxies: {} })).toEqual({
    id: 1,
  });
  expect(api.asked).toEqual([
    "GET /repos/o/old Bearer secret",
    "GET /repositories/1 Bearer secret",
  ]);
});

test("another port of the same host is another origin, which gets no token", async () => {
  using other = await server(() => ({ status: 200, body: "{}" }));
  const location = `http://${other.host}/repositories/1`;
  using api = await server(() => ({ status: 302, headers: { location } }));
  await expect(
    askApi(`http://${api.host}/repos/o/r`, { token: "secret", proxies: {} }),
  ).rejects.toThrow("the server answered 302");
  expect(other.asked).toEqual([]);
});

test("redirects in circles have an end", async () => {
  using api = await server(() => ({ status: 302, headers: { location: "/repos/o/r" } }));
  await expect(
    askApi(`http://${api.host}/repos/o/r`, { token: "secret", proxies: {} }),
  ).rejects.toThrow("it redirects more than 5 times");
  expect(api.asked.length).toBeLessThan(10);
});
