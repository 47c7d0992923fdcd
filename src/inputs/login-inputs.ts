// The inputs of logins: which registries to log in to, and as whom.
import * as v from "valibot";
import { ecrPlace } from "../domain/ecr-place.ts";
import type { Complain, Fields } from "./fields.ts";
import { isHost, notHost, type Registry } from "./registry-inputs.ts";
import { booleans, complainOfYaml, parseYaml } from "./yaml.ts";

export type Login = {
  /** `ghcr.io`; Docker Hub is `docker.io`. */
  readonly registry: string;
  /** Empty, as the password is: for Amazon's registries, the AWS keys of the environment. */
  readonly username: string;
  readonly password: string;
};

/** A login and the input that has it. */
type GivenLogin = Login & { readonly input: string };

/** One that has no user name, no password or neither: an empty text. */
export type LeftOutLogin = GivenLogin;

export type LoginInputs = {
  readonly logins: readonly Login[];
  /** Logins that are empty in this event, as secrets are for forks; no other login is for their hosts. */
  readonly leftOut: readonly LeftOutLogin[];
  readonly logout: boolean;
};

const dockerHub = "docker.io";
const entries = {
  registry: v.optional(v.string()),
  username: v.string(),
  password: v.string(),
  // Amazon's registries are known by their names, so that it changes nothing.
  ecr: v.optional(v.picklist(["", "auto", ...booleans], "`auto`, `true` or `false`")),
};
const list = v.array(v.strictObject(entries));
const known = Object.keys(entries);
const example = "`- {registry: ghcr.io, username: octocat, password: …}`";

/** @param registries those of the `registries` input, whose credentials count too */
export async function readLogins(
  fields: Fields,
  registries: readonly Registry[],
): Promise<LoginInputs> {
  const { complain } = fields;
  const [registry, username = "", password = ""] = ["registry", "username", "password"].map(
    (name) => fields.text(name),
  );
  const isAsked = registry !== undefined || username + password !== "";
  const input = password === "" ? "password" : "username";
  const single = isAsked ? [{ input, registry: hostOf(registry), username, password }] : [];
  const listed = await readList(fields.text("registry-auth"), complain);
  for (const { input, registry: host } of [...single, ...listed]) {
    // One that begins with a dash would be an option to docker.
    if (!isHost(host)) {
      complain(
        input === "registry-auth" ? input : "registry",
        notHost(host, "`registry.internal:5000`"),
      );
    }
  }
  const all = [
    ...single,
    ...listed,
    ...registries.flatMap(({ host, username: name, password: word }) =>
      name === undefined || word === undefined
        ? []
        : [{ input: "registries", registry: host, username: name, password: word }],
    ),
  ];
  const whole = all.filter(isWhole);
  const hosts = whole.map(({ registry: host }) => host);
  return {
    logins: whole.map(({ input, ...login }) => login),
    leftOut: all.filter((login) => !isWhole(login) && !hosts.includes(login.registry)),
    logout: fields.flag("logout", true),
  };
}

// Amazon's registries take the AWS keys of the environment.
function isWhole({ registry, username, password }: Login): boolean {
  const isEmpty = username + password === "";
  return isEmpty ? ecrPlace(registry) !== undefined : username !== "" && password !== "";
}

/** What is wrong with logins of which a half is there, and which the push needs. */
export function complainOfHalfLogins(
  { leftOut }: LoginInputs,
  pushedTo: readonly string[],
  complain: Complain,
): void {
  for (const login of leftOut) {
    const { input, registry, username, password } = login;
    if (username + password === "" || !pushedTo.includes(registry)) continue;
    complain(
      input,
      `the login to ${registry} has no ${missingOf(login)}, and the image goes there; is the secret empty in this event, as in a fork's?`,
    );
  }
}

/** What is empty: `user name and password`. */
export function missingOf({ username, password }: Login): string {
  const parts = [username === "" ? "user name" : "", password === "" ? "password" : ""];
  return parts.filter((part) => part !== "").join(" and ");
}

// docker/login-action takes an address too, and docker leaves out a path, as in `ghcr.io/owner`.
function hostOf(registry = dockerHub): string {
  const [host = ""] = registry.replace(/^https?:\/\//, "").split("/");
  // Docker Hub has several.
  return /^(?:index|registry-1)\.docker\.io$/.test(host) ? dockerHub : host;
}

async function readList(
  text: string | undefined,
  complain: Complain,
): Promise<readonly GivenLogin[]> {
  if (text === undefined) return [];
  const yaml = await parseYaml(text);
  if (!yaml.ok) {
    complain("registry-auth", yaml.problem);
    return [];
  }
  const read = v.safeParse(list, withoutKeys(yaml.value));
  if (read.success) {
    return read.output.map(({ registry, ecr: _, ...login }) => ({
      ...{ ...login, input: "registry-auth" },
      // A password without its registry is not for Docker Hub.
      registry: hostOf(login.password === "" ? registry || dockerHub : registry),
    }));
  }
  complainOfYaml("registry-auth", { issues: read.issues, known, example }, complain);
  return [];
}

const place = v.looseObject({ registry: v.string() });

// An entry for one of Amazon's registries may leave the keys to the environment.
function withoutKeys(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => {
    const read = v.safeParse(place, entry);
    const isAmazons = read.success && ecrPlace(hostOf(read.output.registry)) !== undefined;
    return isAmazons ? { username: "", password: "", ...read.output } : entry;
  });
}
