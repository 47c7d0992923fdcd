// Suggestions for mistyped words.
import damerauLevenshtein from "damerau-levenshtein";

/** `; did you mean \`linux/arm64\`?`: the end of a complaint; empty if none is near. */
export function didYouMean(
  word: string,
  candidates: readonly string[],
  show = (candidate: string) => candidate,
): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `; did you mean \`${show(near)}\`?`;
}

/** The complaint about a word that is not in a list, with the list and a suggestion. */
export function notOneOf(word: string, known: readonly string[]): string {
  const list = known.map((name) => `\`${name}\``).join(", ");
  return `\`${word}\` is not one of ${list}${didYouMean(word, known)}`;
}

/**
 * The candidate with the fewest edits from `word` (Damerau-Levenshtein: two letters swapped are
 * one), or undefined if none is near. A third of the word's letters, and at least two, may differ.
 */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    // Each letter more is an edit; a text of 100 kB would take gigabytes to compare.
    if (Math.abs(word.length - candidate.length) > limit) continue;
    const edits = damerauLevenshtein(word, candidate).steps;
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  return best !== undefined && best.edits <= limit ? best.candidate : undefined;
}
