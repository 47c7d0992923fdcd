// From the texts of a workflow to the typed inputs; every complaint is collected.
import { nearest } from "../domain/nearest.ts";
import { parsePlatform } from "../domain/platform.ts";
import { parseReference } from "../domain/reference.ts";
import { readDriverOpts } from "./driver-opts.ts";
import { type Complain, type Fields, fieldsOf } from "./fields.ts";
import {
  type BuilderInputs,
  type BuildInputs,
  type BuildkitdConfig,
  drivers,
  type Inputs,
} from "./inputs.ts";
import { defaultBinfmtImage, readQemu } from "./qemu.ts";
import type { RawInputs } from "./raw-inputs.ts";

/** The inputs, and one text a mistake. With a mistake the inputs are not to be acted on. */
export type Reading = { readonly inputs: Inputs; readonly problems: readonly string[] };

/** Reads and checks all inputs that need no look at the machine. */
export function readInputs(raw: RawInputs): Reading {
  const problems: string[] = [];
  const complain: Complain = (name, problem) => problems.push(`\`${name}\`: ${problem}`);
  const fields = fieldsOf(raw, complain);
  const inputs: Inputs = {
    build: readBuild(fields),
    builder: readBuilder(fields),
    emulation: {
      image: fields.text("binfmt-image") ?? defaultBinfmtImage,
      qemu: readQemu(fields.list("qemu", { commas: true }), complain),
    },
  };
  for (const name of raw.keys()) {
    if (!inputNames.includes(name)) complain(name, unknownInput(name));
  }
  return { inputs, problems };
}

/** Every input, as action.yml names it. */
export const inputNames: readonly string[] = [
  "context",
  "file",
  "target",
  "platforms",
  "tags",
  "push",
  "load",
  "build-args",
  "labels",
  "driver",
  "driver-opts",
  "buildkitd-flags",
  "buildkitd-config",
  "buildkitd-config-inline",
  "name",
  "use",
  "cleanup",
  "binfmt-image",
  "qemu",
];

function unknownInput(name: string): string {
  const near = nearest(name, inputNames);
  return `is not an input of this action${near === undefined ? "" : `; did you mean \`${near}\`?`}`;
}

function readBuild(fields: Fields): BuildInputs {
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
  return build;
}

function readBuilder(fields: Fields): BuilderInputs {
  const name = fields.text("name");
  if (name !== undefined && !/^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name)) {
    fields.complain(
      "name",
      `\`${name}\` is not a builder's name; it starts with a letter and goes on with letters, digits, \`.\`, \`_\`, \`-\`, as in \`my-builder\``,
    );
  }
  return {
    name,
    driver: fields.choice("driver", drivers),
    driverOpts: readDriverOpts(fields.text("driver-opts"), fields.complain),
    buildkitdFlags: fields.text("buildkitd-flags"),
    buildkitdConfig: readBuildkitdConfig(fields),
    use: fields.flag("use", false),
    cleanup: fields.flag("cleanup", true),
  };
}

function readBuildkitdConfig(fields: Fields): BuildkitdConfig | undefined {
  const path = fields.text("buildkitd-config");
  const text = fields.text("buildkitd-config-inline");
  if (path !== undefined && text !== undefined) {
    fields.complain("buildkitd-config-inline", "takes the place of `buildkitd-config`; give one");
  }
  if (text !== undefined) return { kind: "inline", text };
  return path === undefined ? undefined : { kind: "file", path };
}
