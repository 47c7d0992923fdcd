// What is wrong with the options of the build, told before anything is done.
import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(new Map(Object.entries(given)));

test.each<[string, string, string]>([
  ["add-hosts", "build.internal", "`build.internal` is not a name and its address"],
  ["add-hosts", "a:10.0.0", "`a:10.0.0` is not a name"],
  ["allow", "network.hots", "did you mean `network.host`?"],
  ["annotations", "title", "`title` is not `key=value`"],
  ["attests", "generator=a", "has no `type=`"],
  ["build-args", "=1", "an item that does not begin with a name"],
  ["build-args", "two words=1", "an item that does not begin with a name"],
  ["build-contexts", "shared", "`shared` is not `name=source`"],
  ["cache-from", "type=local,dest=a", "needs `src=`, as in `type=local,src=path/to/cache`"],
  ["cache-from", "type=registy,ref=a", "did you mean `registry`?"],
  ["cache-to", "mode=max", "has an item without `type=`"],
  ["cache-to", "type=gha,max", "has an attribute without a value"],
  ["cache-to", "type=registry", "needs `ref=`"],
  [
    "call",
    "chekc",
    "`chekc` is not one of `build`, `check`, `outline`, `targets`; did you mean `check`?",
  ],
  ["call", "check,json", "`json` has no value"],
  ["labels", "=1", "has no name"],
  ["network", "hsot", "did you mean `host`?"],
  ["outputs", "dest=out", "has no `type=`"],
  ["outputs", "type=local", "needs a destination, such as `type=local,dest=out`"],
  ["outputs", "type=oci", "needs a destination, such as `type=oci,dest=out.tar`"],
  ["outputs", "type=tra,dest=a", "did you mean `tar`?"],
  ["outputs", "type=image,push", "`push` has no value"],
  ["outputs", "type=tar,dest=-", "standard output, which is the log"],
  ["outputs", "-", "standard output, which is the log"],
  ["provenance", "max", "`max` is neither a boolean nor an attribute"],
  ["sbom", "yes", "`yes` is neither a boolean nor an attribute"],
  ["secrets", "token", "item 1 is not `id=…`"],
  ["secrets", "a=1\n=2", "item 2 is not `id=…`"],
  ["secret-files", ".npmrc", "item 1 is not `id=…`, as in `npmrc=.npmrc`"],
  ["secret-envs", "TOKEN", "item 1 is not `id=…`, as in `npm=NPM_TOKEN`"],
  ["secret-files", "id=S,src=/p", "item 1 has the form of `docker build --secret`; write the ID"],
  ["secret-envs", "a=PATH\nid=S,env=N", "item 2 has the form of `docker build --secret`"],
  ["secrets", "a=1\ntype=env,id=S", "item 2 has the form of `docker build --secret`"],
  ["add-hosts", "a:999.1.1.1", "`a:999.1.1.1` is not a name and its address"],
  ["add-hosts", "a:1.2.3", "`a:1.2.3` is not a name and its address"],
  ["add-hosts", "a:::::", "`a:::::` is not a name and its address"],
  ["dns", "10.0.0.256", "`10.0.0.256` is not an address"],
  ["dns", "12345::", "`12345::` is not an address"],
  ["shm-size", "64 megs", "`64 megs` is not a size"],
  ["ssh", "default=", "`default=` is neither an ID nor `id=path`"],
  ["ulimit", "nofile", "`nofile` is not a limit"],
  ["ulimit", "nofiles=1", "did you mean `nofile`?"],
  ["ulimit", "nofile=2:1", "the soft limit is above the hard one"],
])("complains of %s: %s", async (name, text, problem) => {
  const { problems } = await read({ [name]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`\`${name}\`: `);
  expect(problems[0]).toContain(problem);
});

const pem = "-----BEGIN OPENSSH PRIVATE KEY-----\naush+/hush==\n-----END OPENSSH PRIVATE KEY-----";
const agent = (id: string, more: object) => ({ id, paths: [], key: undefined, ...more });

test.each([
  ["", []],
  ["default", [agent("default", {})]],
  ["default,deploy=a/key", [agent("default", {}), agent("deploy", { paths: ["a/key"] })]],
  [pem, [agent("default", { key: `${pem}\n` })]],
  [`"deploy=${pem}\n"`, [agent("deploy", { key: `${pem}\n` })]],
  [`default\n"deploy=${pem}"`, [agent("default", {}), agent("deploy", { key: `${pem}\n` })]],
  [pem.replaceAll("\n", "\r\n"), [agent("default", { key: `${pem}\n` })]],
])("ssh %j", async (ssh, agents) => {
  const { inputs, problems } = await read({ ssh });
  expect(problems).toEqual([]);
  expect(inputs.build.secrets.ssh).toEqual(agents);
});

test.each([
  [`deploy=${pem}`, "has a key that is not whole; put quotes"],
  [`"deploy=${pem}","=${pem}"`, "has a key without an ID"],
  [pem.slice(0, -5), "the key `default` is no private key"],
  [pem.replace("PRIVATE", "PUBLIC"), "the key `default` is no private key"],
])("a complaint of ssh shows nothing of the key: %j", async (ssh, words) => {
  const { problems } = await read({ ssh });
  expect(problems).toEqual([expect.stringContaining(words)]);
  expect(problems.join()).not.toContain("hush");
});

test("`{{platform}}` in a cache is for the platforms that are built", async () => {
  const ref = "type=registry,ref=ghcr.io/o/a:cache-{{platform}}";
  const { inputs } = await read({
    platforms: "linux/arm64,linux/amd64",
    "cache-from": ref,
    "cache-to": `${ref.replace("platform", " platform ")},mode=max`,
  });
  const place = "type=registry,ref=ghcr.io/o/a:cache-linux-amd64-linux-arm64";
  expect(inputs.build.cache.from.map(({ text }) => text)).toEqual([place]);
  expect(inputs.build.cache.to.map(({ text }) => text)).toEqual([`${place},mode=max`]);
  expect((await read({ "cache-from": ref })).problems).toEqual([
    "`cache-from`: `{{platform}}` stands for `platforms`, which is empty; set it",
  ]);
});

test("no complaint shows what may be a secret", async () => {
  const { problems } = await read({
    secrets: "hush-one\n=hush-two",
    "build-args": "=hush-three",
    "cache-to": 'token=hush-four\n"type=s3,secret_access_key=hush-five',
  });
  expect(problems.length).toBeGreaterThan(3);
  expect(problems.join("\n")).not.toContain("hush");
});

test.each([
  ["name", { name: "mine" }],
  ["driver", { driver: "remote" }],
  ["driver-opts", { "driver-opts": "network=host" }],
  ["append", { append: "- {endpoint: tcp://a:1}" }],
  ["buildkitd-config-inline", { "buildkitd-config-inline": "debug = true" }],
])("a builder that is there already does not take %s", async (name, given) => {
  const { problems } = await read({ builder: "theirs", ...given });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`\`${name}\`: \`builder: theirs\` is used as it is`);
});

test("an option needs its version of buildx", async () => {
  const version = (given: Readonly<Record<string, string>>) =>
    read({ "buildx-version": "0.14.0", ...given });
  expect((await version({})).problems).toEqual([]);
  expect((await version({ call: "build" })).problems).toEqual([]);
  expect((await version({ call: "check" })).problems[0]).toContain(
    "`buildx-version`: `0.14.0` is older than 0.15.1, the minimum for `call`",
  );
  expect((await version({ allow: "device" })).problems[0]).toContain("older than 0.22.0");
});

test("push needs no tags where an output has a name", async () => {
  const outputs = "type=image,name=ghcr.io/me/app";
  expect((await read({ push: "true", outputs })).problems).toEqual([]);
});
