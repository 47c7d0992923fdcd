// The stack traces that buildx prints behind its error if DEBUG is set, as workflows have it for
// programs of their own.

// `3947 0.29.1 /usr/libexec/docker/cli-plugins/docker-buildx build …`, `8 v0.32.2 buildkitd …`, and
// then frames: util/stack/stack.go of moby/buildkit
const trace = /^\d+ \S+ (?:\S*\/)?(?:docker-)?build(?:x|kitd)\b/;

/** What a tool printed, without the traces; no error of its own follows them. */
export function withoutTraces(stderr: string): string {
  const lines = stderr.split("\n");
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  const end = errorAt < 0 ? -1 : lines.findIndex((line, at) => at > errorAt && trace.test(line));
  return end < 0 ? stderr : `${lines.slice(0, end).join("\n")}\n`;
}
