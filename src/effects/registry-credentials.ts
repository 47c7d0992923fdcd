// The logins in Docker's configuration, as docker itself finds them.

import { decodeAuth, type Entry } from "../plan/docker-config-settings.ts";
import { credentialKey, type RegistryAccess } from "../plan/registry-access.ts";
import { readSettings } from "./docker-config-folder.ts";
import type { Credentials } from "./login-helper.ts";
import { askHelper } from "./login-helper.ts";
import type { Shell } from "./shell.ts";

/**
 * @returns undefined if there is no login
 * @throws RegistryError if a credential helper does not tell
 */
export async function credentialsFor(
  host: string,
  { dockerConfig, logins }: Pick<RegistryAccess, "dockerConfig" | "logins">,
  shell: Shell,
): Promise<Credentials | undefined> {
  const key = credentialKey(host);
  if (logins[key] !== undefined) return credentialsIn(logins[key]);
  const { auths, credHelpers, credsStore } = (await readSettings(dockerConfig)).settings;
  const helper = credHelpers[key] ?? credHelpers[host] ?? credsStore;
  if (helper !== "") return await askHelper(helper, key, shell);
  const found = auths[key] ?? Object.entries(auths).find(([name]) => hostOf(name) === host)?.[1];
  return found === undefined ? undefined : credentialsIn(found);
}

function credentialsIn(entry: Entry): Credentials | undefined {
  const { auth, identitytoken, registrytoken } = entry;
  if (registrytoken !== "") return { kind: "registry-token", token: registrytoken };
  if (identitytoken !== "") return { kind: "identity-token", token: identitytoken };
  const { username, password } = decodeAuth(auth) ?? entry;
  return username === "" && password === "" ? undefined : { kind: "password", username, password };
}

// `https://host/v1/` of old is the same as `host`: ConvertToHostname of docker/cli.
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, "").split("/")[0] ?? key;
}
