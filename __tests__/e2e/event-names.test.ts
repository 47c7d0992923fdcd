// Names, labels, annotations and the decision to push, made of an event.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Job, job, type Step, type Texts } from "../../scripts/run-action.ts";
import { newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { blob, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const sha = "860c1904a1ce19322e91ac35af1ab07466440c37";
const files = {
  Dockerfile: "FROM alpine:3.19\nCOPY words.txt /words.txt\n",
  "words.txt": "words\n",
};
const repository = {
  name: "hello",
  full_name: "octocat/hello",
  description: 'Says "hello", world',
  html_url: "https://github.com/octocat/hello",
  default_branch: "main",
  license: { spdx_id: "MIT" },
};
const head_commit = { id: sha, timestamp: "2020-01-10T01:30:00+01:00" };
const tagPushed = { repository, head_commit, ref: "refs/tags/v1.2.3" };

type Event = { readonly name: string; readonly ref: string; readonly payload: unknown };

async function run(place: Job, event: Event, inputs: Texts): Promise<Step> {
  const path = join(place.temp, "event.json");
  await writeFile(path, JSON.stringify(event.payload));
  const environment = {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: event.ref,
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY: "octocat/hello",
  };
  const main = await place.main({ ...privateRegistry, ...inputs }, { environment });
  await place.post();
  return main;
}

const push = { name: "push", ref: "refs/tags/v1.2.3", payload: tagPushed };

test("a tag that is pushed becomes five tags in two repositories, labels and annotations", async () => {
  await using place = await job({ files });
  const repositories = [newRepository(), newRepository()];
  const main = await run(place, push, {
    images: repositories.map((name) => `${host.toUpperCase()}/${name}`).join("\n"),
    tags: `type=semver,pattern={{version}}
type=semver,pattern={{major}}.{{minor}}
type=semver,pattern={{major}}
type=sha`,
    labels: "org.opencontainers.image.title=Mine",
    "annotation-levels": "index,manifest",
    platforms: "linux/amd64,linux/arm64",
    push: "auto",
  });
  expect(main.exitCode, main.log).toBe(0);
  const tags = ["1.2.3", "1.2", "1", "sha-860c190", "latest"];
  const served = await Promise.all(
    repositories.flatMap((name) => tags.map((tag) => manifest(host, name, tag))),
  );
  expect(served.map(({ digest }) => digest)).toEqual(Array(10).fill(main.outputs["digest"]));
  expect(main.outputs["tag-names"]?.split("\n")).toEqual(tags);
  expect(main.outputs["tags"]?.split("\n")).toEqual(
    repositories.flatMap((name) => tags.map((tag) => `${host}/${name}:${tag}`)),
  );
  const [name = ""] = repositories;
  const digests: Texts = JSON.parse(main.outputs["digests"] ?? "");
  const image = await manifest(host, name, digests["linux/arm64"] ?? "");
  const told = {
    "org.opencontainers.image.created": "2020-01-10T00:30:00.000Z",
    "org.opencontainers.image.description": repository.description,
    "org.opencontainers.image.licenses": "MIT",
    "org.opencontainers.image.revision": sha,
    "org.opencontainers.image.source": repository.html_url,
    "org.opencontainers.image.url": repository.html_url,
    "org.opencontainers.image.version": "1.2.3",
  };
  const annotations = { ...told, "org.opencontainers.image.title": "hello" };
  const labels = { ...told, "org.opencontainers.image.title": "Mine" };
  const config = await blob(host, name, image.body.config?.digest ?? "");
  expect(config).toMatchObject({ config: { Labels: labels } });
  expect(image.body).toMatchObject({ annotations });
  expect(served[0]?.body).toMatchObject({ annotations });
  const json = JSON.parse(main.outputs["json"] ?? "");
  expect(json).toMatchObject({ "tag-names": tags, labels });
  expect(main.outputs["version"]).toBe("1.2.3");
  expect(main.log).toContain(
    `Written in lower case: ${host.toUpperCase()}/${name} → ${host}/${name}`,
  );
});

test("a pull request from a fork is built, and not pushed", async () => {
  await using place = await job({ files });
  const name = newRepository();
  const side = { ref: "main", sha, repo: { full_name: "mallory/hello" } };
  const payload = { repository, number: 7, pull_request: { base: side, head: side } };
  const event = { name: "pull_request", ref: "refs/pull/7/merge", payload };
  const main = await run(place, event, { images: `${host}/${name}`, push: "auto" });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain("this is a pull request from a fork, mallory/hello");
  expect(main.log).toContain("The commit's time is not known");
  expect(main.outputs["tags"]).toBe(`${host}/${name}:pr-7`);
  expect(main.outputs["digests"]).toBe("{}");
  await expect(manifest(host, name, "pr-7")).rejects.toThrow("404");
});

test("reproducible: two new builders make one digest for each platform", async () => {
  const inputs = { platforms: "linux/amd64,linux/arm64", push: "true" };
  const digestsOf = async (reproducible: string) => {
    await using place = await job({ files });
    const tags = `${host}/${newRepository()}:1`;
    const main = await run(place, push, { ...inputs, tags, reproducible });
    expect(main.exitCode, main.log).toBe(0);
    return JSON.parse(main.outputs["digests"] ?? "");
  };
  const first = await digestsOf("true");
  expect(Object.keys(first)).toEqual(["linux/amd64", "linux/arm64"]);
  expect(await digestsOf("true")).toEqual(first);
  const plain = await digestsOf("false");
  const again = await digestsOf("false");
  expect(again["linux/amd64"]).not.toBe(plain["linux/amd64"]);
  expect(again["linux/arm64"]).not.toBe(plain["linux/arm64"]);
});
