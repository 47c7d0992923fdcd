// The SSH agents and keys that the build may use.
import type { Fields } from "./fields.ts";
import { idForm } from "./secret-forms.ts";

/**
 * A socket or keys under an ID. Without paths and without a key it is the socket of SSH_AUTH_SOCK.
 */
export type SshAgent = {
  readonly id: string;
  readonly paths: readonly string[];
  /** The text of a private key; undefined if there is none. */
  readonly key: string | undefined;
};

// RFC 7468, section 2
const keyForm =
  /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\r?\n.*-----END [A-Z0-9 ]*PRIVATE KEY-----$/s;
const keyStart = "-----BEGIN ";

/** Reads `ssh`: `default`, `id=path`, `"id=text of a key"`, or the text of a key alone. */
export function readSsh(fields: Fields): readonly SshAgent[] {
  const { complain } = fields;
  const text = fields.text("ssh") ?? "";
  if (text.startsWith(keyStart)) return readKey("default", text, complain);
  // A value with several keys contains commas.
  const items = fields.list("ssh", { commas: "outside quotes" });
  const keys = items.filter((item) => keyForm.test(item.slice(item.indexOf("=") + 1)));
  // A key that is split at its lines would be shown by the complaints about them.
  if (keys.length !== text.split(keyStart).length - 1) {
    complain(
      "ssh",
      'has a key that is not whole; put quotes around its ID and text, as in `"github=-----BEGIN …"`',
    );
    return [];
  }
  return items.flatMap((item) => {
    const equals = item.indexOf("=");
    const [id, value] = equals < 0 ? [item] : [item.slice(0, equals), item.slice(equals + 1)];
    if (value?.startsWith(keyStart)) return readKey(id, value, complain);
    const paths = value === undefined ? [] : value.split(",");
    if (!idForm.test(id) || paths.some((path) => path === "")) {
      complain(
        "ssh",
        `\`${item}\` is neither an ID nor \`id=path\`; write \`default\`, or a key such as \`github=keys/id_ed25519\``,
      );
    }
    return [{ id, paths: paths.filter((path) => path !== ""), key: undefined }];
  });
}

function readKey(id: string, text: string, complain: Fields["complain"]): readonly SshAgent[] {
  const isWhole = keyForm.test(text.trim());
  if (!isWhole) {
    complain(
      "ssh",
      `the key \`${idForm.test(id) ? id : "…"}\` is no private key; it begins with \`-----BEGIN … PRIVATE KEY-----\`, and ends with \`-----END … PRIVATE KEY-----\``,
    );
  } else if (!idForm.test(id)) complain("ssh", "has a key without an ID; write `default=…`");
  // OpenSSH wants the line break at the end, which an input does not have.
  return [{ id, paths: [], key: `${text.trim().replaceAll("\r\n", "\n")}\n` }];
}
