// The logins in Docker's configuration, as docker itself finds them.
import * as v from "valibot";
import { CommandError, UserError } from "../domain/errors.ts";
import { credentialKey } from "../plan/registry-access.ts";
import { readSettings } from "./docker-config.ts";
import type { Shell } from "./shell.ts";

export type Credentials =
  | { readonly kind: "password"; readonly username: string; readonly password: string }
  /** What a registry's token server gave in place of a password. */
  | { readonly kind: "identity-token"; readonly token: string }
  /** What the registry itself takes in place of a token of its server. */
  | { readonly kind: "registry-token"; readonly token: string };

const entry = v.object({
  auth: v.optional(v.string(), ""),
  identitytoken: v.optional(v.string(), ""),
});
// https://github.com/docker/docker-credential-helpers
const helperAnswer = v.object({ Username: v.string(), Secret: v.string() });
const tokenUser = "<token>";

/**
 * @param folder Docker's configuration; undefined where there is none
 * @returns undefined where nobody is logged in there
 */
export async function credentialsFor(
  host: string,
  folder: string | undefined,
  shell: Shell,
): Promise<Credentials | undefined> {
  const read = await readSettings(folder);
  if (!read.ok) return undefined;
  const key = credentialKey(host);
  const { auths = {}, credHelpers = {}, credsStore = "" } = read.value;
  const helper = credHelpers[key] ?? credHelpers[host] ?? credsStore;
  if (helper !== "") return await askHelper(helper, key, shell);
  const found = auths[key] ?? Object.entries(auths).find(([name]) => hostOf(name) === host)?.[1];
  const login = v.safeParse(entry, found);
  return login.success ? credentialsIn(login.output) : undefined;
}

function credentialsIn({ auth, identitytoken }: v.InferOutput<typeof entry>) {
  if (identitytoken !== "") return { kind: "identity-token", token: identitytoken } as const;
  const text = Buffer.from(auth, "base64").toString();
  const colon = text.indexOf(":");
  if (colon < 0) return undefined;
  const [username, password] = [text.slice(0, colon), text.slice(colon + 1)];
  return { kind: "password", username, password } as const;
}

// `https://host/v1/` of old is the same as `host`: ConvertToHostname of docker/cli.
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, "").split("/")[0] ?? key;
}

async function askHelper(
  helper: string,
  key: string,
  shell: Shell,
): Promise<Credentials | undefined> {
  const command = [`docker-credential-${helper}`, "get"];
  try {
    const { stdout } = await shell.capture(`asking ${command[0]} for a login`, command, {
      input: key,
    });
    const { Username: username, Secret: secret } = v.parse(helperAnswer, JSON.parse(stdout));
    return username === tokenUser
      ? { kind: "identity-token", token: secret }
      : { kind: "password", username, password: secret };
  } catch (error) {
    // It says so with an exit code where it has none; one that is missing has none either.
    if (error instanceof CommandError || error instanceof UserError) return undefined;
    throw error;
  }
}
