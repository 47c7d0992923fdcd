// The inputs of the builder.
import { readDriverOpts } from "./driver-opts.ts";
import type { Fields } from "./fields.ts";

export type BuilderInputs = {
  readonly name: string | undefined;
  readonly driver: Driver;
  /** `key=value` each. */
  readonly driverOpts: readonly string[];
  readonly buildkitdFlags: string | undefined;
  readonly buildkitdConfig: BuildkitdConfig | undefined;
  readonly use: boolean;
  readonly cleanup: boolean;
};

export type Driver = (typeof drivers)[number];
const drivers = ["docker-container"] as const;

export type BuildkitdConfig =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "inline"; readonly text: string };

export function readBuilder(fields: Fields): BuilderInputs {
  return {
    driver: fields.choice("driver", drivers),
    driverOpts: readDriverOpts(fields.text("driver-opts"), fields.complain),
    buildkitdFlags: fields.text("buildkitd-flags"),
    buildkitdConfig: readBuildkitdConfig(fields),
    name: readName(fields),
    use: fields.flag("use", false),
    cleanup: fields.flag("cleanup", true),
  };
}

function readName(fields: Fields): string | undefined {
  const name = fields.text("name");
  if (name !== undefined && !/^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name)) {
    fields.complain(
      "name",
      `\`${name}\` is not a builder's name; it starts with a letter and goes on with letters, digits, \`.\`, \`_\`, \`-\`, as in \`my-builder\``,
    );
  }
  return name;
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
