// The tags of rules in events. What is expected is what docker/metadata-action's documentation and
// its own tests say of the same rules and events.
import { describe, expect, test } from "vitest";
import { eventFor, namesFor } from "./events.ts";

const beta = "push refs/tags/v2.0.8-beta.67";
const release = "push refs/tags/v1.2.3";

type Row = readonly [event: string, rules: string, tags: string];

const tagsOf = async (event: string, rules: string, flavor = "") =>
  (
    await namesFor(eventFor(event), {
      tags: rules.replaceAll(" | ", "\n"),
      ...(flavor === "" ? {} : { flavor: flavor.replaceAll(" | ", "\n") }),
    })
  ).tagNames.join(" ");

describe("without tags", () => {
  test.each([
    ["pull_request", "pr-15"],
    ["pull_request_target", "pr-15"],
    ["push refs/heads/master", "master"],
    ["push refs/heads/releases/v1", "releases-v1"],
    [release, "v1.2.3 latest"],
    [beta, "v2.0.8-beta.67 latest"],
    ["workflow_dispatch refs/heads/master", "master"],
    ["release refs/tags/v1.2.3", "v1.2.3 latest"],
    ["schedule", "nightly master"],
    // A merge queue's branch is one of the repository.
    ["merge_group refs/heads/gh-readonly-queue/main/pr-1-abc", "gh-readonly-queue-main-pr-1-abc"],
    // What is deleted has no ref: GitHub hands out the default branch.
    ["delete refs/heads/master", "master"],
    ["push refs/heads/feat/(a)+b@c", "feat-a-b-c"],
    ["unknown refs/other", ""],
  ])("%s makes %s", async (event, tags) => {
    expect(await tagsOf(event, "")).toBe(tags);
  });
});

describe("rules", () => {
  test.each<Row>([
    ["push refs/heads/master", "type=edge", "edge"],
    ["push refs/heads/dev", "type=edge", ""],
    ["push refs/heads/dev", "type=edge,branch=dev | type=sha", "edge sha-860c190"],
    [release, "type=edge", ""],
    ["push refs/heads/my/branch", "type=ref,event=branch", "my-branch"],
    ["push refs/heads/dev", "type=ref,event=tag | type=ref,event=pr", ""],
    ["push refs/tags/a/b", "type=ref,event=tag", "a-b latest"],
    ["pull_request", "type=ref,event=pr,prefix=", "15"],
    [release, "type=sha", "sha-860c190"],
    [release, "type=sha,format=long", "sha-860c1904a1ce19322e91ac35af1ab07466440c37"],
    [release, "type=sha,prefix=,suffix=-x", "860c190-x"],
    [release, "type=raw,value=foo | type=raw,bar | baz", "foo bar baz"],
    [release, "type=raw,value=foo#bar | # no rule", "foo-bar"],
    [release, "type=raw,value=a b c", "a-b-c"],
    [release, "type=raw,value=same | type=raw,value=same | type=raw,value=other", "same other"],
    [release, '"type=raw,value=whole,suffix=-line"', "whole-line"],
  ])("in %s, %s makes %s", async (event, rules, tags) => {
    expect(await tagsOf(event, rules)).toBe(tags);
  });
});

describe("versions", () => {
  test.each<Row>([
    [release, "type=semver,pattern={{raw}}", "v1.2.3 latest"],
    [release, "type=semver,pattern={{version}}", "1.2.3 latest"],
    [release, "type=semver,pattern={{major}}.{{minor}}", "1.2 latest"],
    [release, "type=semver,pattern=v{{ major }}", "v1 latest"],
    [release, "type=semver,pattern={{minor}} | type=semver,pattern={{patch}}", "2 3 latest"],
    [beta, "type=semver,pattern={{raw}}", "v2.0.8-beta.67"],
    [beta, "type=semver,pattern={{version}} | type=semver,pattern={{major}}", "2.0.8-beta.67"],
    [beta, "type=semver,pattern={{major}}.{{minor}}", "2.0.8-beta.67"],
    ["push refs/tags/v0.1.2", "type=semver,pattern={{major}}", "0 latest"],
    [
      "push refs/tags/v0.1.2",
      "type=semver,pattern={{major}},enable=false | type=sha",
      "sha-860c190",
    ],
    ["push refs/tags/v1.2.3+build.5", "type=semver,pattern={{raw}}", "v1.2.3-build.5 latest"],
    ["push refs/tags/v1.2.3+build.5", "type=semver,pattern={{version}}", "1.2.3 latest"],
    ["push refs/tags/sometag", "type=semver,pattern={{version}}", ""],
    ["push refs/tags/v1.2", "type=semver,pattern={{version}}", ""],
    ["push refs/heads/dev", "type=semver,pattern={{version}}", ""],
    ["push refs/heads/dev", "type=semver,pattern={{version}},value=v1.0.0", "1.0.0 latest"],
    ["push refs/tags/p1/v1.2.3", "type=semver,pattern={{version}}", ""],
    [
      "push refs/tags/p1/v1.2.3",
      "type=semver,pattern={{version}},match=v(\\d.\\d.\\d)$",
      "1.2.3 latest",
    ],
    ["push refs/tags/1.2.3", "type=pep440,pattern={{raw}}", "1.2.3 latest"],
    ["push refs/tags/v1.2.3", "type=pep440,pattern={{version}}", "1.2.3 latest"],
    [
      "push refs/tags/1.2",
      "type=pep440,pattern={{version}} | type=pep440,pattern={{major}}.{{minor}}",
      "1.2 latest",
    ],
    ["push refs/tags/1.2", "type=pep440,pattern={{patch}}", "0 latest"],
    ["push refs/tags/1.1beta2", "type=pep440,pattern={{major}}.{{minor}}", "1.1b2"],
    ["push refs/tags/1.0dev4", "type=pep440,pattern={{major}}", "1.0.dev4"],
    ["push refs/tags/1.2post1", "type=pep440,pattern={{version}}", "1.2.post1"],
    [
      "push refs/tags/v1.2.3rc2",
      "type=pep440,pattern={{raw}} | type=pep440,pattern={{major}}",
      "v1.2.3rc2 1.2.3rc2",
    ],
    ["push refs/tags/p1/v1.0", "type=pep440,pattern={{version}},match=v(.*)", "1.0 latest"],
    ["push refs/tags/sometag", "type=pep440,pattern={{version}}", ""],
  ])("in %s, %s makes %s", async (event, rules, tags) => {
    expect(await tagsOf(event, rules)).toBe(tags);
  });
});

