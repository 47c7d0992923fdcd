// The `outputs` input: what the build exports, and to which destination.
import { notOneOf } from "../domain/nearest.ts";
import { type AttestationInputs, asksForAttestations } from "./attestation-inputs.ts";
import { type Attributes, attribute, readAttributes } from "./attributes.ts";
import type { Complain, Fields } from "./fields.ts";

export type Output = Attributes & { readonly type: OutputType };
type OutputType = (typeof types)[number];

// util/buildflags/export.go of docker/buildx, and docs/exporters of moby/buildkit
const types = ["image", "registry", "local", "tar", "oci", "docker", "cacheonly"] as const;
const example = "`type=local,dest=out`";

export function readOutputs(fields: Fields): readonly Output[] {
  return fields
    .list("outputs", { commas: false, quotes: false })
    .map((text) => readOutput("outputs", text, fields.complain));
}

/** Reads one exporter, of the input `name`. */
export function readOutput(name: string, text: string, told: Complain): Output {
  const complain = (problem: string) => told(name, problem);
  const attributes = readAttributes(name, text, told);
  const [first, ...others] = attributes.fields;
  // A path alone is a folder, `-` a tar file on standard output.
  if (first?.value === undefined && others.length === 0) {
    if (text === "-") complain("`-` is standard output, which is the log; name a file in `dest`");
    return { ...attributes, type: "local" };
  }
  for (const { key, value } of attributes.fields) {
    if (value === undefined) complain(`\`${text}\`: \`${key}\` has no value; write \`key=value\``);
  }
  return { ...attributes, type: typeOf(attributes, complain) };
}

function typeOf(output: Attributes, complain: (problem: string) => void): OutputType {
  const given = attribute(output, "type");
  const { text } = output;
  const type = types.find((known) => known === given);
  if (given === undefined) {
    complain(`\`${text}\` has no \`type=\`; write, for example, ${example}`);
  } else if (type === undefined) {
    complain(`\`${text}\`: ${notOneOf(given, types)}`);
  } else {
    complainOfPlace(output, type, complain);
  }
  return type ?? "cacheonly";
}

function complainOfPlace(
  output: Attributes,
  type: OutputType,
  complain: (problem: string) => void,
): void {
  const { text } = output;
  const needs = type === "local" || type === "tar" || type === "oci";
  const place = attribute(output, "dest");
  if (place === "-") {
    complain(`\`${text}\`: \`dest=-\` is standard output, which is the log; name a file`);
  } else if (needs && (place === undefined || place === "")) {
    complain(`\`${text}\` needs a destination, such as \`type=${type},dest=out${fileOf(type)}\``);
  }
}

function fileOf(type: OutputType): string {
  return type === "local" ? "" : ".tar";
}

type Build = {
  readonly outputs: readonly Output[];
  readonly platforms: readonly unknown[];
  readonly attestations: AttestationInputs;
};

/** Complains of what buildx can't write as Docker's archive: build/opt.go of docker/buildx. */
export function complainOfArchives(build: Build, { complain }: Pick<Fields, "complain">): void {
  const { outputs, platforms, attestations } = build;
  const tooMuch =
    platforms.length > 1
      ? "several platforms"
      : asksForAttestations(attestations) && "attestations";
  const archive = outputs.find(
    (output) => output.type === "docker" && attribute(output, "dest") !== undefined,
  );
  if (archive === undefined || tooMuch === false) return;
  complain("outputs", `\`${archive.text}\` can't hold ${tooMuch}; use \`type=oci\``);
}

/** Whether the build makes files only, and no image that has an ID. */
export function hasFilesOnly(outputs: readonly Output[]): boolean {
  return outputs.some(({ type }) => type === "local" || type === "tar");
}

/** Whether something goes into the engine's own store, or into a tar file in its form. */
export function hasDockerExporter(outputs: readonly Output[], load: boolean): boolean {
  return load || outputs.some(({ type }) => type === "docker");
}
