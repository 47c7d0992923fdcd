import { expect, test } from "vitest";
import { explained } from "../../src/domain/errors.ts";
import { looksLike } from "../../src/report/buildx-checksum-failure.ts";
import { downloadFailure } from "../../src/report/buildx-download-failure.ts";
import { failureText } from "../../src/report/failure-text.ts";

const url = "https://mirror.test/buildx/download/v1.2.3/x";
const now = new Date("2026-01-01T00:00:00Z");

function text(
  words: string,
  status: number | undefined,
  limits: Readonly<Record<string, string>> = {},
): string {
  return failureText(explained(downloadFailure(url, words, { status, limits, now })));
}

test.each<[string, number, Readonly<Record<string, string>>, string]>([
  ["seconds", 429, { "retry-after": "90" }, "wait until 2026-01-01T00:01:30.000Z"],
  [
    "a date",
    403,
    { "retry-after": "Thu, 01 Jan 2026 01:00:00 GMT" },
    "wait until 2026-01-01T01:00:00.000Z",
  ],
  [
    "GitHub's own header",
    403,
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1767229200" },
    "wait until 2026-01-01T01:00:00.000Z",
  ],
  ["nothing", 429, {}, "try again later"],
  ["nonsense", 429, { "retry-after": "soon" }, "try again later"],
])("a limit whose end is told by %s", (_, status, limits, words) => {
  const told = text(`the server answered ${status}`, status, limits);
  expect(told).toContain(`downloading ${url} failed: the server answered ${status}`);
  expect(told).toContain(`mirror.test limits how often it is asked: ${words}, or`);
});

test.each<[string, number | undefined, string]>([
  ["the server answered 403", 403, "mirror.test refuses this runner: name a mirror"],
  ["the server answered 404", 404, "check that this version exists"],
  ["the server answered 407", 407, "give the runner's proxy the user name and password"],
  ["the server answered 502", 502, "try again later"],
  ["ENOSPC: no space left on device, write", undefined, "free space on the runner"],
  ["self-signed certificate in certificate chain", undefined, "in NODE_EXTRA_CA_CERTS"],
  ["getaddrinfo ENOTFOUND mirror.test", undefined, "check that this runner reaches mirror.test"],
])("knows what to try after: %s", (words, status, remedy) => {
  expect(text(words, status)).toContain(`failed: ${words}\nWhat to try: `);
  expect(text(words, status)).toContain(remedy);
});

test.each([
  ["", "an empty file"],
  ["\x7fELF\x02", "a program for Linux"],
  ["MZ\x90", "a program for Windows"],
  ["\n<!doctype HTML><p>", "an HTML page, such as a login or an error page"],
  ['{"message":"Not Found"}', "a JSON text, such as an error of an API"],
  ["#!/bin/sh\n", "a script"],
  ["Not Found\n", "a text"],
  ["\x00\x01", "something else"],
])("%j looks like %s", (start, words) => {
  expect(looksLike(Buffer.from(start, "latin1"))).toBe(words);
});
