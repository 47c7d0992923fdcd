// Provenance as GitHub attests it: beside the image, and at an API that answers as GitHub's does.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { newRepository, stack } from "../e2e/inputs-for.ts";
import { cosign } from "./cosign.ts";
import { type PrivateSigstore, privateSigstore } from "./private-sigstore.ts";
import { build, keyless } from "./signed-run.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;

type Stored = { readonly path: string; readonly authorization: string; readonly body: string };

/** `POST /repos/owner/name/attestations`, which answers with `status`. */
async function github(status = 201) {
  const stored: Stored[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { url: path = "", headers } = request;
    const { authorization = "" } = headers;
    stored.push({ path, authorization, body: Buffer.concat(parts).toString() });
    const answer = { id: 7, message: "Resource not accessible by integration" };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    stored,
    environment: {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: "octo/hello",
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function verifiedProvenance(reference: string, sigstore: PrivateSigstore) {
  return await cosign([
    ...["verify-attestation", "--type=slsaprovenance1", "--allow-http-registry"],
    ...[`--certificate-identity=${sigstore.identity}`, "--insecure-ignore-sct"],
    ...[`--certificate-oidc-issuer=${sigstore.issuer}`, `--trusted-root=${sigstore.trustedRoot}`],
    reference,
  ]);
}

test("index and manifests are attested, in the registry and at GitHub, and signed as well", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  await using api = await github();
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const main = await build(
    {
      ...{ ...inputs, attest: "true", "github-token": "ghs_ours" },
      ...{ tags: `${http}/${repository}:1`, platforms: "linux/amd64,linux/arm64" },
    },
    { environment: { ...options.environment, ...api.environment } },
  );
  expect(main.exitCode, main.log).toBe(0);
  const attestations: Readonly<Record<string, string>> = JSON.parse(
    main.outputs["attestations"] ?? "{}",
  );
  const digests = [
    main.outputs["digest"],
    ...Object.values(JSON.parse(main.outputs["digests"] ?? "{}")),
  ];
  expect(Object.keys(attestations)).toEqual(digests);
  for (const digest of Object.keys(attestations)) {
    const reference = `${http}/${repository}@${digest}`;
    const ended = await verifiedProvenance(reference, sigstore);
    expect(ended.exitCode, ended.stderr).toBe(0);
    const { payload } = JSON.parse(ended.stdout);
    expect(JSON.parse(Buffer.from(payload, "base64").toString())).toMatchObject({
      subject: [{ name: `${http}/${repository}`, digest: { sha256: digest.slice(7) } }],
      predicate: {
        buildDefinition: {
          buildType: "https://actions.github.io/buildtypes/workflow/v1",
          externalParameters: { workflow: { path: ".github/workflows/release.yml" } },
        },
      },
    });
    expect((await verified(reference, sigstore, { http: true })).exitCode).toBe(0);
  }
  expect(api.stored).toHaveLength(digests.length);
  for (const { path, authorization, body } of api.stored) {
    expect([path, authorization]).toEqual(["/repos/octo/hello/attestations", "Bearer ghs_ours"]);
    expect(JSON.parse(body)).toMatchObject({
      bundle: { mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json" },
    });
  }
  expect(main.summary).toContain("https://github.com/octo/hello/attestations/7");
  expect(main.outputs["verify-commands"]).toContain("gh attestation verify oci://");
});

test("without `attestations: write` they are in the registry, and a warning says so once", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  await using api = await github(403);
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const main = await build(
    {
      ...{ ...inputs, sign: "false", attest: "true", "github-token": "ghs_ours" },
      ...{ tags: `${http}/${repository}:1`, platforms: "linux/amd64" },
    },
    { environment: { ...options.environment, ...api.environment } },
  );
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log.match(/^::warning::GitHub did not take the attestations.*$/gm)).toEqual([
    expect.stringContaining("`attestations: write`"),
  ]);
  const ended = await verifiedProvenance(`${http}/${repository}:1`, sigstore);
  expect(ended.exitCode, ended.stderr).toBe(0);
  expect(main.outputs["signatures"]).toBe("{}");
});
