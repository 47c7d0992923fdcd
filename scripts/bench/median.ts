// The one statistic of the bench; all values are in its JSON.

/** The one in the middle, or the mean of the two that are; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** The item whose number is in the middle, the lower one of two. */
export function medianOf<T>(items: readonly T[], numberOf: (item: T) => number): T | undefined {
  const sorted = items.toSorted((a, b) => numberOf(a) - numberOf(b));
  return sorted[(sorted.length - 1) >> 1];
}
