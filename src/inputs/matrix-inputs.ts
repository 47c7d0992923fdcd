// The inputs of the matrix step, from the texts of a workflow to one typed value.
import { formatPlatform, type Platform, parsePlatform } from "../domain/platform.ts";
import { complaintOf } from "./complaint.ts";
import { type Complain, type Fields, fieldsOf } from "./fields.ts";
import { splitList } from "./list.ts";
import { type Checkout, readCheckout } from "./matrix-checkout.ts";
import { readPlatformList } from "./platform-list.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { unknownInputs } from "./read-inputs.ts";

export type MatrixInputs = {
  readonly platforms: readonly Platform[];
  /** The labels of the runners that each platform is built on, by the platform: `linux/arm64`. */
  readonly runners: ReadonlyMap<string, readonly string[]>;
  /** Platforms whose job may fail, by their names. */
  readonly optional: readonly string[];
  readonly checkout: Checkout;
};

type MatrixReading = {
  readonly inputs: MatrixInputs;
  readonly problems: readonly string[];
  /** Every input that there is, as matrix/action.yml names it. */
  readonly names: readonly string[];
};

const example = "`linux/arm64 = self-hosted, linux, arm64`";

export function readMatrix(raw: RawInputs): MatrixReading {
  const problems: string[] = [];
  const complain: Complain = (name, problem) => problems.push(complaintOf(name, problem));
  const fields = fieldsOf(raw, complain);
  const platforms = readPlatformList(fields, "platforms").platforms;
  if (fields.text("platforms") === undefined) {
    complain("platforms", "is empty; each platform gets a job, as in `linux/amd64,linux/arm64`");
  }
  const runners = readRunners(fields);
  const optional = readOptional(fields, platforms);
  const checkout = readCheckout(fields);
  const names = fields.names();
  problems.push(...unknownInputs(raw, names));
  return { inputs: { platforms, runners, optional, checkout }, problems, names };
}

function readOptional(fields: Fields, platforms: readonly Platform[]): readonly string[] {
  const built = platforms.map(formatPlatform);
  const optional = readPlatformList(fields, "optional-platforms").platforms.map(formatPlatform);
  for (const name of optional.filter((one) => !built.includes(one))) {
    fields.complain("optional-platforms", `${name} is not in \`platforms\`; add it there too`);
  }
  return optional;
}

function readRunners({ list, complain }: Fields): MatrixInputs["runners"] {
  const runners = new Map<string, readonly string[]>();
  for (const line of list("runners", { commas: false })) {
    const [, name = "", text = ""] = /^([^=\s]+)\s*=\s*(.+)$/.exec(line) ?? [];
    const labels = splitList(text, { commas: "outside quotes" });
    const platform = parsePlatform(name);
    if (labels.length === 0) {
      complain("runners", `\`${line}\` is not \`platform = label\`, as in ${example}`);
    } else if (!platform.ok) {
      complain("runners", platform.problem);
    } else if (runners.has(formatPlatform(platform.value))) {
      complain("runners", `has ${formatPlatform(platform.value)} twice; keep one`);
    } else {
      runners.set(formatPlatform(platform.value), labels);
    }
  }
  return runners;
}
