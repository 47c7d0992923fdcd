// The build's cache sources and destinations, with safe defaults.
import { formatPlatform } from "../domain/platform.ts";
import { attribute } from "../inputs/attributes.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { CacheEntry } from "../inputs/cache-inputs.ts";
import { csvField } from "./builder-node.ts";
import { withoutCredentials } from "./cache-credentials.ts";

type CachePlan = {
  readonly arguments: readonly string[];
  /** Credentials for buildx. */
  readonly environment: Readonly<Record<string, string>>;
  /** Lines for the log: what was added to what the inputs say. */
  readonly notes: readonly string[];
};

/** What gives the scope its name beside the inputs. */
export type CacheOwner = {
  /** `owner/name`; undefined outside of GitHub. */
  readonly repository: string | undefined;
  /** The platform of a build that names none: `linux/amd64`. */
  readonly platform: string | undefined;
};

type Inputs = Pick<BuildInputs, "cache" | "tags" | "platforms" | "outputs" | "target" | "call">;

// README.md of moby/buildkit, «Export cache»: those with `ignore-error`; inline has none.
const ignoresErrors = ["registry", "local", "gha", "s3", "azblob"];

export function planCache(inputs: Inputs, owner: CacheOwner): CachePlan {
  const scope = scopeOf(inputs, owner);
  const from = inputs.cache.from.map(withoutCredentials);
  const to = inputs.call === undefined ? inputs.cache.to.map(withoutCredentials) : [];
  const entries = { from: from.map(({ entry }) => entry), to: to.map(({ entry }) => entry) };
  const credentials = [...from, ...to].map(({ environment }) => environment);
  return {
    arguments: argumentsOf(entries, scope),
    environment: Object.assign({}, ...credentials),
    notes: notesOf(entries, scope),
  };
}

type Entries = { readonly from: readonly CacheEntry[]; readonly to: readonly CacheEntry[] };

function argumentsOf({ from, to }: Entries, scope: string): readonly string[] {
  const scopeFor = (entry: CacheEntry) => (lacksScope(entry) ? [`scope=${scope}`] : []);
  return [
    ...from.flatMap((entry) => ["--cache-from", extended(entry, scopeFor(entry))]),
    ...to.flatMap((entry) => [
      "--cache-to",
      extended(entry, [...scopeFor(entry), ...(failsBuild(entry) ? ["ignore-error=true"] : [])]),
    ]),
  ];
}

function notesOf({ from, to }: Entries, scope: string): readonly string[] {
  return [
    ...([...from, ...to].some(lacksScope)
      ? [
          `Cache: scope=${scope}, of this image and these platforms alone; \`scope=…\` in the input takes another`,
        ]
      : []),
    ...(to.some(failsBuild)
      ? [
          "Cache: an export that fails does not fail the build; `ignore-error=false` in `cache-to` makes it",
        ]
      : []),
  ];
}

function lacksScope(entry: CacheEntry): boolean {
  return entry.type === "gha" && attribute(entry, "scope") === undefined;
}

function failsBuild(entry: CacheEntry): boolean {
  return ignoresErrors.includes(entry.type) && attribute(entry, "ignore-error") === undefined;
}

function extended({ text }: CacheEntry, more: readonly string[]): string {
  return [text, ...more.map(csvField)].join(",");
}

// Of letters that GitHub takes in a cache's key, and the same whatever the platforms' order.
function scopeOf({ tags, platforms, outputs, target }: Inputs, owner: CacheOwner): string {
  const [output] = outputs.flatMap((given) => attribute(given, "name") ?? []);
  const image = tags[0]?.repository ?? output?.split(",")[0];
  const name = image ?? [owner.repository ?? "image", target ?? ""].filter(Boolean).join("-");
  const list = platforms.map(formatPlatform).sort();
  const built = list.length > 0 ? list : [owner.platform ?? "native"];
  return [name, ...built].join("-").replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}
