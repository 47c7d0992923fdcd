// The README names every host that the code knows, and every file that opens connections is known.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: withoutComments(readFileSync(join(root, "src", name), "utf8")) }));

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(?:\/\/|\*|\/\*\*|import type ).*$/gm, "");
}

// They name forms, and are not asked.
const identifiers = [
  ...["slsa.dev", "semver.org", "in-toto.io"],
  ...["sigstore.dev", "actions.github.io"],
];

test("the README's table has every host that stands in the code", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, table = ""] = /^## What it asks for over the network$(.*?)^## /ms.exec(readme) ?? [];
  const hosts = sources.flatMap(({ text }) =>
    Array.from(
      text.matchAll(/(?:https?:\/\/|")((?:[a-z0-9-]+\.)+(?:com|io|dev|org))\b/g),
      ([, host = ""]) => host,
    ),
  );
  const asked = [...new Set(hosts)].filter((host) => !identifiers.includes(host));
  expect(asked).toContain("github.com");
  expect(asked.filter((host) => !table.includes(`\`${host}\``))).toEqual([]);
});

test("connections are opened in these files alone; one more belongs into the README's table", () => {
  const opening =
    /(?:from |import\()"(?:node:(?:https?|http2|net|tls|dgram)|undici)"|"@actions\/(?:http-client|tool-cache)[^"]*"|\bfetch\(/;
  const files = sources.filter(({ text }) => opening.test(text)).map(({ name }) => name);
  expect(files.sort()).toEqual([
    // These only tell whether a text is an address.
    "domain/address.ts",
    "domain/no-proxy.ts",
    "effects/buildx-tool-cache.ts",
    "effects/http-client.ts",
    "effects/http-request.ts",
    // The authorities that the machine trusts alone.
    "effects/registry-connections.ts",
    "effects/registry-peer-certificates.ts",
  ]);
});
