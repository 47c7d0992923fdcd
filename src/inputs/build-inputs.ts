// The inputs of the build itself.
import { type Platform, parsePlatform } from "../domain/platform.ts";
import { parseReference, type Reference } from "../domain/reference.ts";
import { type Exporter, exporterTexts, readExporters } from "./exporters.ts";
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
  /** Texts for `--output`, as they are, and what they say. */
  readonly outputs: readonly string[];
  readonly exporters: readonly Exporter[];
};

export function readBuild(fields: Fields): BuildInputs {
  const { complain } = fields;
  const build = {
    context: fields.text("context") ?? ".",
    file: fields.text("file"),
    target: fields.text("target"),
    platforms: fields.parsedList("platforms", parsePlatform),
    tags: fields.parsedList("tags", parseReference),
    push: fields.flag("push", false),
    load: fields.flag("load", false),
    buildArgs: fields.list("build-args", { commas: false }),
    labels: fields.list("labels", { commas: false }),
    outputs: exporterTexts(fields),
  };
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
  return { ...build, exporters: readExporters(build.outputs, fields) };
}
