// A shell that can be told to start nothing more.
import type { Shell } from "./shell.ts";

type StoppableShell = Shell & {
  /**
   * Refuses every command from now on; those that run go on.
   *
   * @returns what they are doing: "booting the builder"
   */
  stop(): readonly string[];
};

/** What a command that was refused fails with. */
class Stopped extends Error {
  override readonly name = "Stopped";

  constructor(doing: string) {
    super(`cancelled before ${doing}`);
  }
}

/** The same shell, until it is stopped. */
export function stoppable(shell: Shell): StoppableShell {
  const running: string[] = [];
  let isStopped = false;
  const run = async <T>(doing: string, start: () => Promise<T>): Promise<T> => {
    if (isStopped) throw new Stopped(doing);
    running.push(doing);
    return await start().finally(() => running.splice(running.indexOf(doing), 1));
  };
  const guarded = (inner: Shell): Shell => ({
    capture: (doing, ...given) => run(doing, () => inner.capture(doing, ...given)),
    stream: (doing, ...given) => run(doing, () => inner.stream(doing, ...given)),
    with: (options) => guarded(inner.with(options)),
  });
  return {
    ...guarded(shell),
    stop: () => {
      isStopped = true;
      return [...new Set(running)];
    },
  };
}
