// An image reference with a tag, by the grammar of github.com/distribution/reference.
import { type Parsed, parsed, refused } from "./parsed.ts";

export type Reference = {
  /** The registry and the path, `docker.io/library/` filled in if it was left out. */
  readonly repository: string;
  readonly tag: string;
};

const domain =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]+)?$/;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagForm = /^[\w][\w.-]{0,127}$/;
const example = "`ghcr.io/owner/image:1.0`";
const longest = 255;
const longestTag = 128;

/** Reads `registry/path:tag`; the tag is `latest` if none is given. A digest is refused. */
export function parseReference(text: string): Parsed<Reference> {
  const foreign = foreignPart(text);
  if (foreign !== undefined) return refused(`\`${text}\` ${foreign}`);
  if (text.includes("@")) {
    return refused(`\`${text}\` has a digest; a tag is a name to give, like ${example}`);
  }
  const { name, tag = "latest" } = splitTag(text);
  const { host, path } = splitHost(name);
  const wrong = tagProblem(host, path, tag);
  if (wrong !== undefined) return refused(`\`${text}\` ${wrong}`);
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

/** What a text has that no name of an image has; undefined if there is nothing of that kind. */
export function foreignPart(text: string): string | undefined {
  if (/\s/.test(text)) return "has a blank in it; write a line for each name";
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text) ?? [];
  if (scheme === undefined) return undefined;
  return `is a URL; leave out \`${scheme}\`, as in ${example}`;
}

/** Whether a text is clearly an image's name: it has a host, a tag or a digest. */
export function hasHostOrTag(text: string): boolean {
  const { name, tag } = splitTag(text);
  return tag !== undefined || text.includes("@") || splitHost(name).host !== undefined;
}

function splitTag(text: string): { readonly name: string; readonly tag?: string } {
  const colon = text.lastIndexOf(":");
  if (colon <= text.lastIndexOf("/")) return { name: text };
  return { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}

function tagProblem(host: string | undefined, path: string, tag: string): string | undefined {
  const place = host === undefined ? "" : `${host}/`;
  // Text after a colon, with a slash in it.
  const colon = path.indexOf(":");
  if (colon >= 0 && path.includes("/", colon)) {
    const plain = plainTag(`${path.slice(colon + 1)}${tag === "latest" ? "" : `:${tag}`}`);
    return `has a \`/\` in its tag; write \`${place}${path.slice(0, colon)}:${plain}\``;
  }
  if (tag.length > longestTag) {
    return `has a tag of ${tag.length} characters; it may have ${longestTag}`;
  }
  if (tagForm.test(tag)) return undefined;
  if (tag === "") return "has no tag behind its `:`";
  const plain = plainTag(tag);
  const instead = tagForm.test(plain) ? `; write \`${place}${path}:${plain}\`` : "";
  return `has a tag that is none: it takes letters, digits and \`_.-\`, and begins with neither \`.\` nor \`-\`${instead}`;
}

// As docker/metadata-action writes what can't be in a tag.
function plainTag(text: string): string {
  return text.replace(/[^\w.-]+/g, "-").replace(/^[.-]+/, "");
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

/** Each of them once. */
export function distinctReferences(references: readonly Reference[]): readonly Reference[] {
  return [...new Map(references.map((one) => [formatReference(one), one])).values()];
}

/** `registry/path:tag` */
export function formatReference(reference: Reference): string {
  return `${reference.repository}:${reference.tag}`;
}
