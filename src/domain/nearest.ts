// What somebody who mistyped a word most likely meant.
import { distance } from "fastest-levenshtein";

/**
 * The candidate with the fewest edits (Levenshtein) from `word`, or undefined where none is near:
 * at most a third of the word's characters, and at least two, may differ.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(word, candidate);
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  const limit = Math.max(2, Math.floor(word.length / 3));
  return best !== undefined && best.edits <= limit ? best.candidate : undefined;
}
