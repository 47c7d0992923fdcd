// The words for an image that is nowhere to be had.

export type Tried = { readonly reference: string; readonly words: string };

const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /server gave HTTP response to HTTPS client/i,
    "the engine pulls this image, so a mirror over plain HTTP has to be among `insecure-registries` in the engine's own daemon.json",
  ],
  [
    /x509|certificate/i,
    "the engine pulls this image, so a registry's own certificate authority has to be in `/etc/docker/certs.d/HOST:PORT/ca.crt` on the engine's machine",
  ],
  [
    /denied|unauthorized|no basic auth|forbidden|toomanyrequests|\b429\b/i,
    "log in to the registry with `registry-auth`",
  ],
];
const always =
  "name registries that have the image in `mirrors`, or pull it on the engine's machine beforehand";

/** Every reference that was tried, with docker's last words on it, and what to try. */
export function imageFailure(what: string, tried: readonly Tried[]): string {
  const last = new Map(tried.map(({ reference, words }) => [reference, words]));
  const all = [...last.values()].join("\n");
  const fitting = remedies.filter(([cause]) => cause.test(all)).map(([, remedy]) => remedy);
  return [
    `${what} is nowhere to be had. Tried, in this order:`,
    ...[...last].map(([reference, words]) => `- ${reference}: ${words.replaceAll("\n", " ")}`),
    `What to try: ${[always, ...fitting].join("; ")}`,
  ].join("\n");
}
