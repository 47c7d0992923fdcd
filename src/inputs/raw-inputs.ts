// The inputs as the runner hands them over: environment variables named INPUT_<NAME>.

/**
 * Input name in lower case, as action.yml has it → text as given, trimmed; the end of `secrets` stays
 * as it is. Empty ones are left out.
 */
export type RawInputs = ReadonlyMap<string, string>;

type Environment = Readonly<Record<string, string | undefined>>;

const prefix = "INPUT_";

// The last secret may end with a blank.
const untrimmed = "secrets";

/**
 * Picks the inputs out of the environment. The runner upper-cases names and turns spaces into `_`:
 * https://docs.github.com/actions/reference/metadata-syntax-for-github-actions#inputs
 */
export function rawInputs(environment: Environment): RawInputs {
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(environment)) {
    const text = value?.trim() ?? "";
    const name = key.slice(prefix.length).toLowerCase();
    if (key.startsWith(prefix) && text !== "") {
      given.set(name, name === untrimmed ? (value ?? "") : text);
    }
  }
  return given;
}

const ours = /^(?:INPUT_|BUILDER_NODE_\d+_AUTH_TLS_)/;

/**
 * The environment for the programs that are started. Secrets among the inputs are handed on in better
 * ways, and to those alone who need them.
 */
export function withoutInputs(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
