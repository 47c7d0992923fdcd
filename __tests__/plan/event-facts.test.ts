import { describe, expect, test } from "vitest";
import { committedIn, eventOf, repositoryFactsIn } from "../../src/plan/event-facts.ts";
import { repository, variables } from "./events.ts";

const { sha } = variables;
const first = { id: "1".repeat(40), timestamp: "2020-01-09T00:00:00Z" };
const head = { id: sha, timestamp: "2020-01-10T01:30:00+01:00" };

describe("the commit's time", () => {
  test.each([
    ["the push's commits", { commits: [first, head] }, "2020-01-10T00:30:00.000Z"],
    ["the head commit", { commits: [], head_commit: head }, "2020-01-10T00:30:00.000Z"],
    ["another commit", { commits: [first], head_commit: first }, undefined],
    ["nothing", {}, undefined],
  ])("in %s", (_, payload, time) => {
    const { committed } = eventOf(variables, payload);
    expect(committed).toBe(time === undefined ? time : Date.parse(time));
  });

  test("in an answer of the API", () => {
    const date = "2020-01-10T00:30:00Z";
    expect(committedIn({ sha, commit: { committer: { name: "x", date } } })).toBe(Date.parse(date));
    expect(committedIn({ message: "Not Found" })).toBeUndefined();
  });
});

test("a payload tells of the repository as the API does", () => {
  const facts = {
    name: "Hello-World",
    description: "This your first repo!",
    url: "https://github.com/octocat/Hello-World",
    license: "MIT",
    defaultBranch: "master",
  };
  expect(eventOf(variables, { repository }).about).toEqual(facts);
  expect(repositoryFactsIn(repository)).toEqual(facts);
  expect(repositoryFactsIn({ ...repository, description: null, license: null })).toEqual({
    ...facts,
    description: "",
    license: "",
  });
  expect(repositoryFactsIn(undefined)).toBeUndefined();
});

test.each([[undefined], ["text"], [{ repository: 7, commits: "x" }], [[]]])(
  "a payload of another form tells nothing: %j",
  (payload) => {
    const event = eventOf(variables, payload);
    expect(event).toMatchObject({ ref: "refs/heads/master", sha, about: undefined });
    expect(event.committed).toBeUndefined();
  },
);

test("a pull request whose fork is gone is still one of a fork", () => {
  const payload = { number: 3, pull_request: { head: { ref: "x", sha: "y", repo: null } } };
  expect(eventOf({ ...variables, name: "pull_request_target" }, payload)).toMatchObject({
    ref: "refs/pull/3/merge",
    head: "a repository that is gone",
  });
});
