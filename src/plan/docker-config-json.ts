// Reads JSON as encoding/json of Go does, with the case of names ignored, and tells what it would refuse.

/** Turns a value into what is kept of it; undefined if nothing is. */
export type Reader = (value: unknown, place: string, odd: (place: string) => void) => unknown;

type Fields = Readonly<Record<string, Reader>>;

export const text: Reader = (value, place, odd) => {
  if (typeof value === "string") return value;
  // `null` leaves a text as it is, and so without one.
  if (value !== null) odd(place);
  return undefined;
};

export const texts: Reader = (value, place, odd) => {
  if (value === null) return undefined;
  if (!Array.isArray(value)) return void odd(place);
  return value.flatMap((item, index) => text(item, `${place}[${index}]`, odd) ?? []);
};

/** @param empty the meaning of `null` instead of an item */
export function mapOf(read: Reader, empty: unknown): Reader {
  return (value, place, odd) => {
    if (value === null) return undefined;
    if (!isObject(value)) return void odd(place);
    const items = Object.entries(value).map(([key, item]): readonly [string, unknown] => [
      key,
      item === null ? empty : read(item, `${place}[${JSON.stringify(key)}]`, odd),
    ]);
    return Object.fromEntries(items.filter(([, item]) => item !== undefined));
  };
}

/** An object with these fields, whatever their case. Of one given twice the last counts; maps are joined. */
export function objectOf(fields: Fields): Reader {
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));
  return (value, place, odd) => {
    if (value === null) return {};
    if (!isObject(value)) return void odd(place);
    const read: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const name = names.get(key.toLowerCase());
      if (name === undefined) {
        read[key] = item;
        continue;
      }
      const kept = fields[name]?.(item, place === "" ? key : `${place}.${key}`, odd);
      if (kept === undefined) continue;
      const before = read[name];
      read[name] = isObject(before) && isObject(kept) ? { ...before, ...kept } : kept;
    }
    return read;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
