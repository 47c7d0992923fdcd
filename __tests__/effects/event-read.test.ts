// What the payload lacks, from a real Git repository and from a server in place of GitHub's API.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completeEvent, readPayload } from "../../src/effects/event-read.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { eventOf } from "../../src/plan/event-facts.ts";
import { githubRunner } from "../../src/runner/github.ts";
import { repository, variables } from "../plan/events.ts";

const schedule = { ...variables, name: "schedule" };
const date = "2020-01-10T00:30:00Z";

function ports(environment: Readonly<Record<string, string>> = {}) {
  const warnings: string[] = [];
  const github = {
    ...githubRunner({ hasSummary: false }),
    warning: (text: string) => warnings.push(text),
  };
  // Git finds no repository around the working directory.
  const shell = systemShell({ ...process.env, GIT_DIR: "/nowhere", ...environment });
  return { github, shell, warnings };
}

async function api(status: number, answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(answers[request.url ?? ""] ?? { message: "Sorry" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    apiUrl: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), "crossbuild-event-"));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

test("the API is asked once for each thing that is missing", async () => {
  const repo = "/repos/octocat/Hello-World";
  await using server = await api(200, {
    [repo]: repository,
    [`${repo}/commits/${variables.sha}`]: { commit: { committer: { date } } },
  });
  const { apiUrl } = server;
  const { warnings, ...port } = ports();
  const told = eventOf(schedule, {});
  const asking = { variables: { ...schedule, apiUrl }, token: "secret", proxies: {} };
  const event = await completeEvent(told, asking, port);
  expect(event.about).toMatchObject({
    name: "Hello-World",
    license: "MIT",
    defaultBranch: "master",
  });
  expect(event.committed).toBe(Date.parse(date));
  expect(server.asked.toSorted()).toEqual([
    `${repo} Bearer secret`,
    `${repo}/commits/${variables.sha} Bearer secret`,
  ]);
  expect(warnings).toEqual([]);
});

test("an API that fails is a warning, and the environment stands in for it", async () => {
  await using server = await api(500, {});
  const { warnings, ...port } = ports();
  const asking = {
    variables: { ...schedule, apiUrl: server.apiUrl },
    token: "secret",
    proxies: {},
  };
  const event = await completeEvent(eventOf(schedule, {}), asking, port);
  expect(event.about).toEqual({
    name: "Hello-World",
    description: "",
    url: "https://github.com/octocat/Hello-World",
    license: "",
    defaultBranch: "",
  });
  expect(event.committed).toBeUndefined();
  expect(server.asked).toHaveLength(2);
  expect(warnings.toSorted()).toEqual([
    expect.stringContaining("GitHub's API does not tell about the commit"),
    expect.stringContaining("GitHub's API does not tell about the repository"),
  ]);
});

test("without a token nobody is asked; the checkout tells the commit's time", async () => {
  await using folder = await temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@b", ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
      encoding: "utf8",
    }).trim();
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "--message", "first");
  const { warnings, ...port } = ports({ GIT_DIR: join(folder.path, ".git") });
  const payload = join(folder.path, "event.json");
  await writeFile(payload, JSON.stringify({ repository }));
  const here = {
    ...variables,
    path: payload,
    sha: git("rev-parse", "HEAD"),
    apiUrl: "http://0.0.0.0:1",
  };
  const told = eventOf(here, (await readPayload(payload)).json);
  const event = await completeEvent(told, { variables: here, token: undefined, proxies: {} }, port);
  expect(event.committed).toBe(Date.parse(date));
  expect(event.about?.license).toBe("MIT");
  expect(warnings).toEqual([]);
});

test("a payload that can't be read says why", async () => {
  const { json, problem } = await readPayload("/nowhere/event.json");
  expect(json).toEqual({});
  expect(problem).toContain("The event's payload at /nowhere/event.json can't be read");
  expect(await readPayload(undefined)).toEqual({ json: {}, problem: undefined });
});
