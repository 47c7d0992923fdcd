// What inputs of the build can't be, or can't be together.
import { attribute } from "./attributes.ts";
import { type BuildInputs, standardInput } from "./build-inputs.ts";
import { complainOfArchives } from "./export-inputs.ts";
import { pushesImage } from "./export-kinds.ts";
import { complainOfPushes } from "./export-pushes.ts";
import type { Complain, Fields } from "./fields.ts";
import { notQuoted, quotesWithin } from "./list.ts";
import { complainOfIndexAnnotations } from "./names-annotations.ts";
import { complainOfNameClashes } from "./names-clashes.ts";

export function checkBuild(build: BuildInputs, fields: Fields): void {
  const { complain } = fields;
  complainOfNames(build, complain);
  complainOfIndexAnnotations(build, complain);
  complainOfLeg(build, fields);
  if (build.call === undefined) {
    complainOfArchives(build, fields);
    complainOfPushes(build, fields);
  }
  for (const name of ["context", "file"] as const) {
    if (build[name] !== standardInput) continue;
    complain(name, "`-` is standard input, which a step does not have; write a path or a URL");
  }
  const pushes = build.push || build.pushByEvent;
  const hasName =
    fields.text("tags") !== undefined ||
    build.names.images.length > 0 ||
    build.outputs.some((output) => attribute(output, "name"));
  if (pushes && !hasName) {
    const push = build.pushByEvent ? "auto" : "true";
    complain(
      "tags",
      `\`push: ${push}\` needs a name to push to, such as \`ghcr.io/owner/image:1.0\``,
    );
  }
  if (pushes && build.load && build.platforms.length > 1) {
    complain(
      "load",
      "`push` and `load` together support only one platform; push here, and pull the image where you need it",
    );
  }
  complainOfNameClashes({ ...build, push: pushes || build.leg !== "false" }, complain);
}

function complainOfLeg(build: BuildInputs, { text, complain }: Fields): void {
  const { leg, push, load, outputs, platforms, names, pushByEvent } = build;
  if (leg === "false") return;
  if (!push && !pushByEvent && text("tags") === undefined && names.images.length === 0) {
    complain(
      "tags",
      `\`leg: ${leg}\` needs a name, whose repository the leg is pushed to, such as \`ghcr.io/owner/image:1.0\``,
    );
  }
  if (load) complain("load", "a leg is pushed, not loaded; leave out `load` or `leg`");
  const own = outputs.find(pushesImage);
  if (own !== undefined) {
    complain(
      "outputs",
      `\`${own.text}\` pushes by itself, but a leg is pushed to the repositories in \`tags\` and \`images\`; write only how, as in \`type=image,compression=zstd\`, or leave it out`,
    );
  }
  if (leg === "tagged" && platforms.length === 0) {
    complain(
      "platforms",
      "`leg: tagged` needs platforms, which are part of its tags, such as `linux/arm64`",
    );
  }
}

export function complainOfNames(
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
