// Builds that fail for good, with names and outputs that read like a network that fails.
import { afterAll, expect, test } from "vitest";
import { job, type Texts } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { faultProxy } from "./fault-proxy.ts";
import { newRepository, privateRegistry } from "./inputs-for.ts";
import { ownBuilder } from "./own-builder.ts";

const own = await ownBuilder();
afterAll(() => own[Symbol.asyncDispose]());

const from = "FROM alpine:3.19\n";
const prints =
  "echo 401 Unauthorized; echo 429; echo ECONNREFUSED; echo no space left on device; echo exec format error; exit 3";
const inContext =
  /What to try: the file is not where the step takes it from: for the build's context/;

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
    "says itself `EOF`, as a variable is not set",
    `ARG X\nFROM alpine:\${X:?EOF}`,
    {},
    /failed to process.*: X: EOF/,
  ],
  [
    "has a stage `EOF` that needs itself",
    `${from.trim()} AS EOF\nCOPY --from=EOF /a /`,
    {},
    /circular dependency detected on stage: eof/,
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
])(
  "a build that %s fails at once, with no remedy that is for something else",
  async (_, text, more, told) => {
    await using place = await job({ files: { Dockerfile: `${text}\n` } });
    const main = await place.main({ builder: own.name, "retry-timeout": "1m", ...more });
    expect(main.exitCode, main.log).toBe(1);
    expect(main.log).not.toMatch(/^(?:Try \d|Not tried again)/m);
    const errors = main.log.split("\n").filter((line) => line.startsWith("::error"));
    expect(errors.join("\n")).toMatch(told);
    const remedies = errors.join("\n").match(/What to try: .*/g) ?? [];
    expect(remedies).toHaveLength(told.source.includes("What to try") ? 1 : 0);
  },
);

test.concurrent("a registry with too long a Retry-After is reported, with the time", async () => {
  const retryAfter = 100_000;
  await using proxy = await faultProxy(({ method }) =>
    method === "PUT" || method === "GET"
      ? { status: 429, headers: { "retry-after": `${retryAfter}` } }
      : undefined,
  );
  await using place = await job({ files: { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" } });
  const tags = `${proxy.address}/${newRepository()}:1`;
  const main = await place.main({ builder: own.name, tags, push: "true" });
  expect(main.exitCode, main.log).toBe(1);
  expect(main.log).toMatch(/^Not tried again: the registry wants 27h46m40s, and `retry-timeout`/m);
  const [, until = ""] =
    /::error::.*What to try: the registry limits how often it is asked: wait until (\S+Z), or log in/.exec(
      main.log,
    ) ?? [];
  const wait = (Date.parse(until) - Date.now()) / 1000;
  expect(wait).toBeGreaterThan(retryAfter - 120);
  expect(wait).toBeLessThanOrEqual(retryAfter);
});

test("a program's message that the disk is full is believed if next to nothing is free", async () => {
  const name = `full-${crypto.randomUUID()}`;
  const volume = `buildx_buildkit_${name}0_state`;
  const options = ["type=tmpfs", "device=tmpfs", "o=size=100m"];
  await docker("volume", "create", ...options.flatMap((one) => ["--opt", one]), volume);
  const fill = "dd if=/dev/zero of=/large bs=1M count=200";
  await using place = await job({ files: { Dockerfile: `${from}RUN ${fill}\n` } });
  const main = await place.main({ ...privateRegistry, name, outputs: "type=cacheonly" });
  await place.post();
  expect(main.exitCode, main.log).toBe(1);
  expect(main.log).toMatch(/::error::a disk is full: .*\(what BuildKit keeps\).*exit code: 1/);
  expect(main.log).toMatch(/::error::.*What to try: see what uses the space/);
});
