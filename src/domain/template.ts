// Text with expressions in it, in the form that Handlebars gives them: `v{{major}}-{{date 'YYYY'}}`.
import { didYouMean } from "./nearest.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** The names that an expression may use, by where it is used. */
const names = {
  event: [
    ...["branch", "tag", "sha", "base_ref", "is_default_branch", "is_not_default_branch"],
    ...["date", "commit_date"],
  ],
  date: ["date", "commit_date"],
  version: ["raw", "version", "major", "minor", "patch"],
};

export type TemplateField = keyof typeof names;

/** Literal text, and the expressions to fill in. */
export type Template = readonly (string | Expression)[];

export type Expression = {
  readonly name: string;
  /** A date's format and its time zone. */
  readonly format: string | undefined;
  readonly zone: string;
  /** Written `{{{so}}}`: Handlebars escapes for HTML what is not. */
  readonly unescaped: boolean;
};

const pieces = /(\{\{\{[^{}]*\}\}\}|\{\{[^{}]*\}\})/;
const inside = /^\{\{(\{?)\s*([\w.]+)(.*?)\s*\}?\}\}$/s;
const argument = /\s+(?:(\w+)\s*=\s*)?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/gy;
const example = "`{{date 'YYYYMMDD' tz='Europe/Paris'}}`";

/** Reads a text; an expression that `place` does not have is refused. */
export function parseTemplate(text: string, place: TemplateField): Parsed<Template> {
  const template: (string | Expression)[] = [];
  for (const piece of text.split(pieces)) {
    if (!pieces.test(piece)) {
      if (piece.includes("{{"))
        return refused(
          `\`${text}\` has a \`{{\` that is not closed; what has a comma in it stands in \`"…"\` as a whole`,
        );
      if (piece !== "") template.push(piece);
      continue;
    }
    const expression = parseExpression(piece, place);
    if (!expression.ok) return expression;
    template.push(expression.value);
  }
  return parsed(template);
}

function parseExpression(text: string, place: TemplateField): Parsed<Expression> {
  const [, brace, name = "", rest = ""] = inside.exec(text) ?? [];
  const known = names[place];
  if (!known.includes(name)) {
    const hint = didYouMean(name, known, (near) => `{{${near}}}`) || ".";
    const list = known.map((word) => `\`{{${word}}}\``).join(", ");
    return refused(`\`${text}\` is not an expression here${hint} There are ${list}`);
  }
  const found = [...rest.matchAll(argument)];
  const [first] = found.filter(([, key]) => key === undefined);
  const zone = found.find(([, key]) => key === "tz");
  const isDate = name === "date" || name === "commit_date";
  const wanted = isDate ? [first, ...(zone === undefined ? [] : [zone])] : [];
  const whole = found.map(([match]) => match).join("") === rest;
  if (!whole || found.length !== wanted.length || wanted.includes(undefined)) {
    return refused(
      isDate
        ? `\`${text}\` takes a format in quotes, and if need be a time zone, such as ${example}`
        : `\`${text}\` takes nothing but its name: \`{{${name}}}\``,
    );
  }
  const tz = zone === undefined ? "UTC" : textOf(zone);
  if (!isTimeZone(tz)) {
    return refused(`\`${text}\`: \`${tz}\` is not a time zone; one is \`Europe/Paris\``);
  }
  const format = first === undefined ? undefined : textOf(first);
  return parsed({ name, format, zone: tz, unescaped: brace !== "" });
}

function textOf([, , single, double]: RegExpExecArray): string {
  return single?.replaceAll("\\'", "'") ?? double?.replaceAll('\\"', '"') ?? "";
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** Whether the text is one expression of that name, and nothing else. */
export function isOnly(template: Template, name: string): boolean {
  const [first, ...more] = template;
  return more.length === 0 && typeof first === "object" && first.name === name;
}

/** The text with every expression filled in by `fill`. */
export function renderTemplate(
  template: Template,
  fill: (expression: Expression) => string,
): string {
  return template.map((part) => (typeof part === "string" ? part : fill(part))).join("");
}
