// Runs things side by side, and leaves none of them running.

/**
 * Waits for all tasks, also when one fails: what fails first must not leave another half done.
 *
 * @throws the task's own error, or an AggregateError if several failed
 */
export async function together<const T extends readonly Promise<unknown>[]>(
  tasks: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ends = await Promise.allSettled(tasks);
  const all = ends.flatMap((end): unknown[] => (end.status === "rejected" ? [end.reason] : []));
  // What several wait for fails for all of them.
  const errors = [...new Set(all)];
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, "several things failed");
  return (await Promise.all(tasks)) as { -readonly [K in keyof T]: Awaited<T[K]> };
}
