// Secrets of every kind, on builds that end well and on those that don't: nobody sees one.
import { createHash, generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Job, job, type Step } from "../../scripts/run-action.ts";
import { promiseKept } from "../promise-kept.ts";
import { type CommandLines, watchCommandLines } from "./command-lines.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { type OwnBuilder, ownBuilder } from "./own-builder.ts";
import { filesWith, leaksOf, newSecret, type Secret, tracesOf } from "./secret.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_AUTH: auth, STACK_CA: ca } = stack;
const registries = `${http}: {http: true}\n${auth}: {ca: ${ca}}`;
const password: Secret = { text: stack.STACK_PASSWORD, cores: [stack.STACK_PASSWORD] };
const inUrl = () => newSecret((first, last) => `${first}%27${last}`);

const dockerfile = (end: string) => `FROM alpine:3.19
RUN --mount=type=secret,id=given --mount=type=secret,id=named --mount=type=secret,id=file \\
  sha256sum /run/secrets/* && ${end}
`;

let lines: CommandLines;
let builder: OwnBuilder;

beforeAll(async () => {
  [lines, builder] = await Promise.all([watchCommandLines(), ownBuilder()]);
});

afterAll(async () => {
  await builder[Symbol.asyncDispose]();
  await lines[Symbol.asyncDispose]();
});

/** A job with secrets of every kind, whose inputs, traces and files are told. */
async function secretJob(end: string) {
  const [given, named, file, token, proxy] = [
    newSecret(),
    newSecret(),
    newSecret(),
    newSecret(),
    inUrl(),
  ];
  const secrets = [given, named, file, token, proxy, password];
  const place = await job({
    files: { Dockerfile: dockerfile(end), "a secret": file.text },
    environment: { ...lines.environment, NAMED: named.text },
  });
  const inputs = {
    ...{ registries, platforms: "linux/amd64" },
    secrets: `"given=${given.text.replaceAll('"', '""')}"`,
    "secret-envs": "named=NAMED",
    "secret-files": "file=a secret",
    "github-token": token.text,
    "build-args": `PROXY=http://me:${proxy.text}@proxy.internal:3128`,
  };
  return {
    place,
    inputs,
    traces: tracesOf(secrets),
    secrets: { given, named, file, token, proxy },
  };
}

const login = { registry: auth, username: stack.STACK_USERNAME, password: password.text };

/** Runs post, and expects no trace of a secret anywhere. */
async function expectHidden(place: Job, main: Step, traces: readonly string[]): Promise<void> {
  await writeFile(join(place.workspace, "a secret"), "");
  const post = await place.post();
  expect(leaksOf(main, traces)).toEqual([]);
  expect(leaksOf(post, traces)).toEqual([]);
  for (const folder of [dirname(place.workspace), lines.folder, stack.BUILDX_CONFIG]) {
    expect(await filesWith(traces, folder)).toEqual([]);
  }
}

// What a build is told in `build-args` is on its command line: SECURITY.md says so.
const onCommandLines = (traces: readonly string[], { proxy }: { readonly proxy: Secret }) =>
  traces.filter((trace) => !tracesOf([proxy]).includes(trace));

/** Expects no trace on a command line, and tells the promise that was kept with that. */
async function expectNoCommandLine(fault: string, traces: readonly string[]): Promise<void> {
  const seen = await lines.seen();
  expect(seen.join().includes("buildx")).toBe(true);
  expect(seen.filter((line) => traces.some((trace) => line.includes(trace)))).toEqual([]);
  promiseKept({
    section: "secrets",
    fault,
    promise:
      "no secret in log, outputs, summary, state, command lines, nor in a file after the job; plain or in base64",
    figure: `0 found; ${traces.length} traces looked for`,
  });
}

test("a build gets its secrets byte for byte, and nobody else sees them", async () => {
  const { place, inputs, traces, secrets } = await secretJob("true");
  await using _ = place;
  const hidden = inUrl();
  const main = await place.main({
    ...{ ...inputs, ...login, mirrors: http },
    "driver-opts": `network=host\nenv.SOME_PROXY=http://me:${hidden.text}@proxy.internal`,
    tags: `${auth}/${newRepository()}:1`,
    push: "true",
  });
  expect(main.exitCode, main.log).toBe(0);
  for (const { text } of [secrets.given, secrets.named, secrets.file]) {
    expect(main.log).toContain(createHash("sha256").update(text).digest("hex"));
  }
  const masked = main.log.match(/^::add-mask::.*$/gm)?.join("\n") ?? "";
  for (const trace of [...secrets.given.cores, ...secrets.named.cores]) {
    // The line that is shown is the one that has to be known.
    expect(masked).toMatch(new RegExp(`^::add-mask::(?!.*%0A).*${trace}`, "m"));
  }
  await expectHidden(place, main, [...traces, ...tracesOf([hidden])]);
  // A variable that a secret is in has to get there.
  const environments = (await lines.environments()).split("\n");
  const ofInputs = tracesOf([secrets.given, secrets.file, secrets.token, hidden]);
  expect(environments.filter((line) => line.startsWith("INPUT_"))).toEqual([]);
  expect(environments.filter((line) => ofInputs.some((one) => line.includes(one)))).toEqual([]);
  expect(environments.join().includes(secrets.named.cores[0] ?? "")).toBe(true);
  await expectNoCommandLine("Secrets of every kind, and a build that succeeds", [
    ...onCommandLines(traces, secrets),
    ...tracesOf([hidden]),
  ]);
});

