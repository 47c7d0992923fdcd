import { expect, test } from "vitest";
import { explained } from "../../src/domain/errors.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { imageFailure } from "../../src/report/tool-image-failure.ts";

const failed = (words: string) =>
  failureText(
    explained(
      imageFailure("BuildKit's image", [
        { reference: "one/a:1", words: "unexpected EOF" },
        { reference: "two/a:1", words },
        { reference: "one/a:1", words: "manifest unknown" },
      ]),
    ),
  );

test("names each reference once, with the last words on it", () => {
  expect(failed("two\nlines")).toBe(
    [
      "BuildKit's image could not be pulled. Tried, in this order:",
      "- one/a:1: manifest unknown",
      "- two/a:1: two lines",
      "What to try: in `mirrors`, name registries that have the image, or pull it on the engine's machine beforehand",
    ].join("\n"),
  );
});

test.each([
  ["http: server gave HTTP response to HTTPS client", "`insecure-registries`"],
  ["x509: certificate signed by unknown authority", "`/etc/docker/certs.d/HOST:PORT/ca.crt`"],
  ["no basic auth credentials", "log in to the registry"],
  ["toomanyrequests: pull rate limit", "log in with `registry-auth`"],
])("knows what to try after %j", (words, remedy) => {
  expect(failed(words)).toContain(remedy);
});
