// Passwords in URLs that would stand on a command line, which everybody on the machine can read.
import { passwordsIn } from "../domain/url-passwords.ts";
import type { Fields } from "./fields.ts";

const remedies: readonly (readonly [readonly string[], string])[] = [
  [
    ["context", "build-contexts", "file"],
    "leave it out of the URL, and give it as `secrets: GIT_AUTH_TOKEN=…`, which BuildKit gives to Git",
  ],
  [["cache-from", "cache-to", "outputs", "endpoint", "binfmt-image"], "leave it out of the URL"],
  [["registry", "mirrors"], "write host and port alone, as in `registry.internal:5000`"],
];

/** Complains of each input read so far that has such a URL, without showing it. */
export function complainOfPasswords({ text, complain, names: read }: Fields): void {
  for (const [names, remedy] of remedies) {
    for (const name of read().filter((one) => names.includes(one))) {
      if (passwordsIn(text(name) ?? "").length === 0) continue;
      complain(
        name,
        `has a password or a token in a URL, which the command line would show to everybody on the machine; ${remedy}`,
      );
    }
  }
}
