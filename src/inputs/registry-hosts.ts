// What BuildKit's configuration says of registries.
import * as v from "valibot";

/** The part that we read; buildkitd reads the rest: docs/buildkitd.toml.md of moby/buildkit. */
export const registrySettings = v.object({
  registry: v.optional(
    v.record(
      v.string(),
      v.object({
        http: v.optional(v.boolean(), false),
        insecure: v.optional(v.boolean(), false),
        ca: v.optional(v.array(v.string()), []),
        keypair: v.optional(v.array(v.object({ key: v.string(), cert: v.string() })), []),
      }),
    ),
    {},
  ),
});

/** How to connect to a registry's host. */
export type HostSettings = {
  readonly http: boolean;
  readonly insecure: boolean;
  /** Certificate authorities, and client keys and certificates: paths, or their PEM texts. */
  readonly ca: readonly string[];
  readonly keyPairs: readonly { readonly key: string; readonly cert: string }[];
};

/** The settings of each registry, by host and port; none if these are no settings. */
export function hostsOf(settings: unknown): Readonly<Record<string, HostSettings>> {
  const parsed = v.safeParse(registrySettings, settings);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.output.registry).map(([host, { keypair, ...others }]) => [
      host,
      { ...others, keyPairs: keypair },
    ]),
  );
}
