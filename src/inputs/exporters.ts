// What an output leaves behind, and where: in registries, and in files on this machine.
import { attribute } from "./attributes.ts";
import type { Output } from "./output-inputs.ts";

/** Whether what the exporter makes goes to a registry. */
export function pushesImage(output: Output): boolean {
  return output.type === "registry" || (output.type === "image" && isTrue(output, "push"));
}

/** Whether the exporter pushes without a tag. */
export function pushesByDigest(output: Output): boolean {
  return isTrue(output, "push-by-digest");
}

/** Where an exporter writes an image's layout to, and whether as one file. */
export type LayoutPlace = { readonly path: string; readonly isTar: boolean };

/** The layout that the exporter leaves on this machine; undefined where it leaves none. */
export function layoutPlace(output: Output): LayoutPlace | undefined {
  const dest = attribute(output, "dest");
  const isLayout = output.type === "oci" || output.type === "docker";
  if (!isLayout || dest === undefined || dest === "" || dest === "-") return undefined;
  const isTar = attribute(output, "tar") === undefined || isTrue(output, "tar");
  return { path: dest, isTar };
}

// strconv.ParseBool of Go, with which BuildKit reads attributes; one without a value is true.
function isTrue(output: Output, key: string): boolean {
  const text = attribute(output, key);
  return text !== undefined && ["", "1", "t", "true"].includes(text.toLowerCase());
}
