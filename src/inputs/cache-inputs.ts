// The inputs of the build's cache.
import { notOneOf } from "../domain/nearest.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";
import { type Attributes, attribute, readAttributes } from "./attributes.ts";
import type { Complain, Fields } from "./fields.ts";

export type CacheInputs = {
  /** Whether to ask for newer base images, whatever the builder holds. */
  readonly pull: boolean;
  readonly noCache: boolean;
  /** Stages that are built anew. */
  readonly noCacheFilters: readonly string[];
  readonly from: readonly CacheEntry[];
  readonly to: readonly CacheEntry[];
};

/** A cache backend; a bare image name is a registry's. */
export type CacheEntry = Attributes & { readonly type: string };

const placeholder = /\{\{\s*platform\s*\}\}/g;

// https://docs.docker.com/build/cache/backends/
const types = ["registry", "local", "gha", "s3", "azblob", "inline"];
const needed = new Map([
  ["registry", { from: "ref", to: "ref", example: "type=registry,ref=ghcr.io/owner/app:cache" }],
  ["local", { from: "src", to: "dest", example: "type=local,PLACE=path/to/cache" }],
]);

/** @param platforms those that are built; `{{platform}}` stands for them */
export function readCache(fields: Fields, platforms: readonly Platform[]): CacheInputs {
  const place = platforms.map(formatPlatform).sort().join("-").replaceAll("/", "-");
  const cache = {
    pull: fields.flag("pull", false),
    noCache: fields.flag("no-cache", false),
    noCacheFilters: fields.list("no-cache-filters", { commas: true }),
    from: readEntries(fields, "cache-from", place),
    to: readEntries(fields, "cache-to", place),
  };
  complainOfCredentials([...cache.from, ...cache.to], fields.complain);
  return cache;
}

// buildx gets them in its environment, if there is one place for each.
function complainOfCredentials(entries: readonly CacheEntry[], complain: Complain): void {
  for (const [type, key] of [
    ...[["s3", "access_key_id"] as const, ["s3", "secret_access_key"] as const],
    ...[["s3", "session_token"] as const, ["gha", "token"] as const],
  ]) {
    const given = entries.filter((entry) => entry.type === type);
    const values = new Set(given.flatMap((entry) => attribute(entry, key) || []));
    if (values.size < 2) continue;
    complain(
      "cache-to",
      `has a different \`${key}\` from \`cache-from\` or from another of its lines; a run can use only one for \`type=${type}\``,
    );
  }
}

function readEntries(
  fields: Fields,
  input: "cache-from" | "cache-to",
  place: string,
): readonly CacheEntry[] {
  const { complain } = fields;
  return fields.list(input, { commas: false }).flatMap((item) => {
    const text = item.replaceAll(placeholder, place);
    if (text !== item && place === "") {
      complain(input, "`{{platform}}` stands for `platforms`, which is empty; set it");
    }
    return cacheEntries(input, text, complain);
  });
}

/** Reads what `--cache-from` or `--cache-to` takes: one entry, or the names of several images. */
export function cacheEntries(
  input: "cache-from" | "cache-to",
  text: string,
  complain: Complain,
): readonly CacheEntry[] {
  const attributes = readAttributes(input, text, complain);
  const names = attributes.fields.map(({ key }) => key);
  // util/buildflags/cache.go of docker/buildx: images' names, separated by commas.
  if (attributes.fields.every(({ value }) => value === undefined)) {
    return names.map((name) => registryEntry(name));
  }
  const type = attribute(attributes, "type") ?? "";
  complainOf({ ...attributes, type }, input, complain);
  return [{ ...attributes, type }];
}

function registryEntry(name: string): CacheEntry {
  const fields = [
    { key: "type", value: "registry" },
    { key: "ref", value: name },
  ];
  return { text: `type=registry,ref=${name}`, type: "registry", fields };
}

function complainOf(entry: CacheEntry, input: "cache-from" | "cache-to", complain: Complain): void {
  const { type, fields } = entry;
  // What is not `key=value` may be a secret's rest, and is not shown.
  if (fields.some(({ value }) => value === undefined)) {
    complain(
      input,
      "has an attribute without a value; write `key=value`, as in `type=gha,mode=max`",
    );
  } else if (type === "") {
    complain(input, "has an item without `type=`; write, for example, `type=gha,mode=max`");
  } else if (!types.includes(type)) {
    complain(input, notOneOf(type, types));
  }
  const { [input === "cache-to" ? "to" : "from"]: place, example } = needed.get(type) ?? {};
  if (place !== undefined && !attribute(entry, place)) {
    const shown = example?.replace("PLACE", place);
    complain(input, `\`type=${type}\` needs \`${place}=\`, as in \`${shown}\``);
  }
}

const secretKeys = /^(?:token|ghtoken|secret_access_key|session_token)$/i;

/** The passwords and tokens among an entry's values. */
export function secretsOfCache({ from, to }: CacheInputs): readonly string[] {
  return [...from, ...to].flatMap(({ fields }) =>
    fields.flatMap(({ key, value }) => (secretKeys.test(key) && value ? [value] : [])),
  );
}
