// What becomes of a run if a service or a registry does not take a signature.
import { expect, test } from "vitest";
import { newRepository, stack } from "../e2e/inputs-for.ts";
import { isServed } from "../e2e/registry.ts";
import { privateSigstore } from "./private-sigstore.ts";
import { build, keyless, platforms } from "./signed-run.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;

test("a log that fails for the moment is asked again", async () => {
  let refusals = 2;
  const refuse = (request: string) =>
    request.includes("/log/entries") && refusals-- > 0 ? { status: 503 } : undefined;
  await using sigstore = await privateSigstore({ rekor: "v2", refuse });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const tags = `${http}/${repository}:1`;
  const main = await build({ ...inputs, tags, platforms: "linux/amd64" }, options);
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/failed: it answers 503 Service Unavailable\nTry 2 in 1s/);
  expect((await verified(tags, sigstore, { http: true })).exitCode).toBe(0);
});

test("a log that takes one entry and no other: the step says what is signed, and no tag moves", async () => {
  let taken = 1;
  const refuse = (request: string) =>
    request.includes("/log/entries") && taken-- <= 0 ? { status: 503 } : undefined;
  await using sigstore = await privateSigstore({ rekor: "v2", refuse });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const tags = `${http}/${repository}:1`;
  const patience = { verify: "before-tag", "retry-timeout": "2s" };
  const main = await build({ ...inputs, ...patience, tags }, options);
  expect(main.exitCode).toBe(1);
  const [error = ""] = /^::error::.*$/m.exec(main.log) ?? [];
  const lines = error.replaceAll("%0A", "\n").split("\n");
  expect(lines[0]).toBe("::error::signing failed, and no tag was moved.");
  const names = (from: string) => {
    const start = lines.indexOf(from) + 1;
    return lines.slice(
      start,
      lines.findIndex((line, at) => at >= start && !line.startsWith("- ")),
    );
  };
  expect(names("Signed:")).toHaveLength(1);
  expect(names("Not signed:")).toHaveLength(platforms.length);
  expect(error).toContain("it answers 503 Service Unavailable");
  expect(error).toContain("What to try: ");
  expect(await isServed(http, repository, "1")).toBe(false);
  const [signed = ""] = names("Signed:");
  const ended = await verified(signed.slice(2), sigstore, { http: true });
  expect(ended.exitCode, ended.stderr).toBe(0);
});

test("a certificate that is refused is asked for once, and the refusal is told", async () => {
  const body = JSON.stringify({ code: 3, message: "the token's audience is not sigstore" });
  const refuse = (request: string) =>
    request.includes("/signingCert") ? { status: 400, body } : undefined;
  await using sigstore = await privateSigstore({ rekor: "v2", refuse });
  const [inputs, options] = keyless(sigstore);
  const tags = `${http}/${newRepository()}:1`;
  const main = await build({ ...inputs, tags, platforms: "linux/amd64" }, options);
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::signing failed\..*it answers 400 Bad Request: the token's audience is not sigstore/,
  );
  expect(main.log).not.toMatch(/eyJ(?!.*\n::stop-commands)/);
});
