// Inputs of Docker's own actions that this one has under another name, or has no use for: whoever
// puts this step in the place of theirs learns what becomes of each. As of setup-qemu v4,
// setup-buildx v4, login v4, metadata v6, build-push v7 and bake v7.

/** `error`: without it something else would come out than is asked for. */
type ForeignInput =
  | { readonly kind: "renamed"; readonly name: string }
  | { readonly kind: "error" | "needless"; readonly words: string };

const bake =
  "is of docker/bake-action; this step reads no bake file: give what a target says as inputs, or keep that action for it";
const separator =
  "is of docker/metadata-action, whose outputs this step has with a line each; change them where they are read";

const foreign: Readonly<Record<string, ForeignInput>> = {
  version: { kind: "renamed", name: "buildx-version" },
  config: { kind: "renamed", name: "buildkitd-config" },
  "config-inline": { kind: "renamed", name: "buildkitd-config-inline" },
  image: { kind: "renamed", name: "binfmt-image" },
  install: {
    kind: "needless",
    words:
      "`docker build` of later steps is buildx's since Docker 23, and `use: true` gives it this builder",
  },
  "cache-binary": {
    kind: "needless",
    words: "a buildx that was downloaded stays in the runner's tool cache",
  },
  "cache-image": {
    kind: "needless",
    words: "the image is pulled only where emulators are missing and the engine has not got it",
  },
  ecr: {
    kind: "needless",
    words: "registries of ECR are known by their names, and access keys are exchanged for a token",
  },
  scope: {
    kind: "error",
    words:
      "is of docker/login-action; a login is for a whole registry here: take one that may do all that the build needs",
  },
  "sep-tags": { kind: "error", words: separator },
  "sep-labels": { kind: "error", words: separator },
  "sep-annotations": { kind: "error", words: separator },
  "bake-target": {
    kind: "error",
    words: "is of docker/metadata-action; this step writes no bake file: keep that action for bake",
  },
  ...Object.fromEntries(
    ["files", "targets", "set", "source", "workdir", "vars"].map((name) => [
      name,
      { kind: "error" as const, words: bake },
    ]),
  ),
};

/** What is known of an input that is not this action's; undefined if it is nobody's. */
export function foreignInput(name: string): ForeignInput | undefined {
  return Object.hasOwn(foreign, name) ? foreign[name] : undefined;
}
