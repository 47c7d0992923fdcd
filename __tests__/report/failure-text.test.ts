import { describe, expect, test } from "vitest";
import {
  CommandError,
  FullDiskError,
  InputError,
  NodeError,
  RegistryError,
  TimeoutError,
  UserError,
} from "../../src/domain/errors.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { fixture } from "../fixtures/read-fixture.ts";

const failed = (stderr: string) =>
  new CommandError("building the image", {
    command: ["docker", "buildx", "build", "a b"],
    exitCode: 1,
    stderr,
  });

describe("failureText", () => {
  test("tells all that is wrong with the inputs", () => {
    expect(failureText(new InputError(["`a`: x", "`b`: y"]))).toBe(
      "2 inputs are wrong; nothing was changed.\n- `a`: x\n- `b`: y",
    );
  });

  test("shows the tool's own words, its last lines, and the command", () => {
    const lines = Array.from({ length: 50 }, (_, number) => `line ${number}.`);
    const text = failureText(failed(lines.join("\n")));
    expect(text).toContain("docker buildx exited with code 1 while building the image");
    expect(text).toContain("line 49.");
    expect(text).not.toContain("line 29.");
    expect(text).toContain("docker buildx build 'a b'");
  });

  test("shows of a failed build the step, its last lines and the Dockerfile's, not its progress", () => {
    const text = failureText(failed(fixture("progress-failure.txt")));
    expect(text.split("\n").slice(1, 5)).toEqual([
      expect.stringMatching(/^> \[linux\/amd64 2\/2\] RUN echo one .*:$/),
      "out 22",
      "out 23",
      "out 24",
    ]);
    expect(text).toContain("::error::injected\nDockerfile:3\n   2 |     ENV A b\n   3 | >>> RUN");
    expect(text).toMatch(/\nERROR: failed to build: .* exit code: 3\nThe command was: /);
    expect(text).not.toContain("#7 ");
  });

  test("says so where a command says nothing", () => {
    expect(failureText(failed(""))).toContain("it printed no error");
  });

  test("tells every failure of things done side by side", () => {
    const text = failureText(new AggregateError([failed("one"), new Error("two")]));
    expect(text).toMatch(/one[\s\S]*two/);
  });

  test.each([
    [
      "Cannot connect to the Docker daemon at unix:///var/run/docker.sock.",
      "start the Docker engine",
    ],
    [
      "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
      "`docker` group",
    ],
    [
      "ERROR: expected 1 replicas to be ready, got 0",
      "BuildKit's pod did not start in time: `kubectl describe pods`",
    ],
    [
      "OCI runtime create failed: unable to apply caps: operation not permitted",
      "refuses privileged",
    ],
    ["http: server gave HTTP response to HTTPS client", "http: true"],
    [
      "tls: failed to verify certificate: x509: certificate signed by unknown authority",
      "as `ca` in",
    ],
    ["failed to push: unexpected status: 401 Unauthorized", "log in to the registry"],
    ["failed to push: toomanyrequests: slow down", "`retry-timeout`"],
    ["failed to push: unexpected status from PUT: 503 Service Unavailable", "`retry-timeout`"],
    ["denied: unknown manifest class for application/vnd.oci.empty.v1+json", "`compat: auto`"],
    ["rpc error: code = Unavailable desc = error reading from server: EOF", "memory ran out"],
    ["exec /bin/sh: exec format error", "leave `qemu` on `auto`"],
    ["dial tcp: lookup registry.test: no such host", "network=host"],
  ])("knows what to try after %j", (stderr, words) => {
    expect(failureText(failed(stderr))).toContain(words);
  });

  test("tells how much room there is where a disk is full", () => {
    const places = [
      { what: "what BuildKit keeps", path: "/var/lib", free: 0, size: 29_400_000_000 },
      { what: "the runner's temporary files", path: "/tmp/run", free: 1_500_000, size: 2e9 },
    ];
    const text = failureText(new FullDiskError(failed("write: no space left on device"), places));
    expect(text.replaceAll("\u00a0", " ")).toMatch(
      /^a disk is full: 0 B of 29.4 GB are free at \/var\/lib \(what BuildKit keeps\), 1.5 MB of 2(?:\.0)? GB are free at \/tmp\/run /,
    );
    expect(text).toMatch(/no space left on device[\s\S]*What to try: see what uses the space/);
  });

  test("names the input that bounds a phase", () => {
    expect(failureText(new TimeoutError("verification", 600_000))).toMatch(
      /^the verification phase took longer than 10m, .*`timeout: verification=20m` gives/s,
    );
  });

  test("says what to try once, for a phase whose last try failed too", () => {
    const last = new UserError("no such file", { tryThis: "name a mirror" });
    expect(failureText(new TimeoutError("buildx", 60_000, last))).toMatch(
      /\nBefore that: no such file\nWhat to try: name a mirror; look at [^\n]*$/,
    );
  });

  test("tries no guess where the cause is unknown", () => {
    expect(failureText(failed("something else"))).not.toContain("What to try");
  });
});

test.each([
  [["arm0"], "node arm0 (tcp://arm0:1234) of the builder did not answer"],
  [
    ["arm0", "arm1"],
    "nodes arm0 (tcp://arm0:1234), arm1 (tcp://arm1:1234) of the builder did not answer",
  ],
])("nodes that don't answer are named: %j", (names, words) => {
  const failure = { command: ["docker", "buildx"], exitCode: 1, stderr: "ERROR: gone" };
  const nodes = names.map((name) => ({ name, endpoint: `tcp://${name}:1234` }));
  const error = new NodeError(new CommandError("building", failure), nodes);
  expect(failureText(error)).toContain(words);
  expect(failureText(error)).toContain("ERROR: gone");
});

describe("several failures", () => {
  const read = (what: string, words: string) =>
    new RegistryError(`reading ${what} back`, { words });
  const denied = "it answers 403 Forbidden (DENIED)";

  test("of one cause are told once, with one remedy", () => {
    const names = ["r.internal/app@sha256:1", "r.internal/app:1", "r.internal/app:2"];
    const errors = names.map((name) => read(name, denied));
    const text = failureText(new AggregateError(errors));
    for (const name of names) expect(text).toContain(`reading ${name} back`);
    expect(text.split(denied)).toHaveLength(2);
    expect(text.split("What to try")).toHaveLength(2);
  });

  test("of several causes are told one by one", () => {
    const errors = [
      read("a", denied),
      read("b", "it answers 500 Internal Server Error"),
      new Error("x"),
    ];
    const text = failureText(new AggregateError(errors));
    expect(text).toContain("reading a back failed: it answers 403");
    expect(text).toContain("reading b back failed: it answers 500");
    expect(text).toMatch(/^x$/m);
  });
});
