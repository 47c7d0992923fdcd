// Secrets in inputs that are nearly as they should be: no refusal quotes one, no command line has one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../src/domain/errors.ts";
import { failureText } from "../../src/report/failure-text.ts";
import { maskFor, secretsOfTexts } from "../../src/runner/secrets.ts";
import { eventFor } from "../plan/events.ts";
import { inCheckout } from "./checkout.ts";
import { settings } from "./runs.ts";
import { strangeText } from "./strange-texts.ts";
import { type Given, planFor, raw } from "./way.ts";

inCheckout();

const mark = "hunter2c0ffee";
const event = eventFor("push refs/heads/main");

// Input → a value around the secret.
const around: readonly (readonly [string, string, string])[] = [
  ["password", "", ""],
  ["github-token", "", ""],
  ["secrets", "npm=", ""],
  ["secrets", '"npm=a\n', '"'],
  ["secrets", "", ""],
  ["registry-auth", "- {registry: ghcr.io, username: octocat, password: ", "}"],
  ["registry-auth", "- registry: ghcr.io\n  username: octocat\n  password: '", "'\n"],
  ["registries", "a.b:5000: {username: me, password: ", "}"],
  ["cache-to", "type=s3,region=a,bucket=b,access_key_id=c,secret_access_key=", ""],
  ["cache-from", "type=gha,token=", ",mode=max"],
  ["context", "https://me:", "@github.com/owner/repo.git"],
  ["context", "https://", "@github.com/owner/repo.git"],
  ["build-contexts", "a=https://me:", "@github.com/owner/repo.git#main"],
  ["file", "https://me:", "@host/Dockerfile"],
  ["driver-opts", "env.HTTP_PROXY=http://me:", "@proxy:3128"],
  ["append", "- endpoint: tcp://a:1\n  driver-opts: env.HTTPS_PROXY=http://me:", "@proxy"],
  ["registry", "https://me:", "@ghcr.io"],
  ["mirrors", "me:", "@mirror.internal"],
  ["buildx-download-url", "https://me:", "@mirror.internal/releases"],
];

const given: fc.Arbitrary<Given> = fc
  .tuple(fc.constantFrom(...around), strangeText, fc.nat(), fc.boolean())
  .map(([[name, before, after], strange, place, sound]) => {
    const whole = before + mark + after;
    const places = Array.from({ length: whole.length + 1 }, (_, at) => at).filter(
      // Neither in the secret, nor in what makes it the password of a URL, or an attribute's value.
      (at) =>
        at <= (/@|key=|token=/.test(whole) ? 0 : before.length) || at > before.length + mark.length,
    );
    const cut = places[place % places.length] ?? 0;
    const value = sound ? whole : whole.slice(0, cut) + strange + whole.slice(cut);
    const rest = name === "password" ? { username: "me" } : {};
    return { ...rest, [name]: value };
  });

test("a secret is neither quoted in a refusal nor put on a command line", async () => {
  const ended = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(given, async (inputs) => {
      try {
        const { build, builder } = await planFor(inputs, event);
        const commands = builder.kind === "create" ? [...builder.create, builder.boot] : [];
        expect(JSON.stringify([build.command, build.notes, commands])).not.toContain(mark);
        ended.taken += 1;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expect(failureText(error)).not.toContain(mark);
        ended.refused += 1;
      }
    }),
    settings(0.2),
  );
  expect(Math.min(ended.taken, ended.refused)).toBeGreaterThan(0);
}, 240_000);

test("secrets of wrong inputs are known, whole and line by line", () => {
  const masked: string[] = [];
  const mask = maskFor({ mask: (value) => masked.push(value) });
  mask(
    secretsOfTexts(
      raw({ password: "first line\n{\nlast%20line", context: "https://me:p%40ss@host/a" }),
    ),
  );
  expect(masked).toEqual(
    expect.arrayContaining([
      "first line\n{\nlast%20line",
      "first line",
      "last%20line",
      "p%40ss",
      "p@ss",
    ]),
  );
  expect(masked).not.toContain("{");
});
