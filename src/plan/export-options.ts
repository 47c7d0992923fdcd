// How what was built gets its names, and where it goes.
import { formatReference, type Reference } from "../domain/reference.ts";
import { attribute } from "../inputs/attributes.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { Output } from "../inputs/export-inputs.ts";
import {
  hasNames,
  isImage,
  loadsImage,
  ownNames,
  pushesByDigest,
  pushesImage,
  takesPush,
} from "../inputs/export-kinds.ts";
import { repositoriesOf } from "../inputs/export-pushed-names.ts";
import { csvField } from "./builder-node.ts";

export type ExportSettings = {
  /** Registries that are spoken to without TLS, or without checking it, by hosts. */
  readonly insecure: readonly string[];
  /** Whether the push is by digest, and moves no tag. */
  readonly byDigest: boolean;
  /** The timestamp of everything in the image, in seconds since 1970. */
  readonly epoch: number | undefined;
  /** Whether attestations are in the older form, which is no OCI artifact. */
  readonly olderAttestations: boolean;
};

/** The attribute of exporters for the older form: docs/attestations of moby/buildkit. */
const olderForm = "oci-artifact=false";
const byDigestForm = ["push-by-digest=true", "name-canonical=true"];

type ExportInputs = Pick<BuildInputs, "names" | "outputs" | "tags" | "push" | "load">;

/**
 * `--tag`, `--push` and `--load`, or the exporters that they stand for if one has to say more.
 * Beside `outputs` each exporter has its names: `--tag` would take the place of an exporter's own
 * (build/opt.go of docker/buildx), and `--load` would count a tar file as a load.
 */
export function exportOptions(inputs: ExportInputs, settings: ExportSettings): readonly string[] {
  const { tags, push, load, outputs } = inputs;
  const { insecure, byDigest } = settings;
  const isApart = push && tags.some((tag) => insecure.includes(hostOf(tag)));
  if (outputs.length === 0 && !isApart && !byDigest) {
    const names = tags.flatMap((tag) => ["--tag", formatReference(tag)]);
    return [...names, ...plainPush(push, settings), ...plainLoad(load, settings)];
  }
  const pushes = push && !outputs.some(takesPush) ? [exporter("image")] : [];
  const loads = load && !outputs.some(loadsImage) ? [exporter("docker")] : [];
  return [...pushes, ...loads, ...outputs].flatMap((output) =>
    textsOf(output, inputs, settings).flatMap((text) => ["--output", text]),
  );
}

function exporter(type: "docker" | "image"): Output {
  return { type, text: `type=${type}`, fields: [{ key: "type", value: type }] };
}

function plainPush(push: boolean, { epoch, olderAttestations }: ExportSettings): readonly string[] {
  const more = [
    ...(epoch === undefined ? [] : ["rewrite-timestamp=true"]),
    ...(olderAttestations ? [olderForm] : []),
  ];
  if (!push) return [];
  return more.length === 0 ? ["--push"] : ["--output", `type=image,push=true,${more.join(",")}`];
}

function plainLoad(load: boolean, { epoch }: ExportSettings): readonly string[] {
  if (!load) return [];
  return epoch === undefined ? ["--load"] : ["--output", "type=docker,rewrite-timestamp=true"];
}

/** The exporter with all its attributes, once for each group of registries. */
function textsOf(
  output: Output,
  inputs: ExportInputs,
  settings: ExportSettings,
): readonly string[] {
  if (!hasNames(output)) return [output.text];
  const { tags } = inputs;
  const isPush = inputs.push && takesPush(output);
  const pushes = isPush || pushesImage(output);
  const byDigest = isPush && settings.byDigest;
  const names =
    byDigest || pushesByDigest(output)
      ? repositoriesOf(inputs)
      : // An image that gets its tags later must not get one here.
        settings.byDigest
        ? []
        : tags.map(formatReference);
  const isAbsent = (key: string) => attribute(output, key) === undefined;
  const more = [
    ...(settings.epoch !== undefined && isAbsent("rewrite-timestamp")
      ? ["rewrite-timestamp=true"]
      : []),
    ...(settings.olderAttestations && pushes && isAbsent("oci-artifact") ? [olderForm] : []),
  ];
  const push = isPush && !pushesImage(output) ? ["push=true"] : [];
  const text = (named: readonly string[], flags: readonly string[]) =>
    [
      output.text,
      ...(named.length === 0 ? [] : [csvField(`name=${named.join(",")}`)]),
      ...(byDigest ? byDigestForm : []),
      ...[...push, ...flags, ...more],
    ].join(",");
  if (names.length === 0 || ownNames(output).length > 0) return [text([], [])];
  if (!pushes || !isImage(output)) return [text(names, [])];
  return groupsOf(names, settings.insecure).map((group) =>
    text(group.names, group.insecure ? ["registry.insecure=true"] : []),
  );
}

type Group = { readonly names: readonly string[]; readonly insecure: boolean };

/** The names by exporters, as `registry.insecure` of one holds for the host of its first name. */
export function groupsOf(names: readonly string[], insecure: readonly string[]): readonly Group[] {
  const apart = [...new Set(names.map(hostIn))].filter((host) => insecure.includes(host));
  const rest = names.filter((name) => !apart.includes(hostIn(name)));
  return [
    ...apart.map((host) => ({
      names: names.filter((name) => hostIn(name) === host),
      insecure: true,
    })),
    ...(rest.length === 0 ? [] : [{ names: rest, insecure: false }]),
  ];
}

function hostOf({ repository }: Reference): string {
  return hostIn(repository);
}

/** `registry.internal:5000/team/app:1` → `registry.internal:5000` */
function hostIn(name: string): string {
  return name.slice(0, name.indexOf("/"));
}
