// From the texts of a workflow to the typed inputs; every complaint is collected.
import { didYouMean } from "../domain/nearest.ts";
import { checkBake, readBake, readBakeTarget } from "./bake-inputs.ts";
import { checkBuild } from "./build-checks.ts";
import { readBuild } from "./build-inputs.ts";
import { complainOfBakeAllowed, complainOfGateway } from "./build-run-inputs.ts";
import { readBuilder } from "./builder-inputs.ts";
import { readBuildx } from "./buildx-inputs.ts";
import { buildxNeedOf } from "./buildx-needs.ts";
import { complaintOf } from "./complaint.ts";
import { readEmulation } from "./emulators-inputs.ts";
import { type Complain, fieldsOf } from "./fields.ts";
import { foreignInput } from "./foreign-inputs.ts";
import type { Inputs } from "./inputs.ts";
import { complainOfHalfLogins, readLogins } from "./login-inputs.ts";
import { pushedHosts } from "./login-pushed-hosts.ts";
import { readProof } from "./proof-inputs.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { readRegistryInputs } from "./registry-inputs.ts";
import { readPatience } from "./retry-inputs.ts";
import { complainOfPasswords } from "./secret-command-line.ts";
import { readSigning } from "./sign-inputs.ts";

/** The inputs, and one text a mistake. With a mistake the inputs are not to be acted on. */
type Reading = {
  readonly inputs: Inputs;
  readonly problems: readonly string[];
  /** Every input that there is, as action.yml names it. */
  readonly names: readonly string[];
};

/** Reads and checks all inputs that need no look at the machine. */
export async function readInputs(raw: RawInputs): Promise<Reading> {
  const problems: string[] = [];
  const complain: Complain = (name, problem) => problems.push(complaintOf(name, problem));
  const fields = fieldsOf(raw, complain);
  const asked = readBuild(fields);
  const bake = readBake(fields);
  const bakeTarget = readBakeTarget(fields);
  if (bake === undefined) {
    checkBuild(asked, fields);
    complainOfBakeAllowed(asked.run, complain);
  } else {
    checkBake(asked, bake, fields);
  }
  const isPushedLeg = asked.leg !== "false" && !asked.pushByEvent;
  const build = isPushedLeg ? { ...asked, push: true } : asked;
  const proof = readProof(fields, build, bake !== undefined);
  const signing = await readSigning(fields);
  const patience = readPatience(fields);
  const buildx = await readBuildx(fields, buildxNeedOf(build));
  const builder = await readBuilder(fields);
  const emulation = readEmulation(fields);
  const network = await readRegistryInputs(fields);
  const login = await readLogins(fields, network.registries);
  complainOfGateway(build.run, builder, complain);
  complainOfHalfLogins(login, pushedHosts(build), complain);
  complainOfPasswords(fields);
  const inputs: Inputs = {
    ...{
      build,
      bake,
      bakeTarget,
      buildx,
      builder,
      emulation,
      network,
      proof,
      signing,
      login,
      patience,
    },
  };
  const names = fields.names();
  return { inputs, problems: [...problems, ...unknownInputs(raw, names)], names };
}

/** A text for each input given that is none of `names`, and not one that is merely needless. */
export function unknownInputs(raw: RawInputs, names: readonly string[]): readonly string[] {
  return unknownNames(raw, names).flatMap((name) => {
    const known = foreignInput(name);
    if (known?.kind === "needless") return [];
    if (known?.kind === "error") return [complaintOf(name, known.words)];
    if (known?.kind === "renamed" && names.includes(known.name)) {
      return [complaintOf(name, `is called \`${known.name}\` here`)];
    }
    return [complaintOf(name, `is not an input of this action${didYouMean(name, names)}`)];
  });
}

/** A text for each input given that Docker's actions have, and that changes nothing here. */
export function needlessInputs(raw: RawInputs, names: readonly string[]): readonly string[] {
  return unknownNames(raw, names).flatMap((name) => {
    const known = foreignInput(name);
    if (known?.kind !== "needless") return [];
    return [complaintOf(name, `is not needed here: ${known.words}; leave it out`)];
  });
}

function unknownNames(raw: RawInputs, names: readonly string[]): readonly string[] {
  return [...raw.keys()].filter((name) => !names.includes(name));
}
