// Releases of buildx that are not what they should be.
import type { Texts } from "../../scripts/run-action.ts";
import { stackBuildx } from "./machine-without-buildx.ts";
import { type Answer, body, cutShort, file, stalled } from "./release-server.ts";

export const { program, platform, sum } = await stackBuildx();

// No release that this action knows: what is served under it goes by checksums.txt.
export const wrong = "0.29.1";
export const wrongAsset = `buildx-v${wrong}.${platform}`;
export const paths = {
  program: `/download/v${wrong}/${wrongAsset}`,
  sums: `/download/v${wrong}/checksums.txt`,
};
export const zeros = "0".repeat(64);
export const sums = body(`${zeros} *${wrongAsset}\n`);

/** What a release gives, and the words of the error. */
export type Fault = {
  readonly sums?: Answer;
  readonly program?: (marker: string) => Answer;
  readonly inputs?: Texts;
  readonly words: readonly (string | RegExp)[];
};

/** A program that tells that it was run. */
export const script = (marker: string) => `#!/bin/sh\ntouch '${marker}'\n`;

export const faults: readonly (readonly [string, Fault])[] = [
  [
    "another program than the sum is of",
    { sums, words: [`Expected SHA-256 ${zeros}`, "checksums.txt), got ", "look like a script"] },
  ],
  [
    "the program's start, as if it were all",
    {
      sums: body(`${sum} *${wrongAsset}\n`),
      program: () => body("\x7fELF and no more"),
      words: [`Expected SHA-256 ${sum}`, "16 bytes, which look like a program for Linux"],
    },
  ],
  [
    "an HTML page with status 200",
    {
      sums,
      program: () => body("<!DOCTYPE html><title>Log in</title>"),
      words: ["look like an HTML page, such as a login or an error page"],
    },
  ],
  [
    "404 for the program",
    {
      sums,
      program: () => body("Not Found", { status: 404 }),
      words: [
        /downloading https:\S+linux-\w+ failed: the server answered 404%0AWhat to try: check/,
      ],
    },
  ],
  [
    "no checksums.txt",
    {
      sums: body("Not Found", { status: 404 }),
      words: [/downloading https:\S+\/checksums.txt failed: the server answered 404/],
    },
  ],
  [
    "a checksums.txt that ends within the sum",
    {
      sums: body(`${zeros} *other\n${zeros.slice(0, 60)}`),
      words: [`checksums.txt has no SHA-256 for ${wrongAsset}`, "was not downloaded"],
    },
  ],
  [
    "403 with the headers of a limit",
    {
      sums,
      program: () =>
        body("rate limit", {
          status: 403,
          headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1893456000" },
        }),
      words: ["localhost:", "wait until 2030-01-01T00:00:00.000Z", "`buildx-download-url`"],
    },
  ],
  [
    "other bytes than the checksum given, though checksums.txt knows them",
    {
      sums: body(`${sum} *${wrongAsset}\n`),
      program: () => file(program),
      inputs: { "buildx-checksum": zeros },
      words: [`Expected SHA-256 ${zeros} (from \`buildx-checksum\`), got ${sum}`],
    },
  ],
  [
    "a connection that is cut within the program",
    {
      sums,
      program: (marker) => cutShort(script(marker)),
      inputs: { "retry-timeout": "0" },
      words: [/failed: .+What to try:/],
    },
  ],
  [
    "a connection that is cut within checksums.txt",
    {
      sums: cutShort(`${zeros} *${wrongAsset}\n`),
      inputs: { "retry-timeout": "2s" },
      words: [/checksums.txt failed: .+What to try/],
    },
  ],
  [
    "a program that stalls",
    {
      sums,
      program: (marker) => stalled(script(marker)),
      words: ["failed: no byte came for 60 seconds", "What to try: check that this runner reaches"],
    },
  ],
];
