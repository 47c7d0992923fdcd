// The expressions of workflows: `${{ … }}`.
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

export type Value = unknown;
export type Values = Readonly<Record<string, Value>>;

/** What `success()`, `failure()` and `cancelled()` are; `always()` is true. */
export type Status = "success" | "failure" | "cancelled";

/** Each of the values, evaluated. */
export function evaluatedAll(values: Values = {}, contexts: Values): Values {
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([name, value]) => [name, evaluated(value, contexts)]));
}

/** Values with their `${{ }}` evaluated; one that is nothing else keeps its type. */
export function evaluated(value: Value, contexts: Values): Value {
  if (Array.isArray(value)) return value.map((one) => evaluated(one, contexts));
  if (typeof value === "object" && value !== null) return evaluatedAll(value as Values, contexts);
  if (typeof value !== "string") return value;
  const alone = inside(value);
  if (alone !== undefined) return plain(resultOf(alone, contexts)) ?? "";
  return value.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) =>
    resultOf(expression, contexts).coerceString(),
  );
}

/** Whether a job or step with this `if` runs; without a function of the status, only on success. */
export function isToRun(condition: Value, contexts: Values, status: Status): boolean {
  const text = String(condition ?? "success()");
  const expression = inside(text) ?? text;
  const asksStatus = /\b(?:success|failure|cancelled|always)\s*\(/.test(expression);
  if (!asksStatus && status !== "success") return false;
  return isTruthy(plain(resultOf(expression, contexts, status)));
}

function inside(text: string): string | undefined {
  return /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(text.trim())?.[1];
}

function isTruthy(value: Value): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false && value !== 0;
}

function resultOf(
  expression: string,
  contexts: Values,
  status: Status = "success",
): data.ExpressionData {
  const answers = {
    success: status === "success",
    failure: status === "failure",
    cancelled: status === "cancelled",
    always: true,
  };
  const functions = Object.entries(answers).map(([name, answer]) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(answer),
  }));
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const byName = new Map(functions.map((one) => [one.name, one]));
  return new Evaluator(parsed, context, byName).evaluate();
}

function plain(result: data.ExpressionData): Value {
  return JSON.parse(JSON.stringify(result, data.replacer));
}
