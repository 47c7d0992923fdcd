// What a server asks to be shown: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1

export type Challenge = {
  /** In lower case: `bearer`. */
  readonly scheme: string;
  /** By their names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
};

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const between = /[\s,]*/y;
// Values that are not quoted may have what no token has: `realm=https://auth.internal/token`.
const parameter = new RegExp(
  `(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"?|([^\\s,"]+))`,
  "ys",
);
const schemeAlone = new RegExp(`(${token})(?=[ \\t,]|$)`, "y");
const token68 = /[ \t]+[A-Za-z0-9._~+/-]+=*[ \t]*(?=,|$)/y;
const upToComma = /[^,]*/y;

/**
 * The challenges of a `WWW-Authenticate` header, in order; several headers are joined by commas. What
 * is no challenge is passed over, as the rest may be one.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    at += match?.[0].length ?? 0;
    return match;
  };
  for (take(between); at < header.length; take(between)) {
    const pair = take(parameter);
    if (pair !== null) {
      const [, name = "", quoted, plain = ""] = pair;
      const value = quoted?.replaceAll(/\\(.)/gs, "$1") ?? plain;
      challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
      continue;
    }
    const scheme = take(schemeAlone)?.[1];
    if (scheme === undefined) take(upToComma);
    else {
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
      take(token68);
    }
  }
  return challenges;
}
