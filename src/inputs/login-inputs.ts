// The inputs of logins: which registries to log in to, and as whom.
import * as v from "valibot";
import type { Complain, Fields } from "./fields.ts";
import type { Registry } from "./registry-inputs.ts";
import { parseYaml } from "./yaml.ts";

export type Login = {
  /** `ghcr.io`; Docker Hub is `docker.io`. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
};

export type LoginInputs = { readonly logins: readonly Login[]; readonly logout: boolean };

const dockerHub = "docker.io";
const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const list = v.array(
  v.object({ registry: v.optional(v.string()), username: word, password: word }),
);
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
  if (password === undefined && (username !== undefined || registry !== undefined)) {
    complain("password", "a login needs one; is the secret empty in this event, as in a fork's?");
  }
  const single =
    username === undefined || password === undefined
      ? []
      : [{ registry: registry ?? dockerHub, username, password }];
  const logins = [
    ...single,
    ...(await readList(fields.text("registry-auth"), complain)),
    ...registries.flatMap(({ host, username: name, password: word }) =>
      name === undefined || word === undefined
        ? []
        : [{ registry: host, username: name, password: word }],
    ),
  ];
  return { logins, logout: fields.flag("logout", true) };
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
    return read.output.map((login) => ({ ...login, registry: login.registry ?? dockerHub }));
  }
  // The values are left out: one may be a password.
  const places = read.issues.map((issue) => v.getDotPath(issue)).filter((path) => path !== null);
  const place = places.length === 0 ? "" : ` (wrong: ${places.join(", ")})`;
  complain(
    "registry-auth",
    `takes a list of \`registry\`, \`username\`, \`password\`${place}, as in ${example}`,
  );
  return [];
}
