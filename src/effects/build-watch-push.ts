// Notices that a push has come to a standstill.

type PushWatch = {
  /** Comes when BuildKit has said nothing for too long. */
  readonly signal: AbortSignal;
  /** Takes each line of BuildKit's progress. */
  hear(line: string): void;
  end(): void;
};

// `#5 pushing layers`, `#5 pushing layers 0.4s done`: util/push/push.go of moby/buildkit; for cache
// `#7 writing layer sha256:…`: cache/remotecache/export.go
const transfer = /^(#\d+) (?:pushing|writing) .+$/;
const done = / (?:\d+\.\d+s )?done$/;
const ended = /^(#\d+) (?:DONE|ERROR|CANCELED)/;

/**
 * BuildKit waits without end for a registry that has taken a connection, and then neither reads nor
 * answers. It says when it begins to push, and then nothing until that is done.
 *
 * @param silence how long it may say nothing while it pushes, in milliseconds; undefined: for ever
 */
export function watchPush(silence: number | undefined): PushWatch {
  const stalled = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: readonly string[] = [];
  return {
    signal: stalled.signal,
    hear: (line) => {
      running = afterLine(running, line);
      clearTimeout(timer);
      if (running.length === 0 || silence === undefined) return;
      timer = setTimeout(() => stalled.abort(), silence);
    },
    end: () => clearTimeout(timer),
  };
}

function afterLine(running: readonly string[], line: string): readonly string[] {
  const [, id] = ended.exec(line) ?? [];
  if (id !== undefined) return running.filter((one) => !one.startsWith(`${id} `));
  if (!transfer.test(line)) return running;
  const name = line.replace(done, "");
  const others = running.filter((one) => one !== name);
  return done.test(line) ? others : [...others, name];
}
