// Puts what a build complains of where the reader of the change sees it.

import { CommandError } from "../domain/errors.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import {
  type Dockerfile,
  failureAnnotations,
  warningAnnotations,
} from "../report/build-annotations.ts";
import { failedTarget } from "../result/bake-vertexes.ts";
import { buildFailure } from "../result/build-failure.ts";
import { lintViolations } from "../result/build-lint.ts";
import { buildWarnings } from "../result/build-warnings.ts";
import type { GitHub } from "../runner/github.ts";
import { readBuildFiles } from "./run-files.ts";

type Annotated = {
  readonly files: RunFiles;
  readonly dockerfiles: readonly Dockerfile[];
  readonly github: Pick<GitHub, "annotate">;
};

/** Waits for the build, and annotates its warnings, and the instruction that failed. */
export async function annotateBuild<T>(
  build: Promise<T>,
  { files, dockerfiles, github }: Annotated,
): Promise<T> {
  const [end] = await Promise.allSettled([build]);
  const { metadata } = await readBuildFiles(files);
  const warnings = warningAnnotations(buildWarnings(metadata), dockerfiles);
  for (const annotation of warnings) github.annotate(annotation);
  if (end.status === "fulfilled") return end.value;
  const stderr = end.reason instanceof CommandError ? end.reason.stderr : "";
  const target = failedTarget(
    stderr,
    dockerfiles.flatMap((one) => one.target ?? []),
  );
  const failed = dockerfiles.filter((one) => target === undefined || one.target === target);
  const violations = warningAnnotations(lintViolations(stderr), failed, "error");
  for (const annotation of violations) github.annotate(annotation);
  const failure = buildFailure(stderr);
  for (const annotation of failureAnnotations(failure, failed)) github.annotate(annotation);
  throw end.reason;
}
