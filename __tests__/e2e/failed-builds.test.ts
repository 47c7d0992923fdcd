// Builds that fail for good, with names and outputs that read like a network that fails.
import { afterAll, expect, test } from "vitest";
import { job, type Texts } from "../../scripts/run-action.ts";
import { ownBuilder } from "./own-builder.ts";

const own = await ownBuilder();
afterAll(() => own[Symbol.asyncDispose]());

const from = "FROM alpine:3.19\n";
const prints =
  "echo 401 Unauthorized; echo 429; echo ECONNREFUSED; echo no space left on device; echo exec format error; exit 3";
const inContext = /What to try: the file is not in the build's context/;

test.concurrent.each<[string, string, Texts, RegExp]>([
  ["copies a file `timeout.conf` that is not there", `${from}COPY timeout.conf /x`, {}, inContext],
  ["copies a file `EOF` that is not there", `${from}COPY EOF /x`, {}, inContext],
  [
    "copies a file `conf: 502.html` that is not there",
    `${from}COPY ["conf: 502.html", "/"]`,
    {},
    inContext,
  ],
  [
    "needs a secret `timeout` that is not given",
    `${from}RUN --mount=type=secret,id=timeout,required true`,
    {},
    /secret timeout: not found.*What to try: give the secret in `secrets`/,
  ],
  [
    "copies from a stage `time-out` that is not there",
    `${from}COPY --from=time-out /a /`,
    {},
    /not found/,
  ],
  [
    "loads an image in zstd into an engine that can't read it",
    "FROM scratch\nCOPY Dockerfile /",
    { outputs: "type=docker,name=a:1,compression=zstd,force-compression=true" },
    /unexpected EOF/,
  ],
  [
    "has a heredoc that fails",
    `${from}RUN <<EOF\necho hello there\nexit 7\nEOF`,
    {},
    /hello there.*did not complete successfully: exit code: 7/,
  ],
  [
    "prints what reads like a registry, a disk and a CPU",
    `${from}RUN ${prints}`,
    {},
    /429%0AECONNREFUSED%0Ano space left on device%0A.*exit code: 3/,
  ],
])("a build that %s fails at once, with no remedy but its own", async (_, text, more, told) => {
  await using place = await job({ files: { Dockerfile: `${text}\n` } });
  const main = await place.main({ builder: own.name, "retry-timeout": "1m", ...more });
  expect(main.exitCode, main.log).toBe(1);
  expect(main.log).not.toMatch(/^(?:Try \d|Not tried again)/m);
  const errors = main.log.split("\n").filter((line) => line.startsWith("::error"));
  expect(errors.join("\n")).toMatch(told);
  const remedies = errors.join("\n").match(/What to try: .*/g) ?? [];
  expect(remedies).toHaveLength(told.source.includes("What to try") ? 1 : 0);
});
