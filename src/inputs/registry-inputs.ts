// The inputs of registries: how to reach them, for BuildKit, the read-back and the login alike.

import * as v from "valibot";
import { isAddress } from "../domain/address.ts";
import type { Fields } from "./fields.ts";
import { complainOfYaml, parseYaml, yamlBoolean } from "./yaml.ts";

export type RegistryInputs = {
  readonly registries: readonly Registry[];
  /** Hosts to use instead of Docker Hub, tried in order. */
  readonly mirrors: readonly string[];
  /** Addresses of DNS servers. */
  readonly dns: readonly string[];
  /** Whether BuildKit gets the runner's proxies. */
  readonly proxy: boolean;
};

/** One registry's settings; `ca`, `key` and `cert` are a path or PEM text. */
export type Registry = {
  /** `registry.internal:5000` */
  readonly host: string;
  readonly http?: boolean | undefined;
  readonly insecure?: boolean | undefined;
  readonly mirrors?: readonly string[] | undefined;
  readonly ca?: readonly string[] | undefined;
  readonly keypair?: readonly KeyPair[] | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
};

type KeyPair = { readonly key: string; readonly cert: string };

const oneOrMore = <const T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.union([item, v.array(item)]),
    v.transform((value): v.InferOutput<T>[] => (Array.isArray(value) ? value : [value])),
  );
const entries = {
  http: v.optional(yamlBoolean),
  insecure: v.optional(yamlBoolean),
  mirrors: v.optional(oneOrMore(v.string())),
  ca: v.optional(oneOrMore(v.string())),
  keypair: v.optional(oneOrMore(v.strictObject({ key: v.string(), cert: v.string() }))),
  username: v.optional(v.string()),
  password: v.optional(v.string()),
};
const registry = v.strictObject(entries);
const entriesOfHosts = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
const example = "`registry.internal:5000: {http: true}`";

const host =
  /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[0-9]{1,5})?(?:\/[a-z0-9._/-]+)?$/i;

/** Whether the text names a registry: host, port, and a path if need be. */
export function isHost(text: string): boolean {
  return host.test(text);
}

/** What to say of a text that names none; before an `@` there may be a password. */
export function notHost(text: string, like: string): string {
  const shown = text.includes("@") ? "a name with an `@`" : `\`${text}\``;
  return `${shown} is not a registry; write host and port, as in ${like}`;
}

export async function readRegistryInputs(fields: Fields): Promise<RegistryInputs> {
  const { complain } = fields;
  const registries = await readRegistries(fields);
  const mirrors = fields.list("mirrors", { commas: true });
  for (const mirror of mirrors.filter((text) => !isHost(text))) {
    complain("mirrors", notHost(mirror, "`mirror.internal:5000`"));
  }
  const dns = fields.list("dns", { commas: true });
  for (const server of dns.filter((text) => !isAddress(text))) {
    complain("dns", `\`${server}\` is not an address; write numbers, as in \`10.0.0.53\``);
  }
  return { registries, mirrors, dns, proxy: fields.flag("proxy", true) };
}

/** The hosts of the `registries` input, with the settings of each. */
export async function readRegistries(fields: Fields): Promise<readonly Registry[]> {
  const { complain } = fields;
  const text = fields.text("registries");
  if (text === undefined) return [];
  const yaml = await parseYaml(text);
  if (!yaml.ok) {
    complain("registries", yaml.problem);
    return [];
  }
  const hosts = v.safeParse(entriesOfHosts, yaml.value);
  if (!hosts.success) {
    complain("registries", `takes an entry for each host, as in ${example}`);
    return [];
  }
  return Object.entries(hosts.output).flatMap(([name, settings]) =>
    readRegistry(name, settings, (problem) => complain("registries", problem)),
  );
}

function readRegistry(
  name: string,
  settings: unknown,
  complain: (problem: string) => void,
): readonly Registry[] {
  if (!isHost(name)) complain(notHost(name, example));
  const read = v.safeParse(registry, settings);
  if (!read.success) {
    const expected = { issues: read.issues, known: Object.keys(entries), example };
    complainOfYaml("registries", expected, (_, problem) => complain(`\`${name}\`: ${problem}`));
    return [];
  }
  const { username, password } = read.output;
  if ((username === undefined) !== (password === undefined)) {
    complain(`\`${name}\`: needs both \`username\` and \`password\`; one is missing`);
  }
  return [{ host: name, ...read.output }];
}
