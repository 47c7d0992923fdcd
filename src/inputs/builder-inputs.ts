// The inputs of the builder.
import { complainOfDriver, complainOfShaping, type Driver, drivers } from "./builder-drivers.ts";
import { type NodeInputs, readNodes } from "./builder-node-inputs.ts";
import type { Fields } from "./fields.ts";

export type BuilderInputs = {
  /** A builder that is there already, and is used as it is. */
  readonly existing: string | undefined;
  readonly name: string | undefined;
  readonly driver: Driver;
  /** The first is the builder's own, the others are appended. */
  readonly nodes: readonly NodeInputs[];
  readonly buildkitdConfigs: readonly BuildkitdConfig[];
  readonly use: boolean;
  readonly bootstrap: boolean;
  readonly keepState: boolean;
  readonly cleanup: boolean;
};

export type BuildkitdConfig =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "inline"; readonly text: string };

export async function readBuilder(fields: Fields): Promise<BuilderInputs> {
  const existing = fields.text("builder");
  const driver = readDriver(fields);
  const inputs: BuilderInputs = {
    existing,
    driver,
    nodes: await readNodes(fields),
    buildkitdConfigs: readBuildkitdConfigs(fields),
    name: readName(fields),
    use: fields.flag("use", false),
    bootstrap: fields.flag("bootstrap", true),
    keepState: fields.flag("keep-state", false),
    cleanup: fields.flag("cleanup", true),
  };
  if (inputs.keepState && inputs.name === undefined) {
    fields.complain(
      "keep-state",
      "needs `name`, because the cache is kept under the builder's name; add one, such as `name: ci`",
    );
  }
  if (existing === undefined) complainOfDriver(fields, inputs);
  else complainOfShaping(fields, existing, driver);
  return inputs;
}

function readDriver(fields: Fields): Driver {
  if (fields.text("driver") !== "cloud") return fields.choice("driver", drivers);
  fields.complain(
    "driver",
    "`cloud` needs Docker's own build of buildx and a login: create the builder with docker/setup-buildx-action before this step, and set `builder` to its output `name`",
  );
  return drivers[0];
}

function readName(fields: Fields): string | undefined {
  const name = fields.text("name");
  if (name !== undefined && !/^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name)) {
    fields.complain(
      "name",
      `\`${name}\` is not a name for a builder; start with a letter and continue with letters, digits, \`.\`, \`_\` or \`-\`, as in \`my-builder\``,
    );
  }
  // builder/builder.go of docker/buildx
  if (name === "default") {
    fields.complain(
      "name",
      "buildx uses `default` for the engine itself; choose another name, such as `my-builder`, or use `driver: docker` to build in the engine",
    );
  }
  return name;
}

function readBuildkitdConfigs(fields: Fields): readonly BuildkitdConfig[] {
  const path = fields.text("buildkitd-config");
  const text = fields.text("buildkitd-config-inline");
  return [
    ...(path === undefined ? [] : [{ kind: "file", path } as const]),
    ...(text === undefined ? [] : [{ kind: "inline", text } as const]),
  ];
}
