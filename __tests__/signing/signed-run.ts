// A run of the step that signs, and the images that it has to have signed.
import { expect } from "vitest";
import { job, type MainOptions, type Step, type Texts } from "../../scripts/run-action.ts";
import { dockerfile, privateRegistry } from "../e2e/inputs-for.ts";
import type { PrivateSigstore } from "./private-sigstore.ts";

export const platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7"] as const;

/** With these, another build has the same digests. */
export const sameEachTime: Texts = {
  platforms: "linux/amd64,linux/arm64",
  provenance: "false",
  "build-args": "SOURCE_DATE_EPOCH=1700000000",
  outputs: "type=image,push=true,rewrite-timestamp=true",
};

/** Builds for three platforms, and pushes; the post step has run, too. */
export async function build(inputs: Texts, options: MainOptions = {}): Promise<Step> {
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main(
    { ...privateRegistry, platforms: platforms.join(","), push: "true", sign: "true", ...inputs },
    options,
  );
  const post = await place.post();
  expect(post.exitCode, post.log).toBe(0);
  return main;
}

/** What makes a step sign as the job that a private Sigstore certifies. */
export function keyless({ sigstore, environment }: PrivateSigstore): [Texts, MainOptions] {
  return [{ sign: "true", sigstore }, { environment }];
}

/** The references of the index and of each platform's manifest. */
export function signedReferences(step: Step, host: string, repository: string): readonly string[] {
  const { digest = "", digests = "{}" } = step.outputs;
  const all = [digest, ...Object.values<string>(JSON.parse(digests))];
  expect(Object.keys(JSON.parse(step.outputs["signatures"] ?? "{}"))).toEqual(all);
  return all.map((one) => `${host}/${repository}@${one}`);
}

/** The digest without its algorithm, as names of tags have it. */
export function referrersTag(digest: string): string {
  return digest.replace(":", "-");
}
