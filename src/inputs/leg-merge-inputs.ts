// The inputs of the merge step, from the texts of a workflow to one typed value.
import { formatPlatform, type Platform } from "../domain/platform.ts";
import { distinctReferences, parseReference, type Reference } from "../domain/reference.ts";
import { readBuildx } from "./buildx-inputs.ts";
import { complaintOf } from "./complaint.ts";
import { type Complain, type Fields, fieldsOf } from "./fields.ts";
import type { Inputs } from "./inputs.ts";
import { type PlatformLeg, readLegs } from "./leg-texts.ts";
import { complainOfHalfLogins, readLogins } from "./login-inputs.ts";
import { hostsOf } from "./login-pushed-hosts.ts";
import { readPlatformList } from "./platform-list.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { unknownInputs } from "./read-inputs.ts";
import { readRegistries } from "./registry-inputs.ts";
import { readRetryTimeout } from "./retry-inputs.ts";
import { complainOfPasswords } from "./secret-command-line.ts";

export type MergeInputs = Pick<Inputs, "buildx" | "network" | "login"> & {
  readonly legs: readonly PlatformLeg[];
  readonly tags: readonly Reference[];
  /** `key=value` each, for the index. */
  readonly annotations: readonly string[];
  /** Those that the index has to have, no more and no less. */
  readonly platforms: readonly Platform[];
  /** What fails for the moment is tried again until then: milliseconds since its first failure. */
  readonly retryTimeout: number;
};

/** The inputs, and one text a mistake. With a mistake the inputs are not to be acted on. */
type MergeReading = {
  readonly inputs: MergeInputs;
  readonly problems: readonly string[];
  /** Every input that there is, as merge/action.yml names it. */
  readonly names: readonly string[];
};

/** @param run GitHub's ID of this workflow run */
export async function readMerge(raw: RawInputs, run: string): Promise<MergeReading> {
  const problems: string[] = [];
  const complain: Complain = (name, problem) => problems.push(complaintOf(name, problem));
  const fields = fieldsOf(raw, complain);
  const legs = readDigests(fields, run);
  const tags = distinctReferences(fields.parsedList("tags", parseReference));
  if (fields.text("tags") === undefined) {
    complain("tags", "the image needs a name, such as `ghcr.io/owner/image:1.0`");
  }
  const annotations = readAnnotations(fields);
  const platforms = readPlatforms(fields, legs);
  const retryTimeout = readRetryTimeout(fields);
  const buildx = await readBuildx(fields);
  // No BuildKit runs, which would ask mirrors, DNS servers and proxies.
  const registries = await readRegistries(fields);
  const network = { registries, mirrors: [], dns: [], proxy: false };
  const login = await readLogins(fields, registries);
  complainOfHalfLogins(login, hostsOf(tags), complain);
  complainOfPasswords(fields);
  const inputs = { legs, tags, annotations, platforms, retryTimeout, buildx, network, login };
  const names = fields.names();
  return { inputs, problems: [...problems, ...unknownInputs(raw, names)], names };
}

function readDigests({ text, complain }: Fields, run: string): readonly PlatformLeg[] {
  const tell = (problem: string) => complain("digests", problem);
  return readLegs(text("digests") ?? "{}", run, tell);
}

// The form of docker/build-push-action: what the annotation is for may stand before it.
function readAnnotations({ list, complain }: Fields): readonly string[] {
  return list("annotations", { commas: false, comments: true }).flatMap((item) => {
    const [, level = "index", annotation = ""] =
      /^(?:(index|manifest|index-descriptor|manifest-descriptor)(?:\[[^\]]*\])?:)?(.*)$/s.exec(
        item,
      ) ?? [];
    if (!/^[^=\s]+=/.test(annotation)) {
      complain(
        "annotations",
        `\`${item}\` is not \`key=value\`, as in \`org.opencontainers.image.title=App\``,
      );
    } else if (level !== "index") {
      complain(
        "annotations",
        `\`${item}\` is for ${level}s, which the legs have already pushed; the merge can only annotate the index`,
      );
    } else return [annotation];
    return [];
  });
}

function readPlatforms(fields: Fields, legs: readonly PlatformLeg[]): readonly Platform[] {
  const wanted = readPlatformList(fields, "platforms").platforms;
  const built = legs.map(({ platform }) => platform);
  if (wanted.length === 0) return built;
  const names = { wanted: wanted.map(formatPlatform), built: built.map(formatPlatform) };
  for (const name of names.wanted.filter((one) => legs.length > 0 && !names.built.includes(one))) {
    fields.complain(
      "platforms",
      `${name} has no leg in \`digests\`; did its job fail, or does it not declare \`leg-…\` as an output?`,
    );
  }
  for (const name of names.built.filter((one) => !names.wanted.includes(one))) {
    fields.complain(
      "platforms",
      `${name} has a leg in \`digests\`, but is not in \`platforms\`; add it, or leave out the leg`,
    );
  }
  return wanted;
}
