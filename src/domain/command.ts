// A command of another program.

/** A command is argv: the program and its arguments, for no shell to read. */
export type Command = readonly string[];
