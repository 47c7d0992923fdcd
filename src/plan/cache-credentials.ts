// Credentials of the cache's places, which no command line may show.
import type { CacheEntry } from "../inputs/cache-inputs.ts";
import { csvField } from "./builder-node.ts";

type Variables = Readonly<Record<string, string>>;

// What buildx reads from its environment if an entry lacks it: build/opt.go of docker/buildx.
const variables: Readonly<Record<string, Variables>> = {
  s3: {
    access_key_id: "AWS_ACCESS_KEY_ID",
    secret_access_key: "AWS_SECRET_ACCESS_KEY",
    session_token: "AWS_SESSION_TOKEN",
  },
  gha: { token: "ACTIONS_RUNTIME_TOKEN" },
};

/** The entry without its credentials, and those by the names of buildx's variables. */
export function withoutCredentials(entry: CacheEntry): {
  readonly entry: CacheEntry;
  readonly environment: Variables;
} {
  const names = new Map(Object.entries(variables[entry.type] ?? {}));
  const taken = entry.fields.flatMap(({ key, value }): (readonly [string, string])[] => {
    const name = names.get(key.toLowerCase());
    return name === undefined || !value ? [] : [[name, value]];
  });
  if (taken.length === 0) return { entry, environment: {} };
  const fields = entry.fields.filter(({ key, value }) => !names.has(key.toLowerCase()) || !value);
  const text = fields.map(({ key, value }) => csvField(`${key}=${value}`)).join(",");
  return { entry: { ...entry, text, fields }, environment: Object.fromEntries(taken) };
}