describe("patterns", () => {
  test.each<Row>([
    [release, "type=match,pattern=\\d.\\d.\\d", "1.2.3 latest"],
    [beta, "type=match,pattern=v(.*),group=1", "2.0.8-beta.67 latest"],
    [beta, "type=match,pattern=v(\\d.\\d),group=1", "2.0 latest"],
    ["push refs/tags/20200110-RC2", "type=match,pattern=\\d+", "20200110 latest"],
    ["push refs/tags/20200110-RC2", 'type=match,"pattern=^\\d{4,8}"', "20200110 latest"],
    ["push refs/tags/p1/v1.0.0", "type=match,pattern=p1/v(\\d.\\d.\\d),group=1", "1.0.0 latest"],
    ["push refs/tags/p1/v1.0.0", "type=match,pattern=p1/v(\\d.\\d),group=3", ""],
    ["push refs/tags/V1.0.0", "type=match,pattern=/^v(.*)$/i,group=1", "1.0.0 latest"],
    ["push refs/heads/dev", "type=match,pattern=d,value=abc-{{branch}}", "d latest"],
    ["push refs/heads/dev", "type=match,pattern=d", ""],
  ])("in %s, %s makes %s", async (event, rules, tags) => {
    expect(await tagsOf(event, rules)).toBe(tags);
  });
});

describe("expressions", () => {
  test.each<Row>([
    [
      release,
      "type=raw,{{tag}}-{{sha}}-foo | type=raw,{{base_ref}}-foo",
      "v1.2.3-860c190-foo master-foo",
    ],
    [release, "type=raw,x,enable={{is_default_branch}}", ""],
    [release, "type=raw,x,enable={{is_not_default_branch}}", "x"],
    ["push refs/heads/master", "latest | type=sha,enable={{is_not_default_branch}}", "latest"],
    ["push refs/heads/master", "type=raw,value=latest,enable={{is_default_branch}}", "latest"],
    ["push refs/heads/dev", "type=raw,value=latest,enable={{is_default_branch}}", ""],
    ["schedule refs/heads/dev", "type=raw,value=x,enable={{is_default_branch}}", "x"],
    ["push refs/heads/my/branch", "type=sha,prefix={{branch}}-", "my-branch-860c190"],
    ["pull_request", "type=raw,value=mytag-{{base_ref}}{{branch}}{{tag}}", "mytag-master"],
    ["push refs/heads/dev", "type=raw,value={{base_ref}}", ""],
    [
      "push refs/heads/a=b",
      "type=raw,value={{branch}} | type=raw,value={{{branch}}}",
      "a-x3D-b a-b",
    ],
    ["push", "type=raw,value={{date 'YYYYMMDD-HHmm'}}", "20200113-1545"],
    ["push", "type=raw,value={{date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", "20200114-004500"],
    ["push", "type=raw,value=src-{{commit_date 'YYYY-MM-DD'}}", "src-2020-01-10"],
    [
      "push",
      "type=raw,\"value={{commit_date 'dddd, MMMM Do YYYY, h:mm:ss a'}}\"",
      "Friday-January-10th-2020-12-30-00-am",
    ],
    ["schedule", "type=schedule,pattern={{date 'YYYYMMDD'}}", "20200113"],
    [
      "schedule",
      "type=schedule,pattern=on-{{commit_date 'YYYYMMDD' tz='America/New_York'}}",
      "on-20200109",
    ],
    ["push", "type=schedule", ""],
  ])("in %s, %s makes %s", async (event, rules, tags) => {
    expect(await tagsOf(event, rules)).toBe(tags);
  });
});

