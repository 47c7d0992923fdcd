// The inputs of the merge step, from the texts of a workflow to one typed value.

import { complainOfNames } from "./build-checks.ts";
import type { BuildInputs } from "./build-inputs.ts";
import { readBuildx } from "./buildx-inputs.ts";
import { complaintOf } from "./complaint.ts";
import { readEventInputs, readPush } from "./event-inputs.ts";
import { type Complain, type Fields, fieldsOf } from "./fields.ts";
import type { Inputs } from "./inputs.ts";
import { readWanted, type WantedPlatforms } from "./leg-platforms.ts";
import { type PlatformLeg, readLegs } from "./leg-texts.ts";
import { complainOfHalfLogins, readLogins } from "./login-inputs.ts";
import { pushedHosts } from "./login-pushed-hosts.ts";
import { levelsOf } from "./names-annotations.ts";
import { readNames } from "./names-inputs.ts";
import { type ProofInputs, readVerify } from "./proof-inputs.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { unknownInputs } from "./read-inputs.ts";
import { readRegistries } from "./registry-inputs.ts";
import { readRetryTimeout } from "./retry-inputs.ts";
import { complainOfPasswords } from "./secret-command-line.ts";
import { readSigning } from "./sign-inputs.ts";

/** What the image is called, and whether it is pushed: as in the step that builds. */
type MergedImage = Pick<
  BuildInputs,
  "names" | "tags" | "labels" | "annotations" | "event" | "push" | "pushByEvent" | "reproducible"
>;

export type MergeInputs = Pick<Inputs, "buildx" | "network" | "login" | "signing"> &
  WantedPlatforms & {
    readonly image: MergedImage;
    readonly githubToken: string | undefined;
    readonly legs: readonly PlatformLeg[];
    readonly verify: ProofInputs["verify"];
    /** What fails for the moment is tried again until then: milliseconds since its first failure. */
    readonly retryTimeout: number;
  };

/** The inputs, and one text a mistake. With a mistake the inputs are not to be acted on. */
type MergeReading = {
  readonly inputs: MergeInputs;
  readonly problems: readonly string[];
  /** What is wrong with the legs, which matters only if the image is pushed. */
  readonly legProblems: readonly string[];
  /** Every input that there is, as merge/action.yml names it. */
  readonly names: readonly string[];
};

/** @param run GitHub's ID of this workflow run */
export async function readMerge(raw: RawInputs, run: string): Promise<MergeReading> {
  const problems: string[] = [];
  const complain: Complain = (name, problem) => problems.push(complaintOf(name, problem));
  const fields = fieldsOf(raw, complain);
  const legProblems: string[] = [];
  const complainOfLegs: Complain = (name, problem) => {
    legProblems.push(complaintOf(name, problem));
  };
  const built = readLegs(fields.text("digests") ?? "{}", run, (problem) =>
    complainOfLegs("digests", problem),
  );
  const image = readImage(fields);
  const wanted = readWanted(fields, built, complainOfLegs);
  const githubToken = fields.text("github-token");
  const verify = readVerify(fields);
  const signing = await readSigning(fields);
  const retryTimeout = readRetryTimeout(fields);
  const buildx = await readBuildx(fields);
  // No BuildKit runs, which would ask mirrors, DNS servers and proxies.
  const registries = await readRegistries(fields);
  const network = { registries, mirrors: [], dns: [], proxy: false };
  const login = await readLogins(fields, registries);
  complainOfHalfLogins(login, pushedHosts({ ...image, outputs: [] }), complain);
  complainOfPasswords(fields);
  const inputs = {
    ...{ image, githubToken, legs: built.legs, ...wanted },
    ...{ verify, signing, retryTimeout, buildx, network, login },
  };
  const names = fields.names();
  return { inputs, problems: [...problems, ...unknownInputs(raw, names)], legProblems, names };
}

function readImage(fields: Fields): MergedImage {
  const { complain } = fields;
  const named = readNames(fields);
  if (fields.text("tags") === undefined && named.names.images.length === 0) {
    complain("tags", "the image needs a name, such as `ghcr.io/owner/image:1.0`");
  }
  const push = readPush(fields, true);
  const labels = fields.list("labels", { commas: false, comments: true });
  const annotations = fields.list("annotations", { commas: false, comments: true });
  complainOfNames({ buildArgs: [], labels, annotations }, complain);
  const event = readEventInputs(fields, { ...named.names, labels, annotations });
  const ofLayout = [
    ...event.annotationLevels.map((level) => ["annotation-levels", level] as const),
    ...annotations.flatMap((text) =>
      (levelsOf(text) ?? []).map((one) => ["annotations", one] as const),
    ),
  ];
  for (const [name, level] of ofLayout) {
    if (!level.startsWith("index-descriptor")) continue;
    complain(
      name,
      `\`${level}\` is part of an image layout, which a merge does not make; write \`index\``,
    );
  }
  return {
    ...named,
    ...{ labels, annotations, ...push },
    // If labels are made of the event, the index has them as annotations, at the levels asked for.
    event: { ...event, annotations: [...labelsAsAnnotations(event), ...event.annotations] },
    reproducible: false,
  };
}

function labelsAsAnnotations({
  annotationLevels,
  labels,
}: BuildInputs["event"]): BuildInputs["event"]["labels"] {
  return annotationLevels.length === 0 ? [] : labels;
}
