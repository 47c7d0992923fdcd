// The expressions of workflows: `${{ … }}`.
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

export type Value = unknown;
export type Values = Readonly<Record<string, Value>>;

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
  const alone = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value.trim());
  if (alone !== null) return plain(resultOf(alone[1] ?? "", contexts)) ?? "";
  return value.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) =>
    resultOf(expression, contexts).coerceString(),
  );
}

function resultOf(expression: string, contexts: Values): data.ExpressionData {
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), []).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, context).evaluate();
}

function plain(result: data.ExpressionData): Value {
  return JSON.parse(JSON.stringify(result, data.replacer));
}
