// The values of expressions in rules, labels and annotations, for an event.
import { type Expression, renderTemplate, type Template } from "../domain/template.ts";
import type { Event } from "./event-facts.ts";
import { formatDate } from "./names-date-format.ts";

/** The event, and the instants that dates are made of, in milliseconds since 1970. */
export type Moment = { readonly event: Event; readonly now: number; readonly committed: number };

// https://docs.github.com/actions/reference/events-that-trigger-workflows: these have no branch of
// their own, and run on the default branch.
const onDefaultBranch = /create|discussion|issues|schedule/;

/** The template's text; values in `more` override the event's. */
export function render(
  template: Template,
  moment: Moment,
  more: Readonly<Record<string, string>> = {},
): string {
  return renderTemplate(
    template,
    (expression) => more[expression.name] ?? expressionValue(expression, moment),
  );
}

/** The same for a tag, with Handlebars' escapes, which existing tags contain. */
export function renderTag(
  template: Template,
  moment: Moment,
  more: Readonly<Record<string, string>> = {},
): string {
  return renderTemplate(template, (expression) => {
    const value = more[expression.name] ?? expressionValue(expression, moment);
    return expression.unescaped ? value : escapeHtml(value);
  });
}

function expressionValue({ name, format = "", zone }: Expression, moment: Moment): string {
  const { event, now, committed } = moment;
  switch (name) {
    case "branch":
      return afterPrefix(event.ref, "refs/heads/");
    case "tag":
      return afterPrefix(event.ref, "refs/tags/");
    case "sha":
      return event.shortSha;
    case "base_ref":
      return event.baseRef;
    case "is_default_branch":
      return String(isDefaultBranch(event));
    case "is_not_default_branch":
      return String(!isDefaultBranch(event));
    case "date":
      return formatDate(now, format, zone);
    case "commit_date":
      return formatDate(committed, format, zone);
    default:
      throw new Error(`no template takes \`{{${name}}}\` here`);
  }
}

/** What follows the prefix; nothing if the text does not begin with it. */
export function afterPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : "";
}

function isDefaultBranch({ ref, name, about }: Event): boolean {
  const branch = ref.replace(/^refs\/heads\//, "");
  if (branch === "") return false;
  return about?.defaultBranch === branch || onDefaultBranch.test(name);
}

// lib/handlebars/utils.js of handlebars
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#x27;",
    "`": "&#x60;",
    "=": "&#x3D;",
  };
  return text.replace(/[&<>"'`=]/g, (sign) => entities[sign] ?? sign);
}
