// Inputs of Docker's own actions that have another name here, or are not needed: users who replace
// those actions with this step are told what to do about each. As of setup-qemu v4,
// setup-buildx v4, login v4, metadata v6, build-push v7 and bake v7.

/** `error`: the result would differ from what the input asks for. */
type ForeignInput =
  | { readonly kind: "renamed"; readonly name: string }
  | { readonly kind: "error" | "needless"; readonly words: string };

const separator =
  "belongs to docker/metadata-action; the outputs here always have one item per line, so convert them where you use them";

const foreign: Readonly<Record<string, ForeignInput>> = {
  version: { kind: "renamed", name: "buildx-version" },
  config: { kind: "renamed", name: "buildkitd-config" },
  "config-inline": { kind: "renamed", name: "buildkitd-config-inline" },
  image: { kind: "renamed", name: "binfmt-image" },
  install: {
    kind: "needless",
    words: "since Docker 23 `docker build` uses buildx, and with `use: true` this builder",
  },
  "cache-binary": {
    kind: "needless",
    words: "a downloaded buildx stays in the runner's tool cache",
  },
  "cache-image": {
    kind: "needless",
    words: "the image is pulled only if emulators are missing and the engine does not have it",
  },
  ecr: {
    kind: "needless",
    words:
      "ECR registries are recognised by their names, and access keys are exchanged for a token",
  },
  scope: {
    kind: "error",
    words:
      "belongs to docker/login-action; here a login is for a whole registry, so use one with all permissions that the build needs",
  },
  "sep-tags": { kind: "error", words: separator },
  "sep-labels": { kind: "error", words: separator },
  "sep-annotations": { kind: "error", words: separator },
};

/** What is known of an input that is not this action's; undefined if it is unknown. */
export function foreignInput(name: string): ForeignInput | undefined {
  return Object.hasOwn(foreign, name) ? foreign[name] : undefined;
}
