import { expect, test } from "vitest";
import { differences, merged, type Row } from "../../scripts/reliability-rows.ts";

const row = (fault: string, more: Partial<Row> = {}): Row => ({
  ...{ section: "faults", fault, promise: "waited for", figure: "1 s" },
  ...more,
});

test("what was seen takes the place of what is there, and new rows end their section", () => {
  const secret = row("s", { section: "secrets" });
  const seen = [row("a", { figure: "2 s" }), row("b")];
  expect(merged([row("a"), secret], seen)).toEqual([...seen, secret]);
});

test("other figures make no difference", () => {
  expect(differences([row("a")], [row("a", { figure: "2 s" })])).toEqual([]);
});

test("a row without a test, a test without a row, another promise and two reports do", () => {
  expect(differences([row("a")], [])).toEqual(["no test kept: a"]);
  expect(differences([], [row("a")])).toEqual(["not on the page: a"]);
  expect(differences([row("a")], [row("a", { promise: "other" })])).toEqual([
    "no test kept: a",
    "not on the page: a",
  ]);
  expect(differences([row("a")], [row("a"), row("a")])).toEqual(["more than one test reports: a"]);
});
