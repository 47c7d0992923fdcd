// Whose login is found for a registry, and what a credential helper does that fails.
import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, test, vi } from "vitest";
import { credentialsFor } from "../../src/effects/registry-credentials.ts";
import { systemShell } from "../../src/effects/shell.ts";
import { parseAuthVariable } from "../../src/plan/docker-config-settings.ts";
import { authOf, configFolder } from "./registry-servers.ts";

const auth = authOf("me:pw");
const password = { kind: "password", username: "me", password: "pw" };

/** @param helper the script of `docker-credential-stand-in` */
async function login(host: string, config: object, { variable = "", helper = "" } = {}) {
  await using made = await configFolder(config);
  const { folder } = made;
  const path = join(folder, "docker-credential-stand-in");
  if (helper !== "") await writeFile(path, `#!/bin/sh\n${helper}\n`);
  if (helper !== "") await chmod(path, 0o755);
  const PATH = `${folder}${delimiter}${process.env["PATH"]}`;
  vi.stubEnv("PATH", PATH);
  const access = { dockerConfig: folder, logins: parseAuthVariable(variable) };
  return await credentialsFor(host, access, systemShell({ ...process.env, PATH })).finally(() => {
    vi.unstubAllEnvs();
  });
}

const hub = "https://index.docker.io/v1/";
const other = { auth: authOf("other:x") };

test.each<[string, string, object, object | undefined]>([
  [
    "user name and password",
    "r.internal",
    { "r.internal": { username: "me", password: "pw" } },
    password,
  ],
  [
    "those beside an empty auth",
    "r.internal",
    { "r.internal": { username: "me", password: "pw", auth: "" } },
    password,
  ],
  [
    "auth before those",
    "r.internal",
    { "r.internal": { username: "x", password: "y", auth } },
    password,
  ],
  ["auth with NULs", "r.internal", { "r.internal": { auth: authOf("me:pw\0\0") } }, password],
  ["no identity token", "r.internal", { "r.internal": { auth, identitytoken: null } }, password],
  [
    "the host with its port",
    "r.internal:5000",
    { "r.internal": other, "r.internal:5000": { auth } },
    password,
  ],
  ["a URL of old", "r.internal:5000", { "https://r.internal:5000/v1/": { auth } }, password],
  ["Docker Hub's", "registry-1.docker.io", { [hub]: { auth } }, password],
  [
    "an identity token",
    "r.internal",
    { "r.internal": { auth, identitytoken: "t" } },
    { kind: "identity-token", token: "t" },
  ],
  [
    "a registry token",
    "r.internal",
    { "r.internal": { auth, registrytoken: "t" } },
    { kind: "registry-token", token: "t" },
  ],
  ["none", "r.internal", { other }, undefined],
  ["an empty one", "r.internal", { "r.internal": {} }, undefined],
])("%s", async (_, host, auths, found) => {
  expect(await login(host, { auths })).toEqual(found);
});

test("DOCKER_AUTH_CONFIG comes before the file and its helpers", async () => {
  const variable = JSON.stringify({ auths: { "r.internal": { auth } } });
  const config = { auths: { "r.internal": other }, credsStore: "not-there" };
  expect(await login("r.internal", config, { variable })).toEqual(password);
});

const stored = { credsStore: "stand-in" };
const failure = (words: string) => ({
  name: "RegistryError",
  words: `the credential helper docker-credential-stand-in, which Docker's config.json names, ${words}`,
});

test("a helper that has none says so on its standard output", async () => {
  const helper = "echo credentials not found in native keychain; exit 1";
  expect(await login("r.internal", stored, { helper })).toBeUndefined();
});

test.each([
  ["prints junk", "echo hello", "printed what is no login"],
  ["prints nothing", "true", "printed what is no login"],
  ["fails", "echo the vault is locked >&2; exit 3", "ended with code 3: the vault is locked"],
  ["fails without a word", "exit 1", "ended with code 1: it gave no reason"],
  [
    "fails with its answer",
    `echo '{"Secret":"s3cret"}'; exit 1`,
    "ended with code 1: it gave no reason",
  ],
  ["is not there", "", "could not be started"],
])("a helper that %s is named", async (_, helper, words) => {
  await expect(login("r.internal", stored, { helper })).rejects.toMatchObject(failure(words));
});

test("a helper that hangs is ended and named", async () => {
  const timeout = AbortSignal.timeout;
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => timeout.call(AbortSignal, ms / 100));
  const hanging = login("r.internal", stored, { helper: "exec sleep 60" });
  await expect(hanging).rejects.toMatchObject(failure("did not answer within 30 seconds"));
  vi.restoreAllMocks();
});
