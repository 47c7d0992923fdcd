// Asks a registry to forget a tag, which neither docker nor buildx can.
import { RegistryError } from "../domain/errors.ts";
import type { Reference } from "../domain/reference.ts";
import type { RegistryClient } from "./registry-client.ts";

/**
 * Removes the tag; its manifest stays. The words say why it could not be; undefined if it is gone.
 *
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#deleting-tags
 */
export async function removeTag(
  { repository, tag }: Reference,
  client: RegistryClient,
): Promise<string | undefined> {
  try {
    const { status } = await client.ask("DELETE", repository, `manifests/${tag}`);
    return [200, 202, 204, 404].includes(status) ? undefined : `it answers ${status}`;
  } catch (error) {
    if (error instanceof RegistryError) return error.words;
    throw error;
  }
}
