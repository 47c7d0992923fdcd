// Commands as one could paste them.
import { join } from "shlex";
import { withoutPasswords } from "../domain/url-passwords.ts";

/** `["docker", "run", "a b"]` → `docker run 'a b'`; without the passwords of URLs. */
export function formatCommand(command: readonly string[]): string {
  return withoutPasswords(join([...command]));
}
