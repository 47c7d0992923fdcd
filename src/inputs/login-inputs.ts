// The inputs of logins: which registries to log in to, and as whom.
import * as v from "valibot";
import { ecrPlace } from "../domain/ecr-place.ts";
import type { Complain, Fields } from "./fields.ts";
import { isHost, notHost, type Registry } from "./registry-inputs.ts";
import { complainOfYaml, parseYaml } from "./yaml.ts";

export type Login = {
  /** `ghcr.io`; Docker Hub is `docker.io`. */
  readonly registry: string;
  /** Empty, as the password is: for Amazon's registries, the AWS keys of the environment. */
  readonly username: string;
  readonly password: string;
};

export type LoginInputs = { readonly logins: readonly Login[]; readonly logout: boolean };

const dockerHub = "docker.io";
const entries = { registry: v.optional(v.string()), username: v.string(), password: v.string() };
const list = v.array(v.strictObject(entries));
const known = Object.keys(entries);
const example = "`- {registry: ghcr.io, username: octocat, password: …}`";

/** @param registries those of the `registries` input, whose credentials count too */
export async function readLogins(
  fields: Fields,
  registries: readonly Registry[],
): Promise<LoginInputs> {
  const { complain } = fields;
  const registry = fields.text("registry");
  const username = fields.text("username");
  const password = fields.text("password");
  if (username === undefined && password !== undefined) {
    complain("username", "`password` needs the name that it belongs to, such as `octocat`");
  }
  const host = hostOf(registry);
  const takesAwsKeys =
    username === undefined && password === undefined && ecrPlace(host) !== undefined;
  if (
    password === undefined &&
    !takesAwsKeys &&
    (username !== undefined || registry !== undefined)
  ) {
    complain("password", "a login needs one; is the secret empty in this event, as in a fork's?");
  }
  const single = takesAwsKeys
    ? [{ registry: host, username: "", password: "" }]
    : username === undefined || password === undefined
      ? []
      : [{ registry: host, username, password }];
  const listed = await readList(fields.text("registry-auth"), complain);
  for (const [input, logins] of Object.entries({ registry: single, "registry-auth": listed })) {
    for (const { registry: host } of logins) {
      // One that begins with a dash would be an option to docker.
      if (!isHost(host)) complain(input, notHost(host, "`registry.internal:5000`"));
    }
  }
  const logins = [
    ...single,
    ...listed,
    ...registries.flatMap(({ host, username: name, password: word }) =>
      name === undefined || word === undefined
        ? []
        : [{ registry: host, username: name, password: word }],
    ),
  ];
  return { logins, logout: fields.flag("logout", true) };
}

// docker/login-action takes an address too, and Docker Hub has several.
function hostOf(registry = dockerHub): string {
  const host = registry.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return /^(?:index|registry-1)\.docker\.io(?:\/v1)?$/.test(host) ? dockerHub : host;
}

async function readList(text: string | undefined, complain: Complain): Promise<readonly Login[]> {
  if (text === undefined) return [];
  const yaml = await parseYaml(text);
  if (!yaml.ok) {
    complain("registry-auth", yaml.problem);
    return [];
  }
  const read = v.safeParse(list, yaml.value);
  if (read.success) {
    return read.output.map((login) => ({ ...login, registry: hostOf(login.registry) }));
  }
  complainOfYaml("registry-auth", { issues: read.issues, known, example }, complain);
  return [];
}
