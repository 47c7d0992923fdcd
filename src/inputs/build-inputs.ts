// The inputs of the build itself.
import { type Platform, parsePlatform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";
import { type EventInputs, readEventInputs } from "./event-inputs.ts";
import type { Fields } from "./fields.ts";
import { type NameInputs, readNames } from "./name-inputs.ts";

export type BuildInputs = {
  /** A path, seen from the working directory, or a URL that BuildKit fetches. */
  readonly context: string;
  readonly file: string | undefined;
  readonly target: string | undefined;
  /** None: the builder's own platform. */
  readonly platforms: readonly Platform[];
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
  readonly annotations: readonly string[];
  readonly event: EventInputs;
};

export function readBuild(fields: Fields): BuildInputs {
  const { complain } = fields;
  const place = {
    context: fields.text("context") ?? ".",
    file: fields.text("file"),
    target: fields.text("target"),
    platforms: fields.parsedList("platforms", parsePlatform),
  };
  const named = readNames(fields);
  const pushByEvent = fields.text("push") === "auto";
  const given = {
    push: !pushByEvent && fields.flag("push", false),
    load: fields.flag("load", false),
    buildArgs: fields.list("build-args", { commas: false }),
    labels: fields.list("labels", { commas: false }),
    annotations: fields.list("annotations", { commas: false }),
  };
  const event = readEventInputs(fields, { ...named.names, ...given });
  const build = { ...place, ...named, pushByEvent, ...given, event };
  if (build.context === "-") {
    complain("context", "`-` is standard input, which a step does not have; take a path or a URL");
  }
  const pushes = build.push || pushByEvent;
  if (pushes && fields.text("tags") === undefined && named.names.images.length === 0) {
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
  return build;
}
