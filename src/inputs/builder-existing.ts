// The `builder` input: a builder that is there already, and is used as it is.
import type { Fields } from "./fields.ts";

// What makes or shapes a builder.
const shaping = [
  ...["name", "driver-opts", "buildkitd-flags", "endpoint", "node-platforms", "append"],
  ...["buildkitd-config", "buildkitd-config-inline", "dns", "mirrors", "keep-state"],
];

export function readExistingBuilder(fields: Fields): string | undefined {
  return fields.text("builder");
}

/** Complains of every input that a builder which is there already has no use for. */
export function complainOfShaping(fields: Fields, builder: string, driver: string): void {
  const why = `\`builder: ${builder}\` is used as it is, so this has no effect; leave out one of them`;
  for (const name of shaping) {
    const text = fields.text(name);
    if (text !== undefined && text !== "false") fields.complain(name, why);
  }
  // The runner hands over the default as if it had been given.
  if (driver !== "docker-container") fields.complain("driver", why);
}
