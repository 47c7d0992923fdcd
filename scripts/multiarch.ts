// What .github/workflows/multiarch.yml takes from each action.yml: inputs, outputs, and how they are
// handed on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parse, stringify } from "yaml";
import { legOutput } from "../src/domain/leg.ts";
import { replacedBlock } from "./page-tables.ts";

const root = join(import.meta.dirname, "..");
const field = v.object({ description: v.string(), default: v.optional(v.string()) });
const action = v.object({
  inputs: v.record(v.string(), field),
  outputs: v.record(v.string(), field),
});
const called = v.object({
  on: v.object({
    workflow_call: v.object({
      inputs: v.record(
        v.string(),
        v.object({
          description: v.string(),
          default: v.optional(v.union([v.string(), v.number(), v.boolean()])),
        }),
      ),
    }),
  }),
});
type Action = v.InferOutput<typeof action>;
type Field = v.InferOutput<typeof field>;

const ofBake = [
  ...["bake", "bake-files", "files", "bake-targets", "targets", "bake-set", "set"],
  ...["bake-vars", "vars", "source", "workdir", "bake-target"],
];

/** Inputs of the step that the workflow does not have, and why. */
export const withoutInput: Readonly<Record<string, string>> = {
  load: "the image would stay on a runner that is thrown away",
  call: "nothing is built, so there is nothing to merge",
  secrets: "it is the secret `build-secrets`",
  "secret-envs": "a called workflow has no environment of its caller's; use `build-secrets`",
  "github-token": "it is the job's own, or the secret `token`",
  password: "it is a secret",
  "registry-auth": "it is a secret",
  "sign-key": "it is a secret",
  "sign-key-password": "it is a secret",
  ...Object.fromEntries(ofBake.map((name) => [name, "legs are of one image"])),
  use: "no other step of the job uses the builder",
  logout: "logins belong to the jobs' steps, and end with them",
};

/** Inputs whose meaning or default is the workflow's own. */
const own: Readonly<Record<string, Partial<Field>>> = {
  platforms: {
    description: "Platforms to build for, one per line or separated by commas; each gets a job",
  },
  push: {
    description:
      "Publish the image; `auto` does so for the repository's own events, but never for pull requests. If it is not published, each platform is built all the same",
    default: "true",
  },
  annotations: {
    description:
      "Annotations, one `key=value` per line: of each platform's manifest and of the index, or of what a prefix says, as in `index:key=value`",
  },
  "annotation-levels": {
    description:
      "Where to put annotations that describe the event, as the labels do: `manifest`, `index`, `manifest-descriptor`; by default nowhere",
  },
  outputs: {
    description: "How each platform's image is pushed, such as `type=image,compression=zstd`",
  },
  ssh: {
    description:
      "SSH agents and keys on the runners for `RUN --mount=type=ssh`, as `id=path`; the secret `ssh-key` is the key of `default`",
  },
  "secret-files": {
    description:
      "Secrets in files of the repository or of `prepare`, one `id=path` per line; others are in the secret `build-secrets`",
  },
  leg: {
    description:
      "`tagged` keeps each platform's image under a temporary tag until they are merged, for registries that soon delete untagged manifests",
    default: "true",
  },
  sign: {
    description:
      "Sign the index and the manifest of each platform as cosign 3 does, after the merge: `true`, `false`, or `auto` to sign if there is the secret `sign-key` or the calling job has `id-token: write`",
  },
  attest: {
    description:
      "Attest the build's provenance, beside the image and in GitHub's store, if the calling job has `id-token: write` and `attestations: write`",
  },
  registry: {
    description: "Registry to log in to; with `ghcr.io` the job's own token is the password",
  },
};

/** The expressions that reach an action, for inputs that are not handed on as they are. */
const expressions: Readonly<Record<string, string>> = {
  // A leg is pushed whatever `push` says.
  leg: "inputs.push != 'false' && inputs.leg || 'false'",
  platforms: "matrix.platform",
  secrets: "secrets.build-secrets",
  ssh: "secrets.ssh-key || inputs.ssh",
  "github-token": "secrets.token || github.token",
  username: "inputs.username || (inputs.registry == 'ghcr.io' && github.actor) || ''",
  password: "secrets.password || (inputs.registry == 'ghcr.io' && github.token) || ''",
  "registry-auth": "secrets.registry-auth",
  "sign-key": "secrets.sign-key",
  "sign-key-password": "secrets.sign-key-password",
};
const mergeExpressions: Readonly<Record<string, string>> = {
  ...expressions,
  digests: "toJSON(needs.build.outputs)",
  platforms: "needs.plan.outputs.platforms",
};
const withoutExpression = ["load", "call", "secret-envs", ...ofBake, "use", "logout"];
/** What is signed is what the legs become. */
const ofMerge = ["sign", "sign-key", "sign-key-password", "sigstore", "attest"];

