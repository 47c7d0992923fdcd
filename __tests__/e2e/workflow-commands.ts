// What the runner would take for a command in a step's log.

/** `::warning file=a,line=1::words` → name, properties and message, as they are after unescaping. */
export type WorkflowCommand = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
};

// src/Runner.Worker/ActionCommandManager.cs of actions/runner, and those that it finds there.
const registered = [
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group"],
  ...[
    "notice",
    "remove-matcher",
    "save-state",
    "set-env",
    "set-output",
    "stop-commands",
    "warning",
  ],
];

/** The commands of a log, without what is printed while commands are stopped. */
export function workflowCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let token: string | undefined;
  // .NET's ReadLine ends a line at each of these.
  for (const line of log.split(/\r\n|\r|\n/)) {
    const known = [...registered, ...(token === undefined ? [] : [token.toLowerCase()])];
    const command = [newForm(line), oldForm(line)].find(
      (found) => found !== undefined && known.includes(found.name),
    );
    if (command === undefined || (token !== undefined && command.name !== token.toLowerCase())) {
      continue;
    }
    if (token !== undefined) token = undefined;
    else if (command.name === "stop-commands") token = command.message;
    else commands.push(command);
  }
  return commands;
}

// TryParseV2 of src/Runner.Common/ActionCommand.cs: at the beginning of a line, but for blanks.
function newForm(line: string): WorkflowCommand | undefined {
  const [, info, message = ""] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  return info === undefined ? undefined : commandOf(info, message, ",");
}

// TryParse of the same file: anywhere in a line.
function oldForm(line: string): WorkflowCommand | undefined {
  const [, info, message = ""] = /##\[([^\]]*)\](.*)$/s.exec(line) ?? [];
  return info === undefined ? undefined : commandOf(info, message, ";");
}

function commandOf(info: string, message: string, separator: string): WorkflowCommand {
  const [name = "", ...given] = info.split(" ");
  const pairs = given.join(" ").trim().split(separator).filter(Boolean);
  const properties = pairs.map((pair) => {
    const equals = pair.indexOf("=");
    return [pair.slice(0, equals), unescaped(pair.slice(equals + 1))];
  });
  return {
    ...{ name: name.toLowerCase(), message: unescaped(message) },
    properties: Object.fromEntries(properties),
  };
}

const codes = { "%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": "," };

function unescaped(text: string): string {
  return text.replace(/%(?:25|0D|0A|3A|2C)/g, (code) => codes[code as keyof typeof codes]);
}
