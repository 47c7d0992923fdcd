// What failed builds printed on the stack, from the last line of progress on, and what is made of it:
// whether it is tried again, and what the user is told to try.
import { expect, test } from "vitest";
import { CommandError } from "../../src/domain/errors.ts";
import { judge, type Verdict } from "../../src/plan/retry-verdict.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { lastWords } from "../../src/result/build-failure.ts";
import { fixture } from "../fixtures/read-fixture.ts";

const captured = new Map(
  fixture("failures.txt")
    .split(/^=== /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf("\n")), text.slice(text.indexOf("\n") + 1)]),
);

/** No remedy, where nothing is known of the cause. */
const none = "";

const rows: readonly (readonly [string, Verdict, string])[] = [
  // Names of the user that are also words of a network that fails.
  ["copy-timeout", "lasting", "the file is not where the step takes it from"],
  ["copy-eof", "lasting", "the file is not where the step takes it from"],
  ["copy-502", "lasting", "the file is not where the step takes it from"],
  ["ignored", "lasting", "what `.dockerignore` leaves out"],
  ["copy-from-stage", "lasting", none],
  ["image-missing", "lasting", none],
  ["secret-timeout", "lasting", "give the secret in `secrets`"],
  ["ssh-eof", "lasting", none],
  ["no-dockerfile", "lasting", none],
  ["parse", "lasting", none],
  ["bad-flag", "lasting", none],
  // What a program printed, and the Dockerfile's own lines.
  ["heredoc", "lasting", none],
  ["run-401", "lasting", none],
  [
    "run-126",
    "lasting",
    "126 is a shell's exit code for a program that it found but could not run",
  ],
  ["foreign-program", "lasting", "the program is for another CPU, or is not executable"],
  ["foreign-shell", "lasting", "`/bin/sh` is for another CPU than the build step"],
  ["run-127", "lasting", "127 is a shell's exit code for a program that it did not find"],
  ["killed", "lasting", "usually because memory ran out"],
  // What would be the same again.
  ["add-checksum", "lasting", none],
  ["pull-404", "lasting", none],
  ["push-400", "lasting", none],
  ["sbom-404", "lasting", none],
  ["platform-missing", "lasting", "the base image is not there for a platform"],
  ["load-zstd", "lasting", none],
  ["load-multi", "lasting", "takes one platform without attestations"],
  [
    "several-outputs",
    "lasting",
    "this BuildKit, or engine, takes one of `push`, `load` and `outputs`",
  ],
  ["entitlement2", "lasting", "the builder does not permit what `allow` or `network` asks for"],
  ["x509-pull", "lasting", "give its certificate authority as `ca` in `registries`"],
  ["x509-push", "lasting", "give its certificate authority as `ca` in `registries`"],
  ["refused", "lasting", "cannot reach that host"],
  ["unreachable", "lasting", "cannot reach that host"],
  ["bad-git", "lasting", "cannot reach that host"],
  // What passes.
  ["add-503", "passing", "`retry-timeout` gives it longer"],
  ["add-reset", "passing", "`retry-timeout` gives it longer"],
  ["git-503", "passing", "`retry-timeout` gives it longer"],
  ["git-reset", "passing", "`retry-timeout` gives it longer"],
  ["pull-503", "passing", "`retry-timeout` gives it longer"],
  ["pull-reset", "passing", "`retry-timeout` gives it longer"],
  ["syntax-503", "passing", "`retry-timeout` gives it longer"],
  ["push-503", "passing", "`retry-timeout` gives it longer"],
  ["push-reset", "passing", "`retry-timeout` gives it longer"],
  ["pull-429", "limited", "limits how often it is asked: try again later"],
  ["push-429", "limited", "limits how often it is asked: try again later"],
  ["add-401", "refused", "a secret `HTTP_AUTH_TOKEN_HOST`"],
  ["auth-pull", "refused", "log in to the registry"],
  ["auth-push", "refused", "log in to the registry"],
  ["git-401", "refused", "a secret `GIT_AUTH_TOKEN.HOST`"],
  ["pull-401", "refused", "log in to the registry"],
  ["push-401", "refused", "log in to the registry"],
  ["push-denied", "refused", "log in to the registry"],
  ["push-artifacts", "artifacts", "`compat: auto`"],
  ["lost", "lost", "usually because memory ran out"],
];

test("all that was captured is looked at", () => {
  expect(rows.map(([name]) => name).toSorted()).toEqual([...captured.keys()]);
});

test.each(rows)("%s is %s", (name, verdict, remedy) => {
  const stderr = captured.get(name) ?? "";
  expect(judge(lastWords(stderr))).toBe(verdict);
  const command = ["docker", "buildx", "build", "."];
  const text = failureText(new CommandError("building", { command, exitCode: 1, stderr }));
  const [, told = ""] = /\nWhat to try: (.*)$/.exec(text) ?? [];
  if (remedy === none) expect(told).toBe("");
  else expect(told).toContain(remedy);
});

test.each(["heredoc", "run-401"])("%s: the last lines of the program are shown", (name) => {
  const stderr = captured.get(name) ?? "";
  const text = failureText(new CommandError("building", { command: [], exitCode: 1, stderr }));
  expect(text).toMatch(/^> \[2\/2\] RUN .*:\n(?:hello|unexpected status: 401)/m);
});
