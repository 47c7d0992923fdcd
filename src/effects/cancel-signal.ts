// How the runner cancels a step.

// SIGINT, 7.5 s later SIGTERM, 2.5 s later the end: ProcessInvoker.cs of actions/runner
const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Waits for the first of the signals that ask the process to end. From the call on, none of them
 * ends it by itself.
 */
export function cancelSignal(): Promise<(typeof signals)[number]> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal));
  });
}
