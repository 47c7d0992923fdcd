// Looks for the secrets, agents and keys that the build's inputs name.
import { readFile, stat } from "node:fs/promises";
import type { Complain } from "../inputs/fields.ts";
import type { SecretInputs } from "../inputs/secret-inputs.ts";
import type { SshAgent } from "../inputs/secret-ssh.ts";
import { kindOf } from "./check-paths.ts";

/** What the environment holds, by the names of its variables. */
type Variables = Readonly<Record<string, string | undefined>>;

type CheckedSecrets = {
  /** The inputs without the variables that are empty, as they are in forks. */
  readonly secrets: SecretInputs;
  /** The texts that the secrets hold, which no log may show. */
  readonly texts: readonly string[];
};

/** Complains of secrets and agents that are not there. */
export async function checkSecrets(
  secrets: SecretInputs,
  environment: Variables,
  complain: Complain,
): Promise<CheckedSecrets> {
  const { files, variables, ssh } = secrets;
  const texts: string[] = [];
  const leftOut = [...secrets.leftOut];
  for (const { id, path } of files) {
    if ((await kindOf(path)) === "file") texts.push(...(await linesOf(path)));
    else complain("secret-files", `\`${id}\`: there is no file \`${path}\`; ${asSeen}`);
  }
  for (const { id, name } of variables) {
    const text = environment[name];
    if (text) texts.push(text);
    else if (text === "") leftOut.push({ input, what: `\`${id}\`: \`${name}\` is empty` });
    else complain(input, `\`${id}\`: the variable \`${name}\` is not set; ${inEnv}`);
  }
  for (const agent of ssh) await checkAgent(agent, environment["SSH_AUTH_SOCK"], complain);
  const given = variables.filter(({ name }) => environment[name] !== "");
  return { secrets: { ...secrets, variables: given, leftOut }, texts };
}

const input = "secret-envs";

const asSeen = "take a path as seen from the working directory";
const inEnv = "put it into the step's `env:`";

async function checkAgent(
  { id, paths, key }: SshAgent,
  socket: string | undefined,
  complain: Complain,
): Promise<void> {
  if (key !== undefined) return;
  if (paths.length === 0 && !socket) {
    complain(
      "ssh",
      `\`${id}\` is the agent of SSH_AUTH_SOCK, which is not set; start one before this step, or name a key, as in \`${id}=keys/id_ed25519\``,
    );
  }
  for (const path of paths.length === 0 && socket ? [socket] : paths) {
    if ((await kindOf(path)) === "file") continue;
    complain("ssh", `\`${id}\`: there is neither a socket nor a key \`${path}\`; ${asSeen}`);
  }
}

const shortest = 8;
const longest = 65_536;

// A line such as `{` is no secret, and hidden it would spoil the log.
async function linesOf(path: string): Promise<readonly string[]> {
  if ((await stat(path)).size > longest) return [];
  const lines = (await readFile(path, "utf8")).split("\n").map((line) => line.trim());
  return lines.filter((line) => line.length >= shortest);
}
