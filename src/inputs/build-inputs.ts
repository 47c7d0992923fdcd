// The inputs of the build itself.
import { type Platform, parsePlatform } from "../domain/platform.ts";
import { parseReference, type Reference } from "../domain/reference.ts";
import type { Fields } from "./fields.ts";

export type BuildInputs = {
  /** A path, seen from the working directory, or a URL that BuildKit fetches. */
  readonly context: string;
  readonly file: string | undefined;
  readonly target: string | undefined;
  /** None: the builder's own platform. */
  readonly platforms: readonly Platform[];
  readonly tags: readonly Reference[];
  readonly push: boolean;
  readonly load: boolean;
  /** `NAME=value` each, or `NAME` for a value out of the environment. */
  readonly buildArgs: readonly string[];
  readonly labels: readonly string[];
  /**
   * Whether this is a leg, which another job merges with others: pushed without a tag, or with one
   * of the run's own. Only the repositories of `tags` count then.
   */
  readonly leg: LegInput;
};

export type LegInput = (typeof legs)[number];
const legs = ["false", "true", "tagged"] as const;

export function readBuild(fields: Fields): BuildInputs {
  const { complain } = fields;
  const build: BuildInputs = {
    context: fields.text("context") ?? ".",
    file: fields.text("file"),
    target: fields.text("target"),
    platforms: fields.parsedList("platforms", parsePlatform),
    tags: fields.parsedList("tags", parseReference),
    push: fields.flag("push", false),
    load: fields.flag("load", false),
    buildArgs: fields.list("build-args", { commas: false }),
    labels: fields.list("labels", { commas: false }),
    leg: fields.choice("leg", legs),
  };
  complainOfLeg(build, fields);
  if (build.context === "-") {
    complain("context", "`-` is standard input, which a step does not have; take a path or a URL");
  }
  if (build.push && fields.text("tags") === undefined) {
    complain("tags", "`push: true` needs a name to push to, such as `ghcr.io/owner/image:1.0`");
  }
  if (build.push && build.load && build.platforms.length > 1) {
    complain(
      "load",
      "`push` and `load` together take one platform; push here, and pull what you need",
    );
  }
  return build.leg === "false" ? build : { ...build, push: true };
}

function complainOfLeg(build: BuildInputs, { text, complain }: Fields): void {
  const { leg, push, load, platforms } = build;
  if (leg === "false") return;
  if (!push && text("tags") === undefined) {
    complain(
      "tags",
      `\`leg: ${leg}\` needs a name whose repository takes the leg, such as \`ghcr.io/owner/image:1.0\``,
    );
  }
  if (load) complain("load", "a leg is pushed, and not loaded; leave one of them out");
  if (leg === "tagged" && platforms.length === 0) {
    complain("platforms", "`leg: tagged` needs them for the tag, as in `linux/arm64`");
  }
}
