// What the runner would take for a command in a step's log.

/** `::warning file=a,line=1::words` → name, properties and message, as they are after unescaping. */
export type WorkflowCommand = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
};

/** The commands of a log, without what is printed while commands are stopped. */
export function workflowCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r?\n/)) {
    // The runner takes what begins with blanks too: src/Runner.Common/ActionCommand.cs.
    const [, name, given = "", message = ""] =
      /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (name === undefined || (token !== undefined && name !== token)) continue;
    if (token !== undefined) token = undefined;
    else if (name === "stop-commands") token = message;
    else commands.push({ name, properties: propertiesOf(given), message: unescaped(message) });
  }
  return commands;
}

function propertiesOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(",").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      return [pair.slice(0, equals), unescaped(pair.slice(equals + 1))];
    }),
  );
}

const codes = { "%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": "," };

function unescaped(text: string): string {
  return text.replace(/%(?:25|0D|0A|3A|2C)/g, (code) => codes[code as keyof typeof codes]);
}
