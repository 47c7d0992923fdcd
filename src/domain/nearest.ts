// What somebody who mistyped a word most likely meant.
import damerauLevenshtein from "damerau-levenshtein";

/**
 * The candidate with the fewest edits from `word` (Damerau-Levenshtein: two letters swapped are
 * one), or undefined where none is near. A third of the word's letters, and at least two, may differ.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
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
