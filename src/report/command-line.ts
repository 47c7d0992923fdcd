// Commands as one could paste them.
import { join } from "shlex";

/** `["docker", "run", "a b"]` → `docker run 'a b'` */
export function formatCommand(command: readonly string[]): string {
  return join([...command]);
}
