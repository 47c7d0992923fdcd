import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../src/inputs/fields.ts";
import { readSigning } from "../../src/inputs/sign-inputs.ts";

const pem = generateKeyPairSync("ec", { namedCurve: "P-256" })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString()
  .trim();

async function read(given: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  const fields = fieldsOf(new Map(Object.entries(given)), (name, problem) => {
    problems.push(`${name}: ${problem}`);
  });
  return { inputs: await readSigning(fields), problems };
}

test("nothing is signed unless it is asked for", async () => {
  expect(await read({})).toEqual({
    inputs: { sign: "false", key: undefined, services: undefined, attest: false },
    problems: [],
  });
});

test("a key may have no password, and a Sigstore no services", async () => {
  const { inputs, problems } = await read({ sign: "true", "sign-key": pem, sigstore: "{}" });
  expect(problems).toEqual([]);
  expect(inputs.key).toEqual({ pem, password: "" });
  expect(inputs.services).toEqual({
    ...{ fulcio: undefined, rekor: undefined, tsa: undefined, trustedRoot: undefined },
  });
});

test("the services of a private Sigstore are URLs, with or without a slash at the end", async () => {
  const { inputs, problems } = await read({
    sign: "true",
    sigstore: [
      "fulcio: https://fulcio.internal/",
      "rekor: https://rekor.internal",
      "rekor-version: 2",
      "tsa: http://tsa.internal:3000/api/v1/timestamp",
      "trusted-root: trusted_root.json",
    ].join("\n"),
  });
  expect(problems).toEqual([]);
  expect(inputs.services).toEqual({
    fulcio: "https://fulcio.internal",
    rekor: { url: "https://rekor.internal", version: 2 },
    tsa: "http://tsa.internal:3000/api/v1/timestamp",
    trustedRoot: "trusted_root.json",
  });
});

describe("each mistake is told", () => {
  test.each([
    [{ sign: "yes" }, "sign: `yes` is not one of `false`, `true`, `auto`"],
    [{ sign: "true", "sign-key": "cosign.key" }, "sign-key: is no private key; give the text"],
    [{ sign: "true", "sign-key": `${pem.slice(0, 60)}…` }, "sign-key: is no private key"],
    [{ sign: "true", "sign-key-password": "x" }, "sign-key-password: there is no key"],
    [{ "sign-key": pem }, "sign-key: has no effect with `sign: false`"],
    [{ sigstore: "{}" }, "sigstore: has no effect without"],
    [{ sign: "true", sigstore: "[" }, "sigstore: is not YAML"],
    [{ sign: "true", sigstore: "fulcio.internal" }, "sigstore: takes a mapping, as in `fulcio:"],
    [{ sign: "true", sigstore: "fulcio: fulcio.internal" }, "sigstore: `fulcio` takes a URL"],
    [{ sign: "true", sigstore: "fulcioo: https://a.test" }, "did you mean `fulcio`?"],
    [
      {
        sign: "true",
        sigstore: "{fulcio: https://a.test, rekor: https://a.test, rekor-version: 3}",
      },
      "`rekor-version` takes `1` or `2`",
    ],
    [{ sign: "true", sigstore: "rekor: https://a.test" }, "sigstore: has no `fulcio`"],
    [{ sign: "auto", sigstore: "{}" }, "sigstore: has no `fulcio`"],
    [{ attest: "true", sigstore: "{}" }, "sigstore: has no `fulcio`"],
    [
      { sign: "true", sigstore: "fulcio: https://a.test" },
      "sigstore: has neither `rekor` nor `tsa`",
    ],
    [
      {
        sign: "true",
        sigstore: "{fulcio: https://a.test, rekor: https://a.test, rekor-version: 2}",
      },
      "sigstore: has no `tsa`",
    ],
  ])("%o", async (given, problem) => {
    expect((await read(given)).problems).toEqual([expect.stringContaining(problem)]);
  });
});

test("no complaint shows a key", async () => {
  const broken = pem.replace("-----END", "----END");
  const { problems } = await read({ sign: "true", "sign-key": broken });
  expect(problems.join("\n")).not.toContain(broken.slice(30, 60));
});
