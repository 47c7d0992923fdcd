// Checks and reads the files that the inputs name.
import { readFile, stat } from "node:fs/promises";
import type { BuildkitdConfig } from "../inputs/builder-inputs.ts";
import type { NodeInputs } from "../inputs/builder-node-inputs.ts";
import type { BuildkitdConfigFile, GivenConfig, NamedPath } from "../inputs/buildkitd-config.ts";
import type { Complain } from "../inputs/fields.ts";

/** The texts of BuildKit's configuration, and the inputs that they came in. */
export async function readGivenConfigs(
  configs: readonly BuildkitdConfig[],
  complain: Complain,
): Promise<readonly GivenConfig[]> {
  const given: GivenConfig[] = [];
  for (const config of configs) {
    if (config.kind === "inline") {
      given.push({ input: "buildkitd-config-inline", text: config.text });
    } else if ((await kindOf(config.path)) === "file") {
      given.push({ input: "buildkitd-config", text: await readFile(config.path, "utf8") });
    } else {
      complain(
        "buildkitd-config",
        `there is no file \`${config.path}\`; take a path as seen from the working directory, such as \`.github/buildkitd.toml\``,
      );
    }
  }
  return given;
}

/**
 * Complains of every certificate and key that is not there.
 *
 * @param nodes those of a remote builder, whose options name files too
 */
export async function checkCertificates(
  config: BuildkitdConfigFile | undefined,
  nodes: readonly NodeInputs[],
  complain: Complain,
): Promise<void> {
  const written = config?.pems.map(({ path }) => path) ?? [];
  const all = [
    ...(config?.certificates ?? []).filter(({ path }) => !written.includes(path)),
    ...nodes.flatMap(certificatesOf),
  ];
  const kinds = await Promise.all(all.map(({ path }) => kindOf(path)));
  for (const [index, { input, path }] of all.entries()) {
    if (kinds[index] === "file") continue;
    complain(
      input,
      `there is no file \`${path}\`; take a path on the runner, such as \`/etc/ssl/registry-ca.pem\``,
    );
  }
}

// buildx finds a file that is not there only when it gives up after 20 seconds.
function certificatesOf({ driverOpts }: NodeInputs): readonly NamedPath[] {
  const paths = driverOpts.flatMap(
    (option) => /^(?:cacert|cert|key)=(.*)$/.exec(option)?.[1] ?? [],
  );
  return paths.map((path) => ({ input: "driver-opts", path }));
}

/** What is at a path. */
export async function kindOf(path: string): Promise<"file" | "directory" | "absent"> {
  try {
    return (await stat(path)).isDirectory() ? "directory" : "file";
  } catch {
    return "absent";
  }
}
