// Logins to Amazon's registries. Their API is a server of the test's, which checks the signature; the
// registry is the stack's, under their name.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { type CertificateFiles, issue, makeAuthority } from "../../scripts/stack/certificates.ts";
import { awsServer, key } from "../effects/aws-server.ts";
import { forwardingProxy } from "./forwarding-proxy.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const host = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const { STACK_REGISTRY_AUTH: auth, STACK_CA: ca, STACK_USERNAME: user, STACK_PASSWORD } = stack;
const files = { Dockerfile: dockerfile };
let folder: string;
let authority: CertificateFiles;
let server: CertificateFiles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crossbuild-ecr-"));
  authority = await makeAuthority(folder);
  server = { certificate: join(folder, "server.pem"), key: join(folder, "server.key") };
  await issue(authority, server, { usage: "serverAuth", name: host });
});
afterAll(() => rm(folder, { recursive: true }));

const keys = { username: key.id, password: key.secret };
const asVariables = { AWS_ACCESS_KEY_ID: key.id, AWS_SECRET_ACCESS_KEY: key.secret };

test.each([
  ["the inputs", keys, {}],
  ["the environment", {}, asVariables],
])("an access key of %s gets the login with which the image is pushed", async (_, login, keys) => {
  await using aws = await awsServer(`${user}:${STACK_PASSWORD}`);
  await using proxy = await forwardingProxy({ host: auth, authority: ca }, server);
  const environment = {
    ...keys,
    AWS_ENDPOINT_URL_ECR: aws.url,
    HTTPS_PROXY: proxy.url,
    NO_PROXY: "127.0.0.1,registry.crossbuild.test",
  };
  await using place = await job({ files, environment });
  const repository = newRepository();
  const main = await place.main({
    ...privateRegistry,
    ...login,
    registry: host,
    registries: `${host}:\n  ca: ${authority.certificate}`,
    tags: `${host}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(aws.asked).toHaveLength(1);
  expect(proxy.asked).toContain(`${host}:443`);
  expect(main.log).toContain(`Logged in to ${host}`);
  expect((await manifest(auth, repository, "1")).digest).toBe(main.outputs["digest"]);
  const shown = main.log.replaceAll(/^::add-mask::.*$/gm, "") + JSON.stringify(main.outputs);
  expect(shown).not.toContain(STACK_PASSWORD);
  expect(shown).not.toContain(key.secret);
});

test("a key that AWS refuses is reported with AWS's message", async () => {
  await using aws = await awsServer("AWS:x");
  await using place = await job({ files, environment: { AWS_ENDPOINT_URL_ECR: aws.url } });
  const main = await place.main({
    ...{ registry: host, username: key.id, password: "wrong-key" },
    ...{ outputs: "type=cacheonly", "driver-opts": "network=host" },
  });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain(`::error::no login to ${host}: AWS gives no token for the access key`);
  expect(main.log).toContain("The security token is invalid.");
  expect(main.log).toContain("`ecr:GetAuthorizationToken`");
});
