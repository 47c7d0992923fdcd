// Exporters, as `docker buildx build --output` takes them.
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import type { Fields } from "./fields.ts";
import { splitList } from "./list.ts";

export type Exporter = {
  /** `image`, `registry`, `oci`, `docker`, `local`, `tar`, … */
  readonly type: string;
  /** All but `type`, by name: `{"dest": "image.tar", "tar": "false"}`. */
  readonly attributes: Readonly<Record<string, string>>;
};

/** The lines of `outputs` as they are: quotes are the exporter's own. */
export function exporterTexts(fields: Fields): readonly string[] {
  return (fields.text("outputs") ?? "").split("\n").flatMap((line) => line.trim() || []);
}

/** What those lines say; what can't be read is complained of. */
export function readExporters(texts: readonly string[], { complain }: Fields): readonly Exporter[] {
  return texts.flatMap((text) => {
    const exporter = parseExporter(text);
    if (!exporter.ok) complain("outputs", exporter.problem);
    return exporter.ok ? [exporter.value] : [];
  });
}

/**
 * Reads `type=image,"name=a,b",push=true`, or a folder alone, which is `type=local`:
 * https://docs.docker.com/reference/cli/docker/buildx/build/#output
 */
export function parseExporter(text: string): Parsed<Exporter> {
  const fields = fieldsOf(text);
  if (fields === undefined) return refused(`\`${text}\`: close each \`"\``);
  const [only = ""] = fields;
  if (fields.length === 1 && !only.includes("=")) {
    return parsed({ type: only === "-" ? "tar" : "local", attributes: { dest: only } });
  }
  const pairs = fields.map((field): readonly [string, string] => {
    const equals = field.indexOf("=");
    return [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1)];
  });
  const { type, ...attributes } = Object.fromEntries(pairs);
  if (fields.some((field) => !field.includes("=")) || type === undefined) {
    return refused(`\`${text}\` is not an exporter; write one as in \`type=oci,dest=image.tar\``);
  }
  return parsed({ type, attributes });
}

function fieldsOf(text: string): readonly string[] | undefined {
  try {
    return splitList(text, { commas: true });
  } catch {
    return undefined;
  }
}

/** Whether what the exporter makes goes to a registry. */
export function pushesImage({ type, attributes }: Exporter): boolean {
  return type === "registry" || (type === "image" && isTrue(attributes["push"]));
}

/** Whether the exporter pushes without a tag. */
export function pushesByDigest({ attributes }: Exporter): boolean {
  return isTrue(attributes["push-by-digest"]);
}

/** Where an exporter writes an image's layout to, and whether as one file. */
export type LayoutPlace = { readonly path: string; readonly isTar: boolean };

/** The layout that the exporter leaves on this machine; undefined where it leaves none. */
export function layoutPlace({ type, attributes }: Exporter): LayoutPlace | undefined {
  const { dest, tar } = attributes;
  const isLayout = type === "oci" || type === "docker";
  if (!isLayout || dest === undefined || dest === "" || dest === "-") return undefined;
  return { path: dest, isTar: tar === undefined || isTrue(tar) };
}

// strconv.ParseBool of Go, with which BuildKit reads attributes; one without a value is true.
function isTrue(text: string | undefined): boolean {
  return text !== undefined && ["", "1", "t", "true"].includes(text.toLowerCase());
}
