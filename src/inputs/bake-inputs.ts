// The inputs of a bake: many images, from definition files.
import { passwordsIn } from "../domain/url-passwords.ts";
import { complainOfNames } from "./build-checks.ts";
import type { BuildInputs } from "./build-inputs.ts";
import type { Fields } from "./fields.ts";

export type BakeInputs = {
  /** Definition files as seen from `workdir`; none: those that buildx looks for. */
  readonly files: readonly string[];
  /** Targets and groups; none: the group `default`. */
  readonly targets: readonly string[];
  /** `pattern.key=value` each. */
  readonly set: readonly string[];
  /** Values of the definition's variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** A Git URL or a folder that has the definition and is the context; undefined: choose. */
  readonly source: string | undefined;
  /** The folder that the definition is read in; undefined: the working directory. */
  readonly workdir: string | undefined;
};

/** docker/bake-action's names of inputs that have another one here too. */
const names = {
  "bake-files": "files",
  "bake-targets": "targets",
  "bake-set": "set",
  "bake-vars": "vars",
} as const;

/** Of a single build, with what stands for each in a bake. */
const ofOneBuild: Readonly<Record<string, string>> = {
  context: "`context` of the target, or `source`",
  file: "`dockerfile` of the target",
  target: "`target` of the target",
  "build-args": "`args` of the target, `bake-vars`, or `bake-set: *.args.NAME=value`",
  "build-contexts": "`contexts` of the target",
  outputs: "`output` of the target, or `bake-set: *.output=…`",
  attests: "`attest` of the target, or `bake-set: *.attest=…`",
  "no-cache-filters": "`no-cache-filter` of the target",
  "add-hosts": "`extra-hosts` of the target",
  network: "`network` of the target",
  "shm-size": "`shm-size` of the target",
  ulimit: "`ulimits` of the target",
  ssh: "`ssh` of the target",
  "cgroup-parent": "`docker buildx bake` has none",
};

/** Reads the inputs of a bake; undefined if none asks for one. */
export function readBake(fields: Fields): BakeInputs | undefined {
  const { complain, text } = fields;
  const asked = fields.flag("bake", false);
  const list = (name: keyof typeof names, form: Parameters<Fields["list"]>[1]) => {
    const other = names[name];
    const [own, theirs] = [fields.list(name, form), fields.list(other, form)];
    if (own.length > 0 && theirs.length > 0) {
      complain(other, `says the same as \`${name}\`; write one of them`);
    }
    return [...own, ...theirs];
  };
  const files = list("bake-files", { commas: true });
  const targets = list("bake-targets", { commas: true });
  const set = list("bake-set", { commas: false });
  const vars = list("bake-vars", { commas: false });
  const [source, workdir] = [text("source"), text("workdir")];
  if (!asked && [files, targets, set, vars].every(({ length }) => length === 0)) {
    if (source === undefined) return undefined;
  }
  for (const item of set.filter((one) => !/^[^.=\s]+\.[^=]+=?/.test(one))) {
    complain(
      "bake-set",
      `\`${item}\` is not \`pattern.key=value\`, as in \`*.platform=linux/arm64\``,
    );
  }
  if (passwordsIn(source ?? "").length > 0) {
    complain(
      "source",
      "has a password or token in its URL, which everybody on the machine could read on the command line; remove it, and set `github-token` or `env: BUILDX_BAKE_GIT_AUTH_TOKEN`",
    );
  }
  return { files, targets, set, variables: readVariables(vars, fields), source, workdir };
}

/** Reads the target that gets what the event makes of the names. */
export function readBakeTarget({ text, complain }: Fields): string {
  const target = text("bake-target") ?? "docker-metadata-action";
  // bake/bake.go of docker/buildx
  if (!/^[a-zA-Z0-9_-]+$/.test(target)) {
    complain(
      "bake-target",
      `\`${target}\` is no name of a target: letters, digits, \`_\` and \`-\``,
    );
  }
  return target;
}

/** Complains of what a bake has in its definition files instead. */
export function checkBake(build: BuildInputs, bake: BakeInputs, fields: Fields): void {
  const { text, complain } = fields;
  complainOfNames(build, complain);
  if (build.leg !== "false") complain("leg", "is not for a bake");
  if (build.platforms.length > 0 && bake.set.some((item) => /^[^.]+\.platform\+?=/.test(item))) {
    complain("platforms", "and `bake-set` both set the targets' platforms; leave one out");
  }
  for (const [name, instead] of Object.entries(ofOneBuild)) {
    const given = text(name);
    if (given === undefined || (name === "network" && given === "default")) continue;
    complain(name, `is for a single build, and this step bakes; in its place there is ${instead}`);
  }
}

function readVariables(
  items: readonly string[],
  { complain }: Fields,
): Readonly<Record<string, string>> {
  const pairs = items.map((item) => {
    const [, name, value = ""] = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(item) ?? [];
    // The value may be a secret.
    if (name === undefined) complain("bake-vars", "has an item that is not `NAME=value`");
    return [name ?? "", value] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}
