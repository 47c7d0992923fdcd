// What an output leaves behind, and where: in registries, and in files on this machine.
import { attribute } from "./attributes.ts";
import type { Output } from "./export-inputs.ts";

/** Whether what the exporter makes goes to a registry. */
export function pushesImage(output: Output): boolean {
  // `registry` is buildx's word for an `image` that is pushed, unless it says otherwise.
  return attribute(output, "push") === undefined
    ? output.type === "registry"
    : isImage(output) && isTrue(output, "push");
}

/** Whether the exporter makes an image for registries, or for the builder's own store. */
export function isImage({ type }: Output): boolean {
  return type === "registry" || type === "image";
}

/** Whether the exporter makes an image that has a name. */
export function hasNames(output: Output): boolean {
  return isImage(output) || output.type === "oci" || output.type === "docker";
}

/** The names that the exporter gives itself, as they are written. */
export function ownNames(output: Output): readonly string[] {
  const names = hasNames(output) ? (attribute(output, "name") ?? "").split(",") : [];
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

/** Whether `push: true` applies to this exporter: an image's, without its own name, not by digest. */
export function takesPush(output: Output): boolean {
  return isImage(output) && !pushesByDigest(output) && ownNames(output).length === 0;
}

/** Whether the exporter loads an image into the engine. */
export function loadsImage(output: Output): boolean {
  return output.type === "docker" && attribute(output, "dest") === undefined;
}

/** Whether the exporter pushes without a tag. */
export function pushesByDigest(output: Output): boolean {
  return isTrue(output, "push-by-digest");
}

/** The path that an exporter writes an image layout to, and whether that is one file. */
export type LayoutPlace = { readonly path: string; readonly isTar: boolean };

/** The layout that the exporter leaves on this machine; undefined if it leaves none. */
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
