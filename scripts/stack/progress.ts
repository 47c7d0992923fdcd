// What the stack tells while it works: plain lines on standard error.

/** Prints one line. Standard output is kept for what other programs read. */
export function say(line: string): void {
  process.stderr.write(`stack: ${line}\n`);
}

/** Runs `work` and prints how long it took: `made the base images (12.3 s)`. */
export async function timed<T>(done: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await work();
  say(`${done} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return value;
}