test("line breaks and blanks at the end are kept, and an empty secret is left out", async () => {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = String(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
  const texts = {
    key,
    blanks: "  a b \t",
    json: '{"a":"b","c":"d"}',
    named: "n\n",
    file: "f \n\n",
  };
  expect(key.endsWith("\n")).toBe(true);
  const mounts = Object.keys(texts).map((id) => `--mount=type=secret,id=${id},required=true`);
  const empty = ["none", "no-name", "no-path"];
  const optional = empty.map((id) => `--mount=type=secret,id=${id}`);
  await using place = await job({
    files: {
      Dockerfile: `FROM alpine:3.19
RUN ${mounts.join(" ")} cd /run/secrets && sha256sum *
RUN ${optional.join(" ")} ls -A /run/secrets | wc -l | sed 's/^/empty ones there: /'
`,
      file: texts.file,
    },
    environment: { NAMED: texts.named, EMPTY: "" },
  });
  const given = { builder: builder.name, "no-cache": "true" };
  const main = await place.main({
    ...given,
    secrets: `"key=${key}"\nnone=\njson=${texts.json}\nblanks=${texts.blanks}`,
    "secret-envs": "named=NAMED\nno-name=EMPTY",
    "secret-files": "file=file\nno-path=",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  for (const [name, text] of Object.entries(texts)) {
    expect(main.log).toContain(`${createHash("sha256").update(text).digest("hex")}  ${name}`);
  }
  expect(main.log).toMatch(/empty ones there: 0$/m);
  const warnings = main.log.match(/^::warning::`(?:secrets|secret-\w+)`: .*/gm) ?? [];
  expect(warnings).toHaveLength(empty.length);
});

test("a Dockerfile that requires a secret which is empty fails with BuildKit's message", async () => {
  const dockerfile = "FROM alpine:3.19\nRUN --mount=type=secret,id=token,required=true true\n";
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main({ builder: builder.name, secrets: "token=" });
  await place.post();
  expect(main.exitCode, main.log).toBe(1);
  expect(main.log).toMatch(
    /^::warning::`secrets`: item 1 has nothing after its `=`; secrets are empty for/m,
  );
  expect(main.log).toMatch(/^::error::.*secret token: not found/m);
});

const wrong = newSecret();

test.each<readonly [string, string, () => Readonly<Record<string, string>>, RegExp]>([
  ["a step that fails", "exit 3", () => ({ builder: builder.name }), /exit code: 3/],
  [
    "a registry that refuses the push",
    "true",
    () => ({ builder: builder.name, tags: `${auth}/${newRepository()}:1`, push: "true" }),
    /401|unauthorized|no basic auth/i,
  ],
  [
    "a wrong password",
    "true",
    () => ({ registry: auth, username: "me", password: wrong.text }),
    /no login to/,
  ],
  [
    "inputs that are wrong",
    "true",
    () => ({
      password: wrong.text,
      registries: `${auth}: {username: me, password: a, ${wrong.cores[0]}, pass: ${wrong.cores[1]}}`,
      "registry-auth": `- {a: b} ${wrong.cores[0]}`,
      context: `https://me:${wrong.cores[0]}@github.com/owner/repo.git`,
      secrets: `given=a\n${wrong.text}`,
      "cache-to": `type=s3,secret_access_key=${wrong.cores[0]},${wrong.cores[1]}`,
    }),
    /[5-9] inputs are wrong/,
  ],
])("%s tells no secret", async (what, end, more, words) => {
  const { place, inputs, traces, secrets } = await secretJob(end);
  await using _ = place;
  const main = await place.main({ ...inputs, ...more() });
  expect(main.exitCode, main.log).toBe(1);
  expect(main.log).toMatch(words);
  await expectHidden(place, main, [...traces, ...tracesOf([wrong])]);
  await expectNoCommandLine(`Secrets, and ${what}`, [
    ...onCommandLines(traces, secrets),
    ...tracesOf([wrong]),
  ]);
});

test("a step that is killed while it builds leaves no secret behind", async () => {
  const { place, inputs, traces, secrets } = await secretJob("sleep 20");
  await using _ = place;
  const main = await place.main(
    { ...inputs, builder: builder.name },
    { killAt: /\/run\/secrets\/given$/m },
  );
  expect(main.exitCode).toBe(null);
  await expectHidden(place, main, traces);
  await expectNoCommandLine("Secrets, and SIGKILL in the build", onCommandLines(traces, secrets));
});
