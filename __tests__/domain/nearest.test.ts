import { expect, test } from "vitest";
import { didYouMean, notOneOf } from "../../src/domain/nearest.ts";

test.each([
  ["linux/amr64", ["linux/s390x", "linux/arm64"], "; did you mean `linux/arm64`?"],
  ["plan", ["plain", "auto"], "; did you mean `plain`?"],
  ["z", [], ""],
  ["something", ["else"], ""],
  ["x".repeat(100_000), ["auto"], ""],
])("didYouMean(%.20j, %j) is %j", (word, known, hint) => {
  expect(didYouMean(word, known)).toBe(hint);
});

test("a hint is shown as the place writes its words", () => {
  expect(didYouMean("vesion", ["version"], (near) => `{{${near}}}`)).toBe(
    "; did you mean `{{version}}`?",
  );
});

test.each([
  ["plan", "`plan` is not one of `plain`, `auto`; did you mean `plain`?"],
  ["something", "`something` is not one of `plain`, `auto`"],
])("a word that is none of a list: %s", (word, text) => {
  expect(notOneOf(word, ["plain", "auto"])).toBe(text);
});
