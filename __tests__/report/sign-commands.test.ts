import { expect, test } from "vitest";
import { digestOf } from "../../src/effects/sha256.ts";
import type { HostSettings } from "../../src/inputs/registry-hosts.ts";
import type { SigstoreServices } from "../../src/inputs/sign-services.ts";
import type { SignPlan } from "../../src/plan/sign-plan.ts";
import { verifyCommand } from "../../src/report/sign-commands.ts";

const digest = digestOf("image");
const key = { kind: "key", key: { pem: "", password: "" } } as const;
const rekor = { url: "https://rekor.test", version: 1 } as const;
const identity = {
  name: "https://github.com/o/r/.github/workflows/a b.yml@refs/heads/main",
  issuer: "https://token.actions.githubusercontent.com",
  isLogged: true,
};
const host = { http: false, insecure: false, ca: [], keyPairs: [] };

function command(
  services: Partial<SigstoreServices>,
  more: Partial<HostSettings>,
  who: typeof identity | undefined = undefined,
): string {
  const plan: SignPlan = {
    sign: {
      signer: key,
      services: {
        ...{ fulcio: undefined, rekor, tsa: undefined, trustedRoot: undefined },
        ...services,
      },
    },
    attest: undefined,
    access: {
      ...{ dockerConfig: undefined, logins: {}, proxies: {} },
      hosts: { "registry.internal:5000": { ...host, ...more } as HostSettings },
    },
    ...{ bound: 0, folder: "/tmp/run" },
  };
  const reference = { repository: "registry.internal:5000/o/app", digest };
  const [cosign, verify, ...words] = verifyCommand(reference, { plan, identity: who });
  expect([cosign, verify, words.pop()]).toEqual([
    ...["cosign", "verify"],
    `registry.internal:5000/o/app@${digest}`,
  ]);
  return words.join(" ");
}

test("cosign is told who has signed", () => {
  expect(command({}, {}, identity)).toBe(
    `--certificate-identity ${identity.name} --certificate-oidc-issuer ${identity.issuer}`,
  );
  expect(command({}, {})).toBe("--key cosign.pub");
});

test("and what a private Sigstore needs", () => {
  expect(command({ trustedRoot: "root.json" }, {}, { ...identity, isLogged: false })).toMatch(
    / --trusted-root root\.json --insecure-ignore-sct=true$/,
  );
  expect(command({ rekor: undefined }, {})).toBe("--key cosign.pub --insecure-ignore-tlog=true");
});

test("and how the registry is reached", () => {
  const start = "--key cosign.pub";
  expect(command({}, { http: true })).toBe(`${start} --allow-http-registry`);
  expect(command({}, { insecure: true })).toBe(`${start} --allow-insecure-registry`);
  expect(command({}, { ca: ["/etc/ca.pem"] })).toBe(`${start} --registry-cacert /etc/ca.pem`);
  expect(command({}, { ca: ["/tmp/run/certificates/0.pem"] })).toBe(start);
  // A text, or several, would be no line that one can paste.
  expect(command({}, { ca: ["-----BEGIN CERTIFICATE-----\n"] })).toBe(start);
  expect(command({}, { ca: ["a.pem", "b.pem"] })).toBe(start);
});
