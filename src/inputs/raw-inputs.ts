// The inputs as the runner hands them over: environment variables named INPUT_<NAME>.

/** Input name in lower case, as action.yml has it → text as given, trimmed. Empty ones are left out. */
export type RawInputs = ReadonlyMap<string, string>;

const prefix = "INPUT_";

/**
 * Picks the inputs out of the environment. The runner upper-cases names and turns spaces into `_`:
 * https://docs.github.com/actions/reference/metadata-syntax-for-github-actions#inputs
 */
export function rawInputs(environment: Readonly<Record<string, string | undefined>>): RawInputs {
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(environment)) {
    const text = value?.trim() ?? "";
    if (key.startsWith(prefix) && text !== "") {
      given.set(key.slice(prefix.length).toLowerCase(), text);
    }
  }
  return given;
}
