// Logins and the user's configuration, which no run may change.
import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job, type Step } from "../../scripts/run-action.ts";
import { everything } from "./docker.ts";
import { dockerConfig } from "./docker-config.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const files = { Dockerfile: dockerfile };
const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_AUTH: auth, STACK_CA: ca } = stack;
const login = { username: stack.STACK_USERNAME, password: stack.STACK_PASSWORD };
const base = {
  "driver-opts": "network=host",
  mirrors: http,
  registries: `
${http}: {http: true}
${auth}: {ca: ${ca}}
`,
};

/** Where the password shows, in the forms that it takes. */
function leaks(step: Step, password = login.password): readonly string[] {
  const texts = { ...step.outputs, log: withoutMasks(step.log), summary: step.summary };
  const forms = [password, Buffer.from(`${login.username}:${password}`).toString("base64")];
  return Object.entries(texts)
    .filter(([, text]) => forms.some((form) => text.includes(form)))
    .map(([name]) => name);
}

// The runner takes these lines out, and from then on what they name.
function withoutMasks(log: string): string {
  return log.replaceAll(/^::add-mask::.*$/gm, "");
}

test.each([
  ["registry, username, password", { registry: auth, ...login }],
  [
    "registry-auth",
    {
      "registry-auth": `- {registry: "${auth}", username: ${login.username}, password: ${login.password}}`,
    },
  ],
  [
    "registries",
    {
      registries: `
${http}: {http: true}
${auth}: {ca: ${ca}, username: ${login.username}, password: ${login.password}}
`,
    },
  ],
])(
  "a login by %s pushes to a registry with a password, and is gone after the run",
  async (_, inputs) => {
    await using config = await dockerConfig('{"auths":{"other.internal":{"auth":"bWU6eW91"}}}');
    const before = await readFile(join(config.folder, "config.json"), "utf8");
    await using place = await job({ files, environment: { DOCKER_CONFIG: config.folder } });
    const builders = await everything();
    const repository = newRepository();
    const main = await place.main({
      ...base,
      ...inputs,
      platforms: "linux/amd64,linux/arm64,linux/arm/v7",
      tags: `${auth}/${repository}:1`,
      push: "true",
    });
    const post = await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect((await manifest(auth, repository, "1")).digest).toBe(main.outputs["digest"]);
    expect(leaks(main)).toEqual([]);
    expect(leaks(post)).toEqual([]);
    expect(await readFile(join(config.folder, "config.json"), "utf8")).toBe(before);
    expect((await readdir(config.folder)).sort()).toEqual(["cli-plugins", "config.json"]);
    expect(await readdir(place.temp)).toEqual([]);
    expect(await everything()).toEqual(builders);
  },
);

test("a wrong password is reported within seconds, with the registry's name and without the password", async () => {
  await using place = await job({ files });
  const main = await place.main({ ...base, registry: auth, username: "me", password: "wr0ng-one" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::no login to \S+ as `me`: .*401.*What to try: check user name and password/,
  );
  expect(leaks(main, "wr0ng-one")).toEqual([]);
  expect(main.milliseconds).toBeLessThan(10_000);
  expect(await readdir(place.temp)).toEqual([]);
});

test("a wrong password for a registry whose certificate is not checked is reported, too", async () => {
  await using place = await job({ files });
  const registries = `${auth}: {insecure: true, username: me, password: wr0ng-one}`;
  const main = await place.main({ ...base, registries });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::no login to \S+ as `me`: it answers 401/);
});

