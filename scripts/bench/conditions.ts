// Under what conditions something was measured.
import { cpus } from "node:os";
import { stackEnvironment } from "../stack/environment.ts";
import { docker } from "./machine.ts";

export type Conditions = {
  readonly data: Readonly<Record<string, string | number>>;
  /** The same in a sentence or two of Markdown. */
  readonly text: string;
};

/** @param words the command line, after the name of the script */
export async function conditions(words: readonly string[], rounds: number): Promise<Conditions> {
  const command = ["npm run bench", ...(words.length > 0 ? ["--", ...words] : [])].join(" ");
  const date = new Date().toISOString().slice(0, 10);
  const [cpu, count] = [cpus()[0]?.model ?? "unknown CPU", cpus().length];
  const engine = await docker("version", "--format", "{{.Server.Version}}");
  const [, buildx = ""] = (await docker("buildx", "version")).split(" ");
  const buildkit = stackEnvironment().STACK_BUILDKIT_IMAGE;
  const node = process.version;
  const data = { command, rounds, date, cpu, count, engine, buildx, buildkit, node };
  const machine = `${cpu}, ${count} CPUs; engine ${engine}, buildx ${buildx}, ${buildkit}, Node ${node}`;
  const text = `Medians of ${rounds} pairs in turn, made by \`${command}\` on ${date} (${machine}).`;
  return { data, text };
}
