// Builds that a workflow asks for, and what Docker's documentation makes of them, word by word.
import fc from "fast-check";
import { item } from "./strange-texts.ts";

/** Inputs, and for each option of `docker buildx build` the values that it is to come with. */
export type AskedBuild = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly context: string;
};

type Part = Pick<AskedBuild, "inputs" | "options">;

// https://github.com/docker/build-push-action#inputs: a line of a list is a record of CSV.
function quoted(text: string): string {
  return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lists whose lines are items, commas and all. */
function lines(input: string, option: string, one: fc.Arbitrary<string>): fc.Arbitrary<Part> {
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((items) => ({
    inputs: { [input]: items.map(quoted).join("\n") },
    options: { [option]: items },
  }));
}

/** Lists in which commas separate items, too; in quotes they do so as well. */
function words(input: string, option: string, one: fc.Arbitrary<string>): fc.Arbitrary<Part> {
  const whole = one.map((text) => text.replaceAll(",", "x"));
  return fc
    .tuple(fc.array(whole, { minLength: 1, maxLength: 4 }), fc.constantFrom(",", "\n"))
    .map(([items, separator]) => ({
      inputs: { [input]: items.map(quoted).join(separator) },
      options: { [option]: items },
    }));
}

function single(input: string, option: string, one: fc.Arbitrary<string>): fc.Arbitrary<Part> {
  return one.map((text) => ({ inputs: { [input]: text }, options: { [option]: [text] } }));
}

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/);
const pair = fc.tuple(name, item).map(([key, value]) => `${key}=${value}`);
const number = fc.nat({ max: 255 });
const byte4 = fc.tuple(number, number, number, number).map((parts) => parts.join("."));
// Whatever a host's name may be, a colon ends it.
const host = item.map((text) => text.replaceAll(/[:=]/g, "x").trim() || "x");
const id = item.map((text) => text.replaceAll(/[\s",=]/g, "x") || "x");
const path = item.filter((text) => !/:\/\/|\{\{defaultContext\}\}/.test(text));

const platforms = fc
  .uniqueArray(fc.constantFrom("linux/amd64", "linux/arm64", "linux/arm/v7", "windows/amd64"), {
    minLength: 1,
  })
  .map((items) => ({
    inputs: { platforms: items.join(",") },
    options: { "--platform": [items.join(",")] },
  }));

const tag = fc
  .tuple(
    fc.constantFrom("ghcr.io", "localhost:5000", "a-b.c:443", "[::1]:5000"),
    fc.stringMatching(/^[a-z0-9]{1,8}(?:\/[a-z0-9]{1,4}(?:__[a-z]|-{1,3}[a-z]|\.[a-z])?){1,2}$/),
    fc.stringMatching(/^[A-Za-z0-9_][\w.-]{0,20}$/),
  )
  .map(([registry, repository, version]) => `${registry}/${repository}:${version}`);

/** `secrets`: the values lie in files, so that a command line has their places. */
const secrets = fc.array(fc.tuple(id, item), { minLength: 1, maxLength: 3 }).map((items) => ({
  inputs: { secrets: items.map(([key, value]) => quoted(`${key}=${value}`)).join("\n") },
  options: { "--secret": items.map(([key], index) => `id=${key},src=/tmp/run/secrets/${index}`) },
}));

const attributes = (type: string, key: string) =>
  path.map((text) => `type=${type},${quoted(`${key}=${text}`)},ignore-error=false`);

const parts: readonly fc.Arbitrary<Part>[] = [
  platforms,
  words("tags", "--tag", tag),
  single(
    "file",
    "--file",
    path.filter((text) => text !== "-"),
  ),
  single("target", "--target", item),
  lines("build-args", "--build-arg", pair),
  lines("labels", "--label", pair),
  lines("annotations", "--annotation", pair),
  lines(
    "build-contexts",
    "--build-context",
    fc.tuple(name, path).map((both) => both.join("=")),
  ),
  words("no-cache-filters", "--no-cache-filter", item),
  lines("cache-from", "--cache-from", attributes("registry", "ref")),
  lines("cache-to", "--cache-to", attributes("local", "dest")),
  secrets,
  words(
    "add-hosts",
    "--add-host",
    fc.tuple(host, byte4).map((both) => both.join(":")),
  ),
  single(
    "shm-size",
    "--shm-size",
    fc.tuple(number, fc.constantFrom("m", "g", "")).map((both) => both.join("")),
  ),
  lines(
    "ulimit",
    "--ulimit",
    number.map((limit) => `nofile=${limit}`),
  ),
  single("cgroup-parent", "--cgroup-parent", item),
  words("allow", "--allow", fc.constantFrom("network.host", "security.insecure")),
  single("network", "--network", fc.constantFrom("host", "none")),
];

export const askedBuild: fc.Arbitrary<AskedBuild> = fc
  .tuple(
    fc.subarray([...parts], { minLength: 1, maxLength: 6 }).chain((chosen) => fc.tuple(...chosen)),
    path.filter((text) => text !== "-"),
  )
  .map(([chosen, context]) => ({
    inputs: Object.assign({ context }, ...chosen.map(({ inputs }) => inputs)),
    options: Object.assign({}, ...chosen.map(({ options }) => options)),
    context,
  }));
