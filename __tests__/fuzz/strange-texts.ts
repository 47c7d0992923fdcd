// Texts that a workflow may hand over by mistake or out of malice.
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";

/** A file that is there as soon as a shell has read one of the texts. */
export const canary = join(tmpdir(), `crossbuild-canary-${process.pid}`);

const pieces = [
  ...["", " ", "\t", "\n", "\r\n", "\r", "a\nb", "\0", "a\0b", "\u001b[31m", "\u007f", "\ufeff"],
  ...["-", "--", "-o", "--push", "--output=type=local,dest=/", "--builder=other", "-- "],
  ...['"', '""', '"a', 'a"b"c', "'", "\\", "\\n", '\\"', ",", ",,", "a,b", "=", "a=", "=a", "=="],
  ...[`$(touch ${canary})`, `\`touch ${canary}\``, `; touch ${canary};`, `| touch ${canary}`],
  ...[`&& touch ${canary}`, `\n touch ${canary}\n`, `"; touch ${canary}; "`, "$HOME", "~", "*"],
  ...["%", "%0A", "%0D%0A::error::x", "::error::x", "::add-mask::a", "::set-output name=a::b"],
  ...["##[error]x", "::stop-commands::x", "日本語", "שלום", "\u202eabc", "é", "e\u0301", "🐳"],
  ...["\u{1f468}\u200d\u{1f469}", "\ud800", "\udfff", "İ", "ß", "\u2028"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "null", "undefined"],
  ...["NaN", "true", "True", "TRUE", "false", "yes", "auto", "all", "0", "-1", "1e999", "latest"],
  ...[
    "{{",
    "}}",
    "{{{",
    "{{x}}",
    "{{date 'YYYY' tz='No/Where'}}",
    "{{defaultContext}}",
    "$" + "{{ a }}",
  ],
  ...[
    "#",
    "# a",
    "- a",
    "{a: b}",
    "[",
    "]",
    "{",
    "}",
    ":",
    "::",
    "&a",
    "*a",
    "!!js/x y",
    "? a",
    "|",
  ],
  ...["a: b", "<<: *a", "@", "@sha256:", "a@b@c", "/", "//", "..", "../../etc/passwd", "/dev/null"],
  ...[
    "http://",
    "https://a b",
    "tcp://",
    "type=",
    "type=local",
    "dest=-",
    "[a]",
    "a.b.",
    ".a",
    "(",
    "/(/x",
  ],
];

const short: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...pieces) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 6 }),
        fc.constantFrom("", "\n", ",", "=", "a"),
      )
      .map(([parts, glue]) => parts.join(glue)),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
);

const long: fc.Arbitrary<string> = fc
  .constantFrom(...pieces, "a", "a-", "a.", "a/", "a,")
  .map((piece) => (piece || "x").repeat(Math.ceil(100_000 / (piece.length || 1))));

/** One of them, several, or what no one thought of; seldom one of 100 kB. */
export const strangeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 200, arbitrary: short },
  { weight: 1, arbitrary: long },
);

/** A sound text with one thing wrong, which may leave it sound. */
export function mutated(sound: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(sound, strangeText, fc.nat(), fc.constantFrom("insert", "replace", "cut", "double"))
    .map(([text, strange, place, kind]) => {
      const at = place % (text.length + 1);
      const [before, after] = [text.slice(0, at), text.slice(at)];
      if (kind === "insert") return before + strange + after;
      if (kind === "replace") return before + strange + after.slice(1);
      if (kind === "cut") return before + after.slice(1);
      return before + after + after;
    });
}

/** What a program can be given in one argument, 128 kB at most; neither its ends nor all is blank. */
export const item: fc.Arbitrary<string> = fc
  .oneof({ weight: 2000, arbitrary: short }, { weight: 1, arbitrary: long })
  .map((text) => text.replaceAll("\0", "").toWellFormed().slice(0, 30_000).toWellFormed().trim())
  .filter((text) => text !== "");
