// Passwords and tokens in URLs: `https://me:secret@host/path`, `https://token@host/path`.

// Up to the host's last `@`. What is read is bounded by the next slash, so that no text takes long.
const authority = /:\/\/([^\s/?#`'"]*)@/g;

/** The passwords and tokens of all URLs in a text, as they stand there. */
export function passwordsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(authority), (match) => passwordOf(match, text)).filter(
    (password) => password !== "",
  );
}

/** The text with `***` for each of them. */
export function withoutPasswords(text: string): string {
  return text.replaceAll(authority, (whole, user: string, offset: number) =>
    namesOnly(user, text.slice(0, offset)) ? whole : "://***@",
  );
}

function passwordOf(match: RegExpExecArray, text: string): string {
  const [, user = ""] = match;
  if (namesOnly(user, text.slice(0, match.index))) return "";
  return user.slice(user.indexOf(":") + 1);
}

// A user name without a password is a token, except with SSH, which uses a key.
function namesOnly(user: string, before: string): boolean {
  return !user.includes(":") && /ssh$/i.test(before.slice(-3));
}
