// A builder that a test makes by hand, for the `builder` input.
import { docker } from "./docker.ts";
import { stack } from "./inputs-for.ts";

export type OwnBuilder = AsyncDisposable & { readonly name: string };

/** Boots a builder on the stack's registries; it is gone when disposed of. */
export async function ownBuilder(flags: readonly string[] = []): Promise<OwnBuilder> {
  const name = `own-${crypto.randomUUID()}`;
  await docker(
    ...["buildx", "create", "--name", name, "--bootstrap", "--driver-opt", "network=host"],
    ...["--driver-opt", `image=${stack.STACK_BUILDKIT_IMAGE}`],
    ...["--buildkitd-config", stack.STACK_BUILDKITD_TOML, ...flags],
  );
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await docker("buildx", "rm", name);
    },
  };
}
