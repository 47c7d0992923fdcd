// Items that are a CSV record of `key=value` fields, as `--output`, `--cache-to` and `--attest` have.
import { messageOf } from "../domain/message-of.ts";
import type { Complain } from "./fields.ts";
import { splitList } from "./list.ts";

export type Attributes = {
  /** The record as given, for buildx to read. */
  readonly text: string;
  /** Its fields in their order; one without `=` has no value. */
  readonly fields: readonly Field[];
};

type Field = { readonly key: string; readonly value: string | undefined };

/** Reads one record; one that can't be read is complained of, and has no fields. */
export function readAttributes(input: string, text: string, complain: Complain): Attributes {
  try {
    return { text, fields: splitList(text, { commas: "outside quotes" }).map(fieldOf) };
  } catch (error) {
    // The item itself may hold a token.
    complain(
      input,
      `has an item that is not a list of \`key=value\`: ${messageOf(error)}; close each \`"\`, and write \`""\` for one inside`,
    );
    return { text, fields: [] };
  }
}

function fieldOf(text: string): Field {
  const equals = text.indexOf("=");
  if (equals < 0) return { key: text, value: undefined };
  return { key: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}

/** The value under `key`; undefined if there is none. */
export function attribute({ fields }: Attributes, key: string): string | undefined {
  return fields.find((field) => field.key === key)?.value;
}
