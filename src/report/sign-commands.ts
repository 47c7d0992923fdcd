// How a signature is verified.
import type { Command } from "../domain/command.ts";
import type { Digest } from "../domain/digest.ts";
import { isLoopback } from "../plan/registry-access.ts";
import type { SignPlan } from "../plan/sign-plan.ts";

type Signed = { readonly repository: string; readonly digest: Digest };

type Verification = {
  readonly plan: SignPlan;
  /** Who has signed; undefined if a key has. */
  readonly identity:
    | { readonly name: string; readonly issuer: string; readonly isLogged: boolean }
    | undefined;
};

/**
 * https://cli.github.com/manual/gh_attestation_verify
 *
 * @param builtIn the repository that the workflow ran in, `owner/name`
 */
export function attestationCommand({ repository, digest }: Signed, builtIn: string): Command {
  const image = `oci://${repository}@${digest}`;
  return ["gh", "attestation", "verify", image, "--bundle-from-oci", "--repo", builtIn];
}

/** The command of cosign 3; with a key, `cosign.pub` stands for the public one. */
export function verifyCommand(
  { repository, digest }: Signed,
  { plan: { sign, access, folder }, identity }: Verification,
): Command {
  const { rekor, trustedRoot } = sign?.services ?? {};
  const host = repository.slice(0, repository.indexOf("/"));
  const { http = false, insecure = false, ca = [] } = access.hosts[host] ?? {};
  const isFile = (authority: string) =>
    !authority.includes("-----BEGIN ") && !authority.startsWith(folder);
  const [authority, ...others] = ca.filter(isFile);
  return [
    ...["cosign", "verify"],
    ...(identity === undefined
      ? ["--key", "cosign.pub"]
      : [
          ...["--certificate-identity", identity.name],
          ...["--certificate-oidc-issuer", identity.issuer],
        ]),
    ...(trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot]),
    ...(identity?.isLogged === false ? ["--insecure-ignore-sct=true"] : []),
    ...(rekor === undefined ? ["--insecure-ignore-tlog=true"] : []),
    ...(http && !isLoopback(host) ? ["--allow-http-registry"] : []),
    ...(insecure ? ["--allow-insecure-registry"] : []),
    ...(authority !== undefined && others.length === 0 ? ["--registry-cacert", authority] : []),
    `${repository}@${digest}`,
  ];
}
