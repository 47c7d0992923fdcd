import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseChallenges } from "../../src/domain/challenge.ts";
import { settings } from "../fuzz/runs.ts";

const bearer = { scheme: "bearer", parameters: { realm: "https://a/token", service: "s" } };
const basic = { scheme: "basic", parameters: { realm: "r" } };

/** The challenges, with plain objects to compare. */
const read = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => ({
    scheme,
    parameters: Object.fromEntries(parameters),
  }));

describe("what servers send", () => {
  test.each([
    ["", []],
    ["Negotiate", [{ scheme: "negotiate", parameters: {} }]],
    ['Bearer realm="https://a/token",service="s"', [bearer]],
    ['bearer REALM="https://a/token", Service=s', [bearer]],
    ["Bearer realm = https://a/token ,\tservice\t=\ts", [bearer]],
    ['Bearer realm="https://a/token",service="s", Basic realm="r"', [bearer, basic]],
    ['Basic realm="r", Bearer realm="https://a/token",service="s"', [basic, bearer]],
    ['Negotiate, Basic realm="r"', [{ scheme: "negotiate", parameters: {} }, basic]],
    ['NTLM dGVzdA==, Basic realm="r"', [{ scheme: "ntlm", parameters: {} }, basic]],
    [', ,Basic realm="r",,', [basic]],
    [
      'Basic realm="a \\"b\\", Bearer c"',
      [{ scheme: "basic", parameters: { realm: 'a "b", Bearer c' } }],
    ],
    [
      'Basic realm="r", charset="UTF-8"',
      [{ scheme: "basic", parameters: { realm: "r", charset: "UTF-8" } }],
    ],
    [
      'Basic realm="r"; junk, Bearer realm="x"',
      [basic, { scheme: "bearer", parameters: { realm: "x" } }],
    ],
    ['Basic realm="r', [basic]],
    ['realm="r", Basic realm="r"', [basic]],
  ])("%s", (header, challenges) => {
    expect(read(header)).toEqual(challenges);
  });
});

const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/);
const blanks = fc.stringMatching(/^[ \t]{0,3}$/);
const value = fc.oneof(fc.string(), token, fc.constantFrom('"', "\\", 'a="b", c', "Basic x=y"));
const given = fc.record({
  scheme: token,
  parameters: fc.uniqueArray(fc.record({ name: token, value, before: blanks, after: blanks }), {
    selector: ({ name }) => name.toLowerCase(),
    maxLength: 4,
  }),
});

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, "\\$&")}"`;

test("whatever is written is read, also several in one header", () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 4 }), (challenges) => {
      const header = challenges.map(({ scheme, parameters }) => {
        const pairs = parameters.map(
          ({ name, value, before, after }) => `${name}${before}=${after}${quoted(value)}`,
        );
        return `${scheme} ${pairs.join(",")}`;
      });
      expect(read(header.join(", "))).toEqual(
        challenges.map(({ scheme, parameters }) => ({
          scheme: scheme.toLowerCase(),
          parameters: Object.fromEntries(
            parameters.map(({ name, value }) => [name.toLowerCase(), value]),
          ),
        })),
      );
    }),
    settings(0.1),
  );
});

test("any text has an end, and is read soon", () => {
  const part = fc.constantFrom('"', "\\", "=", ",", " ", "a", "Basic ", 'realm="', "\t");
  const text = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 200 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (header) => {
      for (const { scheme } of parseChallenges(header)) expect(scheme).not.toBe("");
    }),
    settings(0.1),
  );
  const start = performance.now();
  for (const piece of ["a", '"', "a=", 'a="\\', ", "]) parseChallenges(piece.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
