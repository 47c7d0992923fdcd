// The words in which a failure reaches the user.
import { stripVTControlCharacters } from "node:util";
import { formatDuration } from "../domain/duration.ts";
import {
  CommandError,
  FullDiskError,
  InputError,
  NodeError,
  NoLoginError,
  RegistryError,
  TimeoutError,
  UserError,
} from "../domain/errors.ts";
import { messageOf } from "../domain/message-of.ts";
import { SigningError, SigstoreError } from "../domain/sign-errors.ts";
import { withoutPasswords } from "../domain/url-passwords.ts";
import { buildFailure, lastWords } from "../result/build-failure.ts";
import { lintViolations } from "../result/build-lint.ts";
import { processFailure, processRemedy } from "./build-process-failure.ts";
import { formatCommand } from "./command-text.ts";
import { remedyFor, remedyOf } from "./failure-remedy.ts";
import { formatBytes } from "./markdown.ts";

const mostLines = 20;

/** What we were doing, the tool's own words, and what to try; without the passwords of URLs. */
export function failureText(error: unknown): string {
  return withoutPasswords(wordsOf(error));
}

function wordsOf(error: unknown): string {
  if (error instanceof InputError) {
    const count = error.problems.length;
    const title = count === 1 ? "An input is wrong" : `${count} inputs are wrong`;
    return [`${title}; nothing was changed.`, ...error.problems.map((p) => `- ${p}`)].join("\n");
  }
  if (error instanceof CommandError) return commandFailureText(error);
  if (error instanceof NoLoginError) return noLoginText(error);
  if (error instanceof NodeError) return nodeFailureText(error);
  if (error instanceof RegistryError) return registryFailureText(error);
  if (error instanceof SigstoreError) return sigstoreFailureText(error);
  if (error instanceof SigningError) return signingFailureText(error);
  if (error instanceof FullDiskError) return fullDiskText(error);
  if (error instanceof TimeoutError) return timeoutText(error);
  if (error instanceof AggregateError)
    return withEachCauseOnce(error.errors).map(wordsOf).join("\n");
  if (error instanceof UserError) return withRemedy(error.message, error.tryThis);
  return messageOf(error);
}

function nodeFailureText({ message, cause }: NodeError): string {
  const remedy =
    "see whether BuildKit runs there, and whether the runner reaches its port with the certificates given; BuildKit's own log tells why it ended";
  return `${message}.\n${commandFailureText(cause, remedy)}`;
}

function noLoginText({ message, cause }: NoLoginError): string {
  const remedy =
    "push for the repository's own events alone (`push: auto`); Dependabot has secrets of its own, in the repository's settings";
  return `${message}.\n${commandFailureText(cause, remedy)}`;
}

function fullDiskText({ message, cause, places }: FullDiskError): string {
  const left = places.map(
    ({ what, path, free, size }) =>
      `${formatBytes(free)} of ${formatBytes(size)} are free at ${path} (${what})`,
  );
  const remedy = remedyOf("full", { asker: "buildkit" });
  const words =
    cause instanceof CommandError
      ? commandFailureText(cause, remedy)
      : withRemedy(wordsOf(cause), remedy);
  return [`${message}: ${left.join(", ")}.`, words].join("\n");
}

function timeoutText({ phase, bound, message, cause }: TimeoutError): string {
  const longer = formatDuration(bound * 2);
  const last = cause === undefined ? "" : `\nBefore that: ${messageOf(cause)}`;
  const before =
    cause instanceof UserError && cause.tryThis !== undefined ? `${cause.tryThis}; ` : "";
  return withRemedy(
    `${message}, its time limit, and was ended.${last}`,
    `${before}look at what the log ends with, such as a registry or a mirror that does not answer; \`timeout: ${phase}=${longer}\` gives it longer`,
  );
}

function registryFailureText({ message, words, until }: RegistryError): string {
  return withRemedy(message, remedyFor({ text: words }, { asker: "read-back", until }));
}

function sigstoreFailureText({ message, words, host, until }: SigstoreError): string {
  return withRemedy(message, remedyFor({ text: words }, { asker: "signing", host, until }));
}

// What all of them need fails for all of them.
function signingFailureText({ message, signed, unsigned }: SigningError): string {
  const byWords = Map.groupBy(unsigned, ({ error }) => wordsOf(error));
  return [
    `${message}.`,
    ...(signed.length === 0 ? [] : ["Signed:", ...signed.map((name) => `- ${name}`)]),
    ...[...byWords].flatMap(([words, all]) => [
      "Not signed:",
      ...all.map(({ name }) => `- ${name}`),
      words,
    ]),
  ].join("\n");
}

// What is read by digest and by tag mostly fails for the same reason.
function withEachCauseOnce(errors: readonly unknown[]): readonly unknown[] {
  const all = new Map<unknown, RegistryError | unknown>();
  for (const error of errors) {
    const key = error instanceof RegistryError ? error.words : error;
    const before = all.get(key);
    if (!(error instanceof RegistryError) || !(before instanceof RegistryError))
      all.set(key, error);
    else all.set(key, new RegistryError(`${before.doing}, and ${error.doing},`, { ...before }));
  }
  return [...all.values()];
}

function withRemedy(message: string, remedy: string | undefined): string {
  return remedy === undefined ? message : `${message}\nWhat to try: ${remedy}`;
}

/** The step that failed, its last lines and the Dockerfile's, without the progress before them. */
function buildFailureWords({ stderr }: CommandError): string | undefined {
  const failure = buildFailure(stderr);
  if (failure === undefined) return undefined;
  const { step, output, source, error } = failure;
  return [
    ...(step === undefined ? [] : [`> ${step}:`, ...output]),
    ...(source === undefined ? [] : [`${source.file}:${source.line}`, ...source.excerpt]),
    error,
  ].join("\n");
}

/** The warnings that the build failed for, each with its line. */
function lintWords({ stderr }: CommandError): string | undefined {
  const violations = lintViolations(stderr).map(
    ({ file, line, rule, text }) => `${file}:${line} ${rule}: ${text}`,
  );
  return violations.length === 0 ? undefined : [...violations, lastWords(stderr).text].join("\n");
}

function commandFailureText(
  error: CommandError,
  remedy = error.tryThis ?? commandRemedy(error),
): string {
  const words =
    buildFailureWords(error) ??
    lintWords(error) ??
    stripVTControlCharacters(error.stderr).trim().split("\n").slice(-mostLines).join("\n");
  return withRemedy(
    [
      `${error.message}:`,
      words === "" ? "it printed no error" : words,
      `The command was: ${formatCommand(error.command)}`,
    ].join("\n"),
    remedy,
  );
}

// What a program of the Dockerfile printed is for the reader: nothing is made of it.
function commandRemedy({ stderr, until }: CommandError): string | undefined {
  const words = lastWords(stderr, mostLines);
  const failed = processFailure(words.text, buildFailure(stderr)?.output ?? []);
  return failed === undefined
    ? remedyFor(words, { asker: "buildkit", until })
    : processRemedy(failed);
}
