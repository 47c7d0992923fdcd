// An image reference with a tag, by the grammar of github.com/distribution/reference.
import { type Parsed, parsed, refused } from "./parsed.ts";

export type Reference = {
  /** The registry and the path, `docker.io/library/` filled in where it was left out. */
  readonly repository: string;
  readonly tag: string;
};

const domain =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]+)?$/;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagForm = /^[\w][\w.-]{0,127}$/;
const example = "`ghcr.io/owner/image:1.0`";
const longest = 255;

/** Reads `registry/path:tag`; the tag is `latest` where none is given. A digest is refused. */
export function parseReference(text: string): Parsed<Reference> {
  if (text.includes("@")) {
    return refused(`\`${text}\` has a digest; a tag is a name to give, like ${example}`);
  }
  const colon = text.lastIndexOf(":");
  const tagged = colon > text.lastIndexOf("/");
  const name = tagged ? text.slice(0, colon) : text;
  const tag = tagged ? text.slice(colon + 1) : "latest";
  const { host, path } = splitHost(name);
  if (/[A-Z]/.test(path)) {
    return refused(
      `\`${text}\` has upper-case letters in its repository; write \`${host === undefined ? "" : `${host}/`}${path.toLowerCase()}:${tag}\``,
    );
  }
  const sound =
    name.length <= longest &&
    (host === undefined || domain.test(host)) &&
    path.split("/").every((part) => component.test(part)) &&
    tagForm.test(tag);
  if (!sound) return refused(`\`${text}\` is not an image reference; one is ${example}`);
  return parsed({ repository: `${host ?? "docker.io"}/${withLibrary(host, path)}`, tag });
}

function splitHost(name: string): { host: string | undefined; path: string } {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = first === "localhost" || /[.:]/.test(first);
  return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name };
}

function withLibrary(host: string | undefined, path: string): string {
  const official = (host === undefined || host === "docker.io") && !path.includes("/");
  return official ? `library/${path}` : path;
}

/** `registry/path:tag` */
export function formatReference(reference: Reference): string {
  return `${reference.repository}:${reference.tag}`;
}
