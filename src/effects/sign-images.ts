// Signs images that were pushed, and attaches the signatures; loaded only by a run that signs.

import type { Digest } from "../domain/digest.ts";
import { SigningError } from "../domain/sign-errors.ts";
import type { SignPlan } from "../plan/sign-plan.ts";
import { attestationCommand, verifyCommand } from "../report/sign-commands.ts";
import { type Artifact, artifactOf } from "../result/sign-artifact.ts";
import type { Subject } from "../result/sign-subjects.ts";
import type { Signing } from "../result/signing.ts";
import type { Ports } from "./ports.ts";
import { registryClient } from "./registry-client.ts";
import { sender } from "./registry-connections.ts";
import { attacher } from "./registry-referrer.ts";
import { retrying } from "./retry-loop.ts";
import { digestOf } from "./sha256.ts";
import type { SignedStatement } from "./sign-bundle.ts";
import { signersOf } from "./sign-signers.ts";
import { attestationStore } from "./sign-store.ts";

/** A pushed image, and where it is: `registry/path`. */
export type SignableImage = {
  readonly digest: Digest;
  readonly repositories: readonly string[];
  /** What of it is signed; undefined if it could not be read. */
  readonly subjects: readonly Subject[] | undefined;
};

/** An index or manifest, and all repositories that have it. */
type Signable = { readonly subject: Subject; readonly repositories: readonly string[] };

/** What is attached to one. */
type Attached = { readonly signature?: Artifact; readonly attestation?: Artifact };

/**
 * Signs indexes and manifests side by side, each once, and attaches the signatures in every
 * repository.
 *
 * @param isTagged whether the images have their tags already
 * @throws SigningError with what is signed and what is not
 */
export async function signImages(
  plan: SignPlan,
  images: readonly SignableImage[],
  { shell, github, isTagged }: Ports & { readonly isTagged: boolean },
): Promise<Signing> {
  const http = sender(plan.access);
  const all = signablesOf(images);
  const { begin, attach } = attacher(registryClient(plan.access, shell));
  const attached = new Map<Digest, Attached>();
  const signed = new Set<string>();
  const pages: string[] = [];
  const warnings: string[] = [];
  return await github.group(titleOf(plan, all.length), async (print) => {
    const signers = await signersOf(plan, { http, mask: github.mask });
    const warn = (text: string) => warnings.push(text);
    const store = attestationStore(plan.attest?.store, { http, warn });
    const patiently = <T>(work: () => Promise<T>) => retrying(work, { bound: plan.bound, print });
    const sign = async ({ subject, repositories }: Signable): Promise<void> => {
      const { signature, provenance } = signers;
      for (const repository of repositories) begin(repository, subject.digest);
      const [own, attestation] = await Promise.all([
        signature && patiently(() => signature(subject)),
        provenance && patiently(() => provenance(subject, repositories)),
      ]);
      const made: Attached = {
        ...(own && { signature: asArtifact(subject, own) }),
        ...(attestation && { attestation: asArtifact(subject, attestation) }),
      };
      const artifacts = [made.signature, made.attestation].filter((one) => one !== undefined);
      for (const repository of repositories) {
        await patiently(() => attach(repository, subject.digest, artifacts));
        print(`${subject.what}: ${repository}@${subject.digest}`);
        signed.add(`${repository}@${subject.digest}`);
      }
      attached.set(subject.digest, made);
      if (attestation !== undefined) pages.push(...(await patiently(() => store(attestation))));
    };
    const ends = await Promise.allSettled(all.map(sign));
    const failed = ends.flatMap((end, place) =>
      end.status === "rejected"
        ? namesOf(all[place]).map((name) => ({ name, error: end.reason }))
        : [],
    );
    const unread = images.filter(({ subjects }) => subjects === undefined);
    const unsigned = [
      ...failed.filter(({ name }) => !signed.has(name)),
      ...unread.flatMap(({ repositories, digest }) =>
        repositories.map((repository) => ({
          name: `${repository}@${digest}`,
          error: new Error("it could not be read back"),
        })),
      ),
    ];
    if (failed.length + unread.length > 0) {
      throw new SigningError(isTagged ? "signing failed" : "signing failed, and no tag was moved", {
        signed: [...signed],
        unsigned: unsigned.length > 0 ? unsigned : failed,
      });
    }
    const identity = await signers.identity();
    const references = images.flatMap(({ digest, repositories }) =>
      repositories.map((repository) => ({ repository, digest })),
    );
    return {
      signatures: digestsOf(all, attached, "signature"),
      attestations: digestsOf(all, attached, "attestation"),
      ...{ pages, warnings },
      verifyCommands: references.flatMap((reference) => [
        ...(plan.sign === undefined ? [] : [verifyCommand(reference, { plan, identity })]),
        ...(plan.attest === undefined
          ? []
          : [attestationCommand(reference, plan.attest.repository)]),
      ]),
    };
  });
}

function titleOf({ sign, attest }: SignPlan, count: number): string {
  const doing = [sign && "Signing", attest && "attesting"].filter(Boolean).join(" and ");
  const who = sign?.signer.kind === "key" ? "with the key" : "as this job";
  const manifests = count === 2 ? "its manifest" : `${count - 1} manifests`;
  const what = count === 1 ? "the image" : `the index and ${manifests}`;
  return `${doing.replace(/^a/, "A")} ${what} ${who}`;
}

// Images of one build often have manifests in common.
function signablesOf(images: readonly SignableImage[]): readonly Signable[] {
  const all = new Map<Digest, { subject: Subject; repositories: Set<string> }>();
  for (const { subjects = [], repositories } of images) {
    for (const subject of subjects) {
      const known = all.get(subject.digest) ?? { subject, repositories: new Set<string>() };
      for (const repository of repositories) known.repositories.add(repository);
      all.set(subject.digest, known);
    }
  }
  return [...all.values()].map(({ subject, repositories }) => ({
    subject,
    repositories: [...repositories],
  }));
}

function asArtifact(subject: Subject, statement: SignedStatement): Artifact {
  return artifactOf(subject, statement, { digestOf, created: new Date() });
}

function namesOf(signable: Signable | undefined): readonly string[] {
  if (signable === undefined) return [];
  const { subject, repositories } = signable;
  return repositories.map((repository) => `${repository}@${subject.digest}`);
}

function digestsOf(
  signables: readonly Signable[],
  attached: ReadonlyMap<Digest, Attached>,
  what: keyof Attached,
): ReadonlyMap<Digest, Digest> {
  return new Map(
    signables.flatMap(({ subject: { digest } }) => {
      const artifact = attached.get(digest)?.[what];
      return artifact === undefined ? [] : [[digest, artifact.referrer.digest]];
    }),
  );
}