describe("order, flavor and latest", () => {
  test.each<readonly [event: string, rules: string, flavor: string, tags: string]>([
    [
      "schedule",
      "type=schedule | type=sha,priority=2000 | type=raw,d",
      "",
      "sha-860c190 nightly d",
    ],
    [
      beta,
      "type=raw,priority=2000,foo | type=semver,pattern={{version}} | type=match,pattern=\\d.\\d",
      "",
      "foo 2.0.8-beta.67 2.0",
    ],
    [
      "push refs/heads/master",
      "type=sha | latest | type=ref,event=branch | type=edge",
      "",
      "edge master latest sha-860c190",
    ],
    [release, "type=ref,event=tag", "latest=false", "v1.2.3"],
    ["push refs/heads/dev", "type=ref,event=branch", "latest=true", "dev latest"],
    [release, "type=ref,event=tag", "suffix=-dev", "v1.2.3-dev latest"],
    [
      release,
      "type=semver,pattern={{version}}",
      "suffix=-dev,onlatest=true",
      "1.2.3-dev latest-dev",
    ],
    [
      release,
      "type=semver,pattern={{version}}",
      "prefix=foo-,onlatest=true | suffix=-dev,onlatest=true",
      "foo-1.2.3-dev foo-latest-dev",
    ],
    [
      release,
      "type=semver,pattern={{version}}",
      "prefix=a-,suffix=-b,onlatest=true",
      "a-1.2.3-b latest-b",
    ],
    ["pull_request", "type=ref,event=pr", "prefix=glo- | suffix=-bal", "pr-15-bal"],
    ["pull_request", "type=ref,event=pr,prefix=", "prefix=glo- | suffix=-bal", "15-bal"],
    [
      release,
      "type=match,pattern=\\d.\\d,suffix= | type=sha",
      "suffix=-dev",
      "1.2 sha-860c190-dev latest",
    ],
    ["push refs/heads/my/x", "type=raw,value=1", "prefix={{branch}}-", "my-x-1"],
    // A rule that makes nothing has no say.
    ["push refs/heads/dev", "type=raw,value={{tag}},priority=999 | type=sha", "", "sha-860c190"],
    [release, "type=semver,pattern={{version}} | latest", "", "1.2.3 latest"],
  ])("in %s, %s with %s makes %s", async (event, rules, flavor, tags) => {
    expect(await tagsOf(event, rules, flavor)).toBe(tags);
  });
});

test("every image gets every tag, and names given whole come last", async () => {
  const { texts, tags, version } = await namesFor(eventFor(release), {
    images: "name=ghcr.io/MyUser/MyApp\norg/app\nname=off/app,enable=false",
    tags: "type=semver,pattern={{version}}\nquay.io/me/app:fixed\ntype=sha",
  });
  expect(texts).toEqual([
    ...["ghcr.io/myuser/myapp:1.2.3", "ghcr.io/myuser/myapp:sha-860c190"],
    ...["ghcr.io/myuser/myapp:latest"],
    ...["org/app:1.2.3", "org/app:sha-860c190", "org/app:latest", "quay.io/me/app:fixed"],
  ]);
  expect(tags[3]).toEqual({ repository: "docker.io/org/app", tag: "1.2.3" });
  expect(version).toBe("1.2.3");
});

test("images in one line are separated by commas", async () => {
  const { texts } = await namesFor(eventFor(release), { images: "a/b,ghcr.io/c/d", tags: "x" });
  expect(texts).toEqual(["a/b:x", "ghcr.io/c/d:x"]);
});

test("the environment asks for longer SHAs, and for that of a pull request's head", async () => {
  const rules = { tags: "type=sha\ntype=raw,{{sha}}" };
  const long = eventFor(release, { shortShaLength: "12" });
  expect((await namesFor(long, rules)).tagNames).toEqual(["860c1904a1ce", "sha-860c1904a1ce"]);
  const head = eventFor("pull_request", { prHeadSha: true });
  expect((await namesFor(head, rules)).tagNames).toEqual(["3370e22", "sha-3370e22"]);
  expect(() => eventFor(release, { shortShaLength: "long" })).toThrow(
    "DOCKER_METADATA_SHORT_SHA_LENGTH is `long`",
  );
});

test("what makes no tag though it is asked to says why", async () => {
  const { warnings } = await namesFor(eventFor("push refs/tags/sometag"), {
    tags: "type=semver,pattern={{version}}\ntype=match,pattern=v(.*),group=1",
  });
  expect(warnings).toEqual([
    "`type=semver,pattern={{version}}` makes no tag: `sometag` is not a version as semver.org has it",
    "`type=match,pattern=v(.*),group=1` makes no tag: group 1 of its pattern is not in `sometag`",
  ]);
});

test.each([
  ["type=raw,value=.hidden", "`tags`: the rules make `user/app:.hidden`, which can't be"],
  [`type=raw,value=${"x".repeat(129)}`, "has up to 128 letters"],
  ["type=raw,value=x,enable={{branch}}", "`enable` is `dev`; it takes `true`, `false`"],
])("%s can't be", async (tags, problem) => {
  await expect(namesFor(eventFor("push refs/heads/dev"), { tags })).rejects.toThrow(problem);
});
