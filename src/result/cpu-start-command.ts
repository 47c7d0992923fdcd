// Which files an image starts, as its config names them.
import type { ImageConfig } from "./image-manifest.ts";

/** A program's name, and the paths that its file may have: several if PATH is searched. */
export type ProgramName = { readonly word: string; readonly paths: readonly string[] };

export type StartCommand = {
  /** The program that the image starts. */
  readonly first: ProgramName;
  /** The programs that this one starts, according to the config. */
  readonly further: readonly ProgramName[];
};

// The engines' default if an image sets none.
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * The programs that an image names; undefined if it starts none.
 *
 * An ENTRYPOINT gets the CMD as its arguments: of `["tini", "--"]` and `["/app"]`, both are named.
 * The shell form is `["/bin/sh", "-c", "/app --flag"]`, of which the text's first word is one too
 * if it is plain; no more is read of a shell's language.
 */
export function startCommand({ config }: ImageConfig): StartCommand | undefined {
  const entrypoint = config?.Entrypoint ?? [];
  const command = config?.Cmd ?? [];
  const [words, args] = entrypoint.length > 0 ? [entrypoint, command] : [command, []];
  const [first = ""] = words;
  if (first === "") return undefined;
  const further = [
    words.length === 3 && words[1] === "-c" ? plainWord(words[2] ?? "") : "",
    words.includes("--") ? words[words.indexOf("--") + 1] : "",
    args[0],
  ].flatMap((word) => (word === undefined || word === "" ? [] : [word]));
  const named = namedIn(config ?? {});
  return { first: named(first), further: further.map(named) };
}

/** `/app`, of `exec /app --flag` */
function plainWord(text: string): string | undefined {
  return /^\s*(?:exec\s+)?([\w./+-]+)(?=\s|$)/.exec(text)?.[1];
}

function namedIn({ Env, WorkingDir }: NonNullable<ImageConfig["config"]>) {
  const path = Env?.findLast((one) => one.startsWith("PATH="))?.slice("PATH=".length) ?? usualPath;
  const within = WorkingDir ?? "";
  return (word: string): ProgramName => {
    if (word.startsWith("/")) return { word, paths: [word] };
    if (word.includes("/")) return { word, paths: [`${within}/${word}`] };
    return { word, paths: path.split(":").map((place) => `${place}/${word}`) };
  };
}
