// What tools written in Go say of an error: from what was done to what went wrong, with `: ` between.

/**
 * The parts of one line, without what it quotes: paths, commands, references and texts of the user
 * say nothing of what went wrong.
 *
 * `failed to compute cache key: "/EOF": not found` is `["failed to compute cache key", '""', "not found"]`
 */
export function errorChain(line: string): readonly string[] {
  return withoutReference(line.replace(quoted, '""').split(/:\s+/).map(trim));
}

// As Go's %q writes it. git has single quotes, which must not be taken for an apostrophe.
const quoted = /"(?:[^"\\]|\\.)*"|(?<!\w)'[^'\n]*'(?!\w)/g;

function trim(part: string): string {
  return part.trim().replace(/:$/, "");
}

// `failed to solve: NAME: failed to resolve source metadata for REF: …`: NAME stands alone, as causes
// do, and is what FROM says. source/containerimage of moby/buildkit
function withoutReference(parts: readonly string[]): readonly string[] {
  const at = parts.findIndex((part) => /^failed to resolve source metadata for /.test(part));
  return at < 1 ? parts : [...parts.slice(0, at - 1), ...parts.slice(at)];
}
