// Driver options: `key=value`, one or more a line.
import { messageOf } from "../domain/message-of.ts";
import { splitList } from "./list.ts";

type Complain = (problem: string) => void;

/**
 * Reads `driver-opts`. A comma separates options, as buildx has it; if what follows has no `=`,
 * it goes on with the value, so that `env.NO_PROXY=a,b` is one option.
 */
export function readDriverOpts(text: string | undefined, complain: Complain): readonly string[] {
  if (text === undefined) return [];
  return text.split("\n").flatMap((line) => readLine(line.trim(), complain));
}

function readLine(line: string, complain: Complain): readonly string[] {
  if (line === "") return [];
  const options: string[] = [];
  for (const item of itemsOf(line, complain)) {
    const last = options.length - 1;
    if (/^[^=]+=/.test(item)) options.push(item);
    else if (last >= 0) options[last] = `${options[last]},${item}`;
    else complain(`\`${item}\` has no value; write \`key=value\`, as in \`network=host\``);
  }
  return options;
}

function itemsOf(line: string, complain: Complain): readonly string[] {
  try {
    return splitList(line, { commas: "outside quotes" });
  } catch (error) {
    // The line may have a proxy's password.
    complain(`has a line that is not a list: ${messageOf(error)}`);
    return [];
  }
}
