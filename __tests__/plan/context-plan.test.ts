import { expect, test } from "vitest";
import { gitContext, planContext } from "../../src/plan/context-plan.ts";

const commit = {
  server: "https://github.com",
  repository: "me/app",
  ref: "refs/heads/main",
  sha: "ab12",
};
const git = "https://github.com/me/app.git#ab12";

test.each([
  ["a branch", {}, git],
  [
    "a tag without its commit",
    { ref: "refs/tags/v1", sha: "" },
    "https://github.com/me/app.git#refs/tags/v1",
  ],
  [
    "a branch by its name alone",
    { ref: "main", sha: "" },
    "https://github.com/me/app.git#refs/heads/main",
  ],
  ["a pull request, whose ref moves", { ref: "refs/pull/7/merge" }, git],
  [
    "a pull request without its commit",
    { ref: "refs/pull/7/merge", sha: "" },
    "https://github.com/me/app.git#refs/pull/7/merge",
  ],
  ["an own server", { server: "https://git.internal" }, "https://git.internal/me/app.git#ab12"],
])("the Git context of %s", (_, more, context) => {
  expect(gitContext({ ...commit, ...more })).toBe(context);
});

test.each([
  ["the checkout where there is one", undefined, { commit, checkout: ".git" }, "."],
  ["the commit where there is none", undefined, { commit, checkout: undefined }, git],
  [
    "the working directory without either",
    undefined,
    { commit: undefined, checkout: undefined },
    ".",
  ],
  ["what is asked for", "app", { commit, checkout: ".git" }, "app"],
  ["the commit's folder", "{{defaultContext}}:app", { commit, checkout: ".git" }, `${git}:app`],
])("the context is %s", (_, context, around, chosen) => {
  const planned = planContext({ context, buildContexts: [] }, around);
  expect(planned.context).toBe(chosen);
  expect(planned.why === undefined).toBe(context !== undefined);
});

test("named contexts take the commit too", () => {
  const buildContexts = [{ name: "all", source: "{{ defaultContext }}" }];
  const planned = planContext({ context: ".", buildContexts }, { commit, checkout: undefined });
  expect(planned.named).toEqual([{ name: "all", source: git }]);
});
