// How what was built gets its names, and where it goes.
import { formatReference, type Reference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { csvField } from "./node.ts";

export type ExportSettings = {
  /** Registries that are spoken to without TLS, or without checking it, by hosts. */
  readonly insecure: readonly string[];
  /** Whether the push is by digest, and moves no tag. */
  readonly byDigest: boolean;
  /** The time that everything in the image is to have, in seconds since 1970. */
  readonly epoch: number | undefined;
  /** Whether attestations are in the older form, which is no OCI artifact. */
  readonly olderAttestations: boolean;
};

/** The attribute of exporters for the older form: docs/attestations of moby/buildkit. */
export const olderAttestations = "oci-artifact=false";

type Given = Pick<BuildInputs, "tags" | "push" | "load">;

/** `--tag`, `--push` and `--load`, or the exporters that they stand for where one has to say more. */
export function exportOptions(inputs: Given, settings: ExportSettings): readonly string[] {
  const { tags, push, load } = inputs;
  const { insecure, byDigest, epoch } = settings;
  const rewrite = epoch === undefined ? "" : ",rewrite-timestamp=true";
  const more = settings.olderAttestations ? `${rewrite},${olderAttestations}` : rewrite;
  const loads = rewrite === "" ? ["--load"] : ["--output", `type=docker${rewrite}`];
  const hosts = push ? [...new Set(tags.map(hostOf))] : [];
  const apart = hosts.filter((host) => insecure.includes(host));
  if (apart.length === 0 && !byDigest) {
    const names = tags.flatMap((tag) => ["--tag", formatReference(tag)]);
    const pushes = more === "" ? ["--push"] : ["--output", `type=image,push=true${more}`];
    return [...names, ...(push ? pushes : []), ...(load ? loads : [])];
  }
  // An exporter's `registry.insecure` holds for the host of its first name.
  const rest = tags.filter((tag) => !apart.includes(hostOf(tag)));
  const groups = [
    ...apart.map((host) => ({ tags: tags.filter((tag) => hostOf(tag) === host), insecure: true })),
    ...(rest.length === 0 ? [] : [{ tags: rest, insecure: false }]),
  ];
  const outputs = groups.flatMap((group) => {
    const names = csvField(`name=${namesFor(group.tags, byDigest).join(",")}`);
    const nameless = byDigest ? ",push-by-digest=true,name-canonical=true" : "";
    const flags = group.insecure ? ",registry.insecure=true" : "";
    return ["--output", `type=image,${names}${nameless},push=true${flags}${more}`];
  });
  return [...outputs, ...(load ? loads : [])];
}

function namesFor(tags: readonly Reference[], byDigest: boolean): readonly string[] {
  if (!byDigest) return tags.map(formatReference);
  return [...new Set(tags.map(({ repository }) => repository))];
}

/** `registry.internal:5000/team/app` → `registry.internal:5000` */
function hostOf({ repository }: Reference): string {
  return repository.slice(0, repository.indexOf("/"));
}
