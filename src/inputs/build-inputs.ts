// The inputs of the build itself.
import type { Platform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";
import { type AttestationInputs, readAttestations } from "./attestation-inputs.ts";
import { type Call, readCall } from "./build-call-input.ts";
import { type RunInputs, readRun } from "./build-run-inputs.ts";
import { type CacheInputs, readCache } from "./cache-inputs.ts";
import { type EventInputs, readEventInputs, readPush } from "./event-inputs.ts";
import { type Output, readOutputs } from "./export-inputs.ts";
import type { Fields } from "./fields.ts";
import { type NameInputs, readNames } from "./names-inputs.ts";
import { readPlatformList } from "./platform-list.ts";
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
  /** `key=value` each, optionally with a level: `index:key=value`. */
  readonly annotations: readonly string[];
  readonly event: EventInputs;
  /** Whether the image and its files get the time of the commit. */
  readonly reproducible: boolean;
  readonly outputs: readonly Output[];
  readonly buildContexts: readonly NamedContext[];
  /** Undefined if the image is built. */
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

/** Not allowed for `context` and `file`, although buildx accepts it. */
export const standardInput = "-";

type LegInput = (typeof legs)[number];
const legs = ["false", "true", "tagged"] as const;

export function readBuild(fields: Fields): BuildInputs {
  const place = {
    context: fields.text("context"),
    file: fields.text("file"),
    target: fields.text("target"),
    ...readPlatformList(fields, "platforms"),
  };
  const named = readNames(fields);
  const given = {
    ...readPush(fields, false),
    load: fields.flag("load", false),
    buildArgs: fields.list("build-args", { commas: false }),
    labels: fields.list("labels", { commas: false, comments: true }),
    annotations: fields.list("annotations", { commas: false, comments: true }),
  };
  const event = readEventInputs(fields, { ...named.names, ...given });
  return {
    ...place,
    ...named,
    ...given,
    event,
    reproducible: fields.flag("reproducible", false),
    outputs: readOutputs(fields),
    buildContexts: readContexts(fields),
    call: readCall(fields),
    cache: readCache(fields, place.platforms),
    attestations: readAttestations(fields),
    secrets: readSecrets(fields),
    run: readRun(fields),
    leg: fields.choice("leg", legs),
  };
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
