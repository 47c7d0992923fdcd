// Which release of a tool image is the newest, told by the registry's own list of tags.
import { prerelease, rsort, valid } from "semver";
import * as v from "valibot";

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags
const list = v.object({ tags: v.array(v.string()) });
const token = v.object({ token: v.string() });

/**
 * All tags of a repository that anybody may pull.
 *
 * @param registry URL: `https://registry-1.docker.io`
 */
export async function tagsOf(registry: string, repository: string): Promise<readonly string[]> {
  const tags: string[] = [];
  let next: string | undefined = `/v2/${repository}/tags/list?n=1000`;
  const headers = await authorization(new URL(next, registry), repository);
  while (next !== undefined) {
    const url: URL = new URL(next, registry);
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    tags.push(...v.parse(list, await answer.json()).tags);
    next = /<([^>]+)>; *rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
  }
  return tags;
}

/**
 * newestTag(["qemu-v9.2.2-52", "qemu-v10.0.4-56"], "qemu-v10.2.3-68") is undefined: none is newer.
 *
 * @param now the tag in use; only releases that are named like it count, as `master` does not
 */
export function newestTag(tags: readonly string[], now: string): string | undefined {
  const versions = new Map(
    tags.flatMap((tag): readonly [string, string][] => {
      const version = versionOf(tag, now);
      return version === undefined ? [] : [[version, tag]];
    }),
  );
  const [newest = ""] = rsort([...versions.keys(), versionOf(now, now) ?? ""].filter(Boolean));
  return newest === versionOf(now, now) ? undefined : versions.get(newest);
}

// `v0.32.2` is a version; in `qemu-v10.2.3-68` there is one, and the number of its build, which
// semver compares as a prerelease.
function versionOf(tag: string, now: string): string | undefined {
  const [prefix = ""] = now.split(/v\d/);
  if (!tag.startsWith(`${prefix}v`)) return undefined;
  const version = valid(tag.slice(prefix.length)) ?? undefined;
  const isBuild = (text: string) => (prerelease(text) ?? []).every((p) => typeof p === "number");
  if (version === undefined || !isBuild(version)) return undefined;
  return /-\d+$/.test(tag) === /-\d+$/.test(now) ? version : undefined;
}

// https://distribution.github.io/distribution/spec/auth/token/
async function authorization(url: URL, repository: string): Promise<Record<string, string>> {
  const { status, headers } = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (status !== 401) return {};
  const challenge = headers.get("www-authenticate") ?? "";
  const [realm, service] = ["realm", "service"].map(
    (name) => new RegExp(`${name}="([^"]+)"`).exec(challenge)?.[1] ?? "",
  );
  const scope = `repository:${repository}:pull`;
  const query = new URLSearchParams({ service: service ?? "", scope });
  const answer = await fetch(`${realm}?${query}`, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${realm} answers ${answer.status}`);
  return { authorization: `Bearer ${v.parse(token, await answer.json()).token}` };
}
