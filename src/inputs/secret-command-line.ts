// Passwords in URLs that would stand on a command line, which everybody on the machine can read.
import { passwordsIn } from "../domain/url-passwords.ts";
import type { Fields } from "./fields.ts";

const remedies: readonly (readonly [readonly string[], string])[] = [
  [
    ["context", "build-contexts", "file"],
    "remove it from the URL, and set `secrets: GIT_AUTH_TOKEN=…`, which BuildKit passes to Git",
  ],
  [["cache-from", "cache-to", "outputs", "endpoint", "binfmt-image"], "remove it from the URL"],
  [["registry", "mirrors"], "write only host and port, as in `registry.internal:5000`"],
];

/** Complains of each input read so far that has such a URL, without showing it. */
export function complainOfPasswords({ text, complain, names: read }: Fields): void {
  for (const [names, remedy] of remedies) {
    for (const name of read().filter((one) => names.includes(one))) {
      if (passwordsIn(text(name) ?? "").length === 0) continue;
      complain(
        name,
        `has a password or token in a URL, which everybody on the machine could read on the command line; ${remedy}`,
      );
    }
  }
}
