// One text about an input, as it is shown.
import { withoutPasswords } from "../domain/url-passwords.ts";

// A value of 100 kB that is quoted would bury the words around it.
const most = 1500;
const head = 300;

/** ``  `tags`: … ``, without the passwords of URLs; of what is long, its beginning and its end. */
export function complaintOf(name: string, problem: string): string {
  return `\`${cut(name)}\`: ${cut(withoutPasswords(problem))}`;
}

function cut(text: string): string {
  if (text.length <= most) return text;
  // The end has what to write instead.
  return `${text.slice(0, head)} … ${text.slice(head - most)}`.toWellFormed();
}