test("with insecure, neither login nor push nor read-back checks the certificate", async () => {
  await using place = await job({ files });
  const tags = `${auth}/${newRepository()}:1`;
  const registries = `
${http}: {http: true}
${auth}: {insecure: true, username: ${login.username}, password: ${login.password}}
`;
  const main = await place.main({ ...base, registries, tags, push: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
});

test("a registry that can't be reached is reported as such", async () => {
  await using place = await job({ files });
  const main = await place.main({ registry: "127.0.0.1:1", ...login });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::no login to 127.0.0.1:1 .*check the registry's name/);
});

test("a user's configuration that can't be parsed gives a warning, and the run goes on", async () => {
  await using config = await dockerConfig('{"auths": {"a": {"auth": "c2VjcmV0');
  await using place = await job({ files, environment: { DOCKER_CONFIG: config.folder } });
  const main = await place.main(base);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/::warning::.*config.json is not JSON, and is left out/);
  expect(main.log).not.toContain("c2VjcmV0");
});

test("a home folder that can't be written works, and the user's logins still count", async () => {
  const auths = {
    [auth]: { auth: Buffer.from(Object.values(login).join(":")).toString("base64") },
  };
  await using config = await dockerConfig(JSON.stringify({ auths }));
  const mount = (...args: readonly string[]) => execFileSync("mount", args);
  mount("--bind", config.folder, config.folder);
  try {
    mount("-o", "remount,ro,bind", config.folder);
    const environment = { DOCKER_CONFIG: config.folder, HOME: config.folder, BUILDX_CONFIG: "" };
    await using place = await job({ files, environment });
    const before = await everything();
    const repository = newRepository();
    const main = await place.main({
      ...base,
      platforms: "linux/amd64,linux/arm64,linux/arm/v7",
      tags: `${auth}/${repository}:1`,
      push: "true",
    });
    const post = await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(post.exitCode, post.log).toBe(0);
    expect(main.log).toContain(`${config.folder} cannot be written`);
    expect((await manifest(auth, repository, "1")).digest).toBe(main.outputs["digest"]);
    expect(await everything()).toEqual(before);
    expect(await readdir(place.temp)).toEqual([]);
  } finally {
    execFileSync("umount", [config.folder]);
  }
});

test("without HOME in the environment, the account's home folder is used", async () => {
  await using config = await dockerConfig();
  const environment = { HOME: "", DOCKER_CONFIG: config.folder };
  await using place = await job({ files, environment });
  const main = await place.main(base);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
});

const usual = Object.values(login).join(":");
const base64 = (text: string) => Buffer.from(text).toString("base64");

test.each<[string, object, Readonly<Record<string, string>>?]>([
  ["user name and password", { auths: { [auth]: login } }],
  ["NULs at the end of auth", { auths: { [auth]: { auth: base64(`${usual}\0\0`) } } }],
  ["names in other case", { AUTHS: { [auth]: { Auth: base64(usual), identityToken: null } } }],
  ["what is null", { auths: { [auth]: login }, credHelpers: null, cliPluginsExtraDirs: null }],
  ["what is odd", { auths: { [auth]: login, other: { auth: "!" } }, credHelpers: { other: 5 } }],
  [
    "a variable before it",
    { credsStore: "not-there" },
    { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [auth]: { auth: base64(usual) } } }) },
  ],
])("the runner's own login counts for push and read-back, with %s", async (what, own, more) => {
  await using config = await dockerConfig(JSON.stringify(own));
  const environment = { DOCKER_CONFIG: config.folder, ...more };
  await using place = await job({ files, environment });
  const tags = `${auth}/${newRepository()}:1`;
  const main = await place.main({ ...base, tags, push: "true" });
  await place.post();
  const odd = /::warning::.*config.json has what docker can't read.*`auths\["other"\].auth`/;
  if (what === "what is odd") expect(main.log).toMatch(odd);
  expect(main.exitCode, main.log).toBe(0);
  expect(leaks(main)).toEqual([]);
});

const empty = { username: login.username, password: "" };

test.each([
  ["registry, username, password", { registry: auth, ...empty }],
  ["registry-auth", { "registry-auth": `- {registry: "${auth}", username: me, password: }` }],
  [
    "registries",
    { registries: `${http}: {http: true}\n${auth}: {ca: ${ca}, username: , password: }` },
  ],
])(
  "an empty password, as in forks, gives a warning, and is no error if nothing is pushed: %s",
  async (_, inputs) => {
    await using place = await job({ files });
    const tags = `${auth}/${newRepository()}:1`;
    const main = await place.main({ ...base, ...inputs, platforms: "linux/amd64", tags });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log.match(/^::notice::.*$/gm)).toHaveLength(1);
    expect(main.log).toMatch(
      /^::notice::`[a-z-]+`: no login to \S+, as the .* (?:is|are) empty; secrets are empty for/m,
    );
  },
);

test("a push that lacks its login, which was empty, fails with that reason and the registry's message", async () => {
  await using place = await job({ files });
  const main = await place.main({
    ...{ ...base, registry: auth, platforms: "linux/amd64", push: "true" },
    tags: `${auth}/${newRepository()}:1`,
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(1);
  const why = "the user name and password are empty; secrets are empty for pull requests";
  expect(main.log).toContain(`::error::no login was given for ${auth}: ${why}`);
  expect(main.log).toMatch(
    /^::error::.*failed to push .*(?:401|no basic auth|authorization failed)/m,
  );
});

test.each([
  ["true", {}],
  ["auto", { GITHUB_EVENT_NAME: "push" }],
])(
  "half a login for a registry that push: %s pushes to is an error before anything is changed",
  async (push, event) => {
    await using place = await job({ files, environment: event });
    const tags = `${auth}/${newRepository()}:1`;
    const main = await place.main({ ...base, registry: auth, ...empty, tags, push });
    expect(main.exitCode).toBe(1);
    expect(main.log).toContain("An input is wrong; nothing was changed.");
    expect(main.log).toContain(`\`password\`: the login to ${auth} has no password`);
  },
);

test("a credential helper that hangs is ended after a time limit, and named", async () => {
  await using config = await dockerConfig(JSON.stringify({ credsStore: "slow" }));
  await writeFile(join(config.folder, "docker-credential-slow"), "#!/bin/sh\nsleep 600\n", {
    mode: 0o755,
  });
  const PATH = `${config.folder}:${stack.PATH ?? process.env["PATH"]}`;
  await using place = await job({ files, environment: { DOCKER_CONFIG: config.folder, PATH } });
  const inputs = { ...base, tags: `${auth}/${newRepository()}:1`, push: "true" };
  const main = await place.main({ ...inputs, "retry-timeout": "0" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*docker-credential-slow did not answer within 30 s/);
});
