import { expect, test } from "vitest";
import { createRemedy } from "../../src/report/builder-remedy.ts";

const failed = (words: string) => `ERROR: failed to initialize builder b (b0): ${words}`;

test.each([
  [
    "an option that the driver does not have, and the nearest",
    ["replica=2"],
    failed("invalid driver option replica for kubernetes driver"),
    "no option `replica`; did you mean `replicas`?",
  ],
  [
    "an option that is near none",
    ["zzzzzzzz=2"],
    failed("invalid driver option zzzzzzzz for remote driver"),
    "no option `zzzzzzzz`; known: `key`, `cert`, `cacert`",
  ],
  [
    "each option that has the value",
    ["cpu-quota=many", "cpu-period=many", "memory=1g"],
    failed('strconv.ParseInt: parsing "many": invalid syntax'),
    "`driver-opts`: `cpu-quota=many`, `cpu-period=many` has a value",
  ],
  [
    "a name that a context has",
    [],
    'ERROR: instance name "arm" already exists as context builder',
    "`name`: a Docker context",
  ],
])("names %s", (_, options, words, remedy) => {
  expect(createRemedy(options, words)).toContain(remedy);
});

test("says nothing of what no option has to do with", () => {
  expect(createRemedy([], failed('strconv.ParseInt: parsing "many": invalid syntax'))).toBe(
    undefined,
  );
  expect(createRemedy(["memory=1g"], failed("Cannot connect to the Docker daemon"))).toBe(
    undefined,
  );
});