const notMerged = ["imageid", "builder"];

/** Platforms whose legs the jobs hand over: an output's name can't be computed. */
const platforms = [
  ...["386", "amd64", "amd64/v2", "amd64/v3", "amd64/v4", "arm/v5", "arm/v6", "arm/v7", "arm64"],
  ...["arm64/v9", "loong64", "mips64", "mips64le", "ppc64le", "riscv64", "s390x"],
].map((name) => `linux/${name}`);

/** The workflow's text with all that comes of the `action.yml` files, as they are now. */
export function multiarchText(before: string): string {
  const [step, merge] = [readAction("action.yml"), readAction("merge/action.yml")];
  const outputs = mergedOutputs(merge);
  return [
    ["inputs of the step", 6, workflowInputs(step)],
    ["outputs of the merge", 6, namesTo(outputs, "jobs.merge.outputs", merge)],
    ["legs", 6, namesTo(platforms.map(legOutput), "steps.leg.outputs")],
    ["what the step gets", 10, handedOn(step, expressions, ofMerge)],
    ["outputs of the merge's step", 6, namesTo(outputs, "steps.merge.outputs")],
    ["what the merge gets", 10, handedOn(merge, mergeExpressions)],
  ].reduce(
    (text, [name, indent, value]) =>
      replacedBlock(text, String(name), { indent: Number(indent), content: yaml(value) }),
    before,
  );
}

/** The workflow's inputs that the step does not have, for a table. */
export function ownInputRows(): readonly (readonly string[])[] {
  const path = join(root, ".github/workflows/multiarch.yml");
  const { inputs } = v.parse(called, parse(readFileSync(path, "utf8"))).on.workflow_call;
  const step = readAction("action.yml").inputs;
  return Object.entries(inputs)
    .filter(([name]) => !(name in step))
    .map(([name, { description, default: value }]) => [
      `\`${name}\``,
      description,
      value === undefined ? "" : `\`${value}\``,
    ]);
}

/** The step's inputs that the workflow does not have, and why, for a table. */
export function reasonRows(): readonly (readonly string[])[] {
  return Object.entries(withoutInput).map(([name, why]) => [`\`${name}\``, why]);
}

function readAction(path: string): Action {
  return v.parse(action, parse(readFileSync(join(root, path), "utf8")));
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 90 }).trimEnd();
}

function workflowInputs({ inputs }: Action) {
  const taken = Object.entries(inputs).filter(([name]) => !(name in withoutInput));
  return Object.fromEntries(
    taken.map(([name, given]) => {
      const { description, default: value } = { ...given, ...own[name] };
      const required = name === "platforms" ? { required: true } : {};
      const otherwise = value === undefined ? {} : { default: value };
      // `string` takes booleans too; `boolean` refuses the texts that expressions make of them.
      return [name, { description, type: "string", ...required, ...otherwise }];
    }),
  );
}

function handedOn(
  { inputs }: Action,
  own: Readonly<Record<string, string>>,
  without: readonly string[] = [],
) {
  const left = [...withoutExpression, ...without];
  const names = Object.keys(inputs).filter((name) => !left.includes(name));
  return Object.fromEntries(
    names.map((name) => [name, `\${{ ${own[name] ?? `inputs.${name}`} }}`]),
  );
}

function mergedOutputs({ outputs }: Action): readonly string[] {
  const digests = platforms.map((platform) => legOutput(platform).replace("leg-", "digest-"));
  return Object.keys(outputs)
    .filter((name) => !notMerged.includes(name))
    .flatMap((name) =>
      name === "digest-linux-amd64" ? digests : name.startsWith("digest-linux-") ? [] : [name],
    );
}

/** Each name with its value out of a context; with descriptions for a workflow's own outputs. */
function namesTo(names: readonly string[], context: string, described?: Action) {
  return Object.fromEntries(
    names.map((name) => {
      const value = `\${{ ${context}.${name} }}`;
      if (described === undefined) return [name, value];
      const platform = name.replace(/^digest-/, "").replaceAll("-", "/");
      const description = name.startsWith("digest-")
        ? `Digest of the manifest for ${platform}`
        : described.outputs[name]?.description;
      return [name, { description, value }];
    }),
  );
}
