// The inputs of the build itself.
import type { Platform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";
import { complainOfIndexAnnotations } from "./annotations.ts";
import { type AttestationInputs, readAttestations } from "./attestation-inputs.ts";
import { attribute } from "./attributes.ts";
import { type CacheInputs, readCache } from "./cache-inputs.ts";
import { type Call, readCall } from "./call-input.ts";
import { type EventInputs, readEventInputs } from "./event-inputs.ts";
import { pushesImage } from "./exporters.ts";
import type { Complain, Fields } from "./fields.ts";
import { notQuoted, quotesWithin } from "./list.ts";
import { complainOfNameClashes } from "./name-clashes.ts";
import { type NameInputs, readNames } from "./name-inputs.ts";
import { complainOfArchives, type Output, readOutputs } from "./output-inputs.ts";
import { readPlatformList } from "./platform-list.ts";
import { type RunInputs, readRun } from "./run-inputs.ts";
import { readSecrets, type SecretInputs } from "./secret-inputs.ts";

export type BuildInputs = {
  /** A path, seen from the working directory, or a URL that BuildKit fetches; undefined: choose. */
  readonly context: string | undefined;
  readonly file: string | undefined;
  readonly target: string | undefined;
  /** None: the builder's own platform. */
  readonly platforms: readonly Platform[];
  /** Further names of the same ones: `linux/arm64/v8 is linux/arm64`. */
  readonly repeated: readonly string[];
  readonly names: NameInputs;
  /** Those given whole. */
  readonly tags: readonly Reference[];
  readonly push: boolean;
  /** `push: auto`: the event decides. */
  readonly pushByEvent: boolean;
  readonly load: boolean;
  /** `NAME=value` each, or `NAME` for a value out of the environment. */
  readonly buildArgs: readonly string[];
  readonly labels: readonly string[];
  /** `key=value` each, or with what it is for before it: `index:key=value`. */
  readonly annotations: readonly string[];
  readonly event: EventInputs;
  readonly outputs: readonly Output[];
  readonly buildContexts: readonly NamedContext[];
  /** Undefined where the image is built. */
  readonly call: Call | undefined;
  readonly cache: CacheInputs;
  readonly attestations: AttestationInputs;
  readonly secrets: SecretInputs;
  readonly run: RunInputs;
  /**
   * Whether this is a leg, which another job merges with others: pushed without a tag, or with one
   * of the run's own. Only the repositories of `tags` count then.
   */
  readonly leg: LegInput;
};

/** What `FROM name` and `COPY --from=name` in the Dockerfile find. */
export type NamedContext = { readonly name: string; readonly source: string };

/** What `context` and `file` can't be, though buildx takes it. */
export const standardInput = "-";

export type LegInput = (typeof legs)[number];
const legs = ["false", "true", "tagged"] as const;

export function readBuild(fields: Fields): BuildInputs {
  const { complain } = fields;
  const place = {
    context: fields.text("context"),
    file: fields.text("file"),
    target: fields.text("target"),
    ...readPlatformList(fields, "platforms"),
  };
  const named = readNames(fields);
  const pushByEvent = fields.text("push") === "auto";
  const given = {
    push: !pushByEvent && fields.flag("push", false),
    load: fields.flag("load", false),
    buildArgs: fields.list("build-args", { commas: false }),
    labels: fields.list("labels", { commas: false, comments: true }),
    annotations: fields.list("annotations", { commas: false, comments: true }),
  };
  const event = readEventInputs(fields, { ...named.names, ...given });
  const build: BuildInputs = {
    ...place,
    ...named,
    pushByEvent,
    ...given,
    event,
    outputs: readOutputs(fields),
    buildContexts: readContexts(fields),
    call: readCall(fields),
    cache: readCache(fields),
    attestations: readAttestations(fields),
    secrets: readSecrets(fields),
    run: readRun(fields),
    leg: fields.choice("leg", legs),
  };
  complainOfNames(build, complain);
  complainOfIndexAnnotations(build, complain);
  complainOfLeg(build, fields);
  if (build.call === undefined) complainOfArchives(build, fields);
  for (const name of ["context", "file"] as const) {
    if (build[name] !== standardInput) continue;
    complain(name, "`-` is standard input, which a step does not have; take a path or a URL");
  }
  const pushes = build.push || pushByEvent;
  const hasName =
    fields.text("tags") !== undefined ||
    named.names.images.length > 0 ||
    build.outputs.some((output) => attribute(output, "name"));
  if (pushes && !hasName) {
    const push = pushByEvent ? "auto" : "true";
    complain(
      "tags",
      `\`push: ${push}\` needs a name to push to, such as \`ghcr.io/owner/image:1.0\``,
    );
  }
  if (pushes && build.load && build.platforms.length > 1) {
    complain(
      "load",
      "`push` and `load` together take one platform; push here, and pull what you need",
    );
  }
  const asBuilt = build.leg === "false" ? build : { ...build, push: true };
  complainOfNameClashes({ ...asBuilt, push: asBuilt.push || pushByEvent }, complain);
  return asBuilt;
}

function complainOfLeg(build: BuildInputs, { text, complain }: Fields): void {
  const { leg, push, load, outputs, platforms, names, pushByEvent } = build;
  if (leg === "false") return;
  if (pushByEvent)
    complain("push", "`auto` is not for a leg, which is always pushed; leave it out");
  if (!push && text("tags") === undefined && names.images.length === 0) {
    complain(
      "tags",
      `\`leg: ${leg}\` needs a name whose repository takes the leg, such as \`ghcr.io/owner/image:1.0\``,
    );
  }
  if (load) complain("load", "a leg is pushed, and not loaded; leave one of them out");
  if (outputs.some(pushesImage)) {
    complain("outputs", "a leg pushes by itself; take the exporter that pushes out of `outputs`");
  }
  if (leg === "tagged" && platforms.length === 0) {
    complain("platforms", "`leg: tagged` needs them for the tag, as in `linux/arm64`");
  }
}

function readContexts({ list, complain }: Fields): readonly NamedContext[] {
  return list("build-contexts", { commas: false }).flatMap((text) => {
    const equals = text.indexOf("=");
    const [name, source] = [
      text.slice(0, Math.max(equals, 0)).trim(),
      text.slice(equals + 1).trim(),
    ];
    if (name !== "" && source !== "") return [{ name, source }];
    complain(
      "build-contexts",
      `\`${text}\` is not \`name=source\`, as in \`shared=../shared\` or \`base=docker-image://alpine:3.19\``,
    );
    return [];
  });
}

function complainOfNames(
  { buildArgs, labels, annotations }: Pick<BuildInputs, "buildArgs" | "labels" | "annotations">,
  complain: Complain,
): void {
  for (const [name, items] of [
    ["build-args", buildArgs],
    ["labels", labels],
    ["annotations", annotations],
  ] as const) {
    const quoted = quotesWithin(items);
    if (quoted >= 0) complain(name, notQuoted(quoted));
  }
  for (const argument of buildArgs) {
    // A value may be what should have been a secret.
    if (!/^[^\s=]+(?:=|$)/.test(argument)) {
      complain("build-args", "has an item that does not begin with a name; write `VERSION=1.0`");
    }
  }
  for (const label of labels.filter((text) => text.startsWith("="))) {
    complain("labels", `\`${label}\` has no name; write \`name=value\``);
  }
  for (const annotation of annotations.filter((text) => !/^[^=]+=/.test(text))) {
    complain(
      "annotations",
      `\`${annotation}\` is not \`key=value\`, as in \`index:org.opencontainers.image.title=App\``,
    );
  }
}
