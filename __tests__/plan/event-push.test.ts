import { expect, test } from "vitest";
import { decidePush } from "../../src/plan/event-push.ts";
import { eventFor } from "./events.ts";

test.each([
  ["push refs/heads/main", true, "`push` is an event of octocat/Hello-World itself"],
  ["push refs/tags/v1", true, "`push` is an event"],
  ["schedule", true, "`schedule` is an event"],
  ["workflow_dispatch refs/heads/main", true, ""],
  ["release refs/tags/v1", true, ""],
  ["merge_group refs/heads/gh-readonly-queue/main/pr-1-abc", true, ""],
  ["pull_request", false, "this is a pull request within octocat/Hello-World"],
  ["pull_request else/Hello-World", false, "from a fork, else/Hello-World"],
  ["pull_request_target else/Hello-World", false, "from a fork, else/Hello-World"],
  ["delete refs/heads/main", false, "a branch or tag is gone"],
  ["workflow_run refs/heads/main", false, "`workflow_run` may come from outside"],
  ["issue_comment refs/heads/main", false, "`push: true` pushes all the same"],
])("push: auto in %s: %s", (event, push, why) => {
  const decision = decidePush(eventFor(event), true);
  expect(decision.push).toBe(push);
  expect(decision.why).toContain(why);
});

test("push: auto does not push without a tag, nor outside of any event", () => {
  expect(decidePush(eventFor("push"), false)).toEqual({
    push: false,
    why: "this event makes no tag",
  });
  expect(decidePush(eventFor(""), true).why).toContain("no event is known");
});
