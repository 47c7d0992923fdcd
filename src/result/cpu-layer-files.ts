// Resolves a path in an image through the layers that make up its file system:
// https://github.com/opencontainers/image-spec/blob/main/layer.md

/** What a layer has under a name. */
export type LayerFile =
  | { readonly kind: "directory" | "other" }
  /** `head`: its first bytes, up to `headBytes`. */
  | { readonly kind: "file"; readonly head: Uint8Array }
  /** `to`: as it is written, relative to the link's folder. */
  | { readonly kind: "symlink"; readonly to: string }
  /** `to`: from the root. */
  | { readonly kind: "link"; readonly to: string };

/** As much of a file as Linux reads to tell what it is. */
export const headBytes = 256;

export type Layer = {
  /** By the path from the root: `usr/bin/app`. */
  readonly files: ReadonlyMap<string, LayerFile>;
  /** What older layers had under these paths is gone. */
  readonly removed: ReadonlySet<string>;
  /** What older layers had below these folders is gone. */
  readonly emptied: ReadonlySet<string>;
  /** Whether there is no more in it. */
  readonly isWhole: boolean;
};

/**
 * What a path leads to. `older`: that is for an older layer to tell; `unknown`: it may be in a part
 * of a layer that was not read; `missing`: there is no such file.
 */
export type FoundFile = LayerFile | "older" | "unknown" | "missing";

const mostLinks = 40;

/**
 * Follows a path, and all links on its way.
 *
 * @param layers the newest first, as many as were read
 * @param areAll whether the image has no older ones
 */
export function findFile(path: string, layers: readonly Layer[], areAll: boolean): FoundFile {
  let folder = "";
  let file: LayerFile = { kind: "directory" };
  let links = 0;
  const rest = path.split("/");
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === "" || name === ".") continue;
    if (file.kind !== "directory") return "missing";
    if (name === "..") {
      folder = parentOf(folder);
      continue;
    }
    const place = folder === "" ? name : `${folder}/${name}`;
    const found = fileAt(place, layers, areAll);
    if (typeof found === "string") return found;
    if (found.kind === "symlink" || found.kind === "link") {
      if (++links > mostLinks) return "missing";
      if (found.kind === "link" || found.to.startsWith("/")) folder = "";
      rest.unshift(...found.to.split("/"));
    } else {
      folder = place;
      file = found;
    }
  }
  return file;
}

// The newest layer that says anything of a path has the word.
function fileAt(place: string, layers: readonly Layer[], areAll: boolean): FoundFile {
  for (const layer of layers) {
    const found = layer.files.get(place);
    if (found !== undefined) return found;
    if (!layer.isWhole) return "unknown";
    if (hides(layer, place)) return "missing";
  }
  return areAll ? "missing" : "older";
}

function hides({ files, removed, emptied }: Layer, place: string): boolean {
  if (removed.has(place) || emptied.has("")) return true;
  for (let folder = parentOf(place); folder !== ""; folder = parentOf(folder)) {
    const above = files.get(folder);
    if (removed.has(folder) || emptied.has(folder)) return true;
    if (above !== undefined && above.kind !== "directory") return true;
  }
  return false;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
