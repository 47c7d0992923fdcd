import { expect, test } from "vitest";
import { CommandError, NoLoginError } from "../../src/domain/errors.ts";
import { namingLeftOutLogins } from "../../src/effects/login-left-out.ts";
import { failureText } from "../../src/report/failure-text.ts";

const leftOut = ["ghcr.io", "quay.io"].map((registry) => {
  return { input: "password", registry, username: "me", password: "" };
});

async function failing(stderr: string, logins = leftOut): Promise<unknown> {
  const command = ["docker", "buildx", "build"];
  const error = new CommandError("building the image", { command, exitCode: 1, stderr });
  return await namingLeftOutLogins(logins, () => Promise.reject(error)).catch((thrown) => thrown);
}

const refusals = {
  push: "ERROR: failed to solve: failed to push quay.io/a/b:1: unexpected status from POST request to https://quay.io/v2/a/b/blobs/uploads/: 401 Unauthorized",
  pull: "ERROR: failed to solve: quay.io/a/b: failed to resolve source metadata for quay.io/a/b:latest: pull access denied, repository does not exist or may require authorization",
};

test.each(Object.entries(refusals))(
  "a refused %s names the login that is not there",
  async (_, words) => {
    const error = await failing(`#1 building\n${words}\n`);
    expect(error).toBeInstanceOf(NoLoginError);
    const text = failureText(error);
    expect(text).toMatch(
      /^no login was given for quay\.io: the password is empty; secrets are empty for pull/,
    );
    expect(text).toContain(words);
  },
);

test("Docker Hub is known by each of its names", async () => {
  const hub = { input: "password", registry: "docker.io", username: "", password: "" };
  const words =
    "ERROR: failed to solve: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://auth.docker.io/token: 401 Unauthorized";
  await expect(failing(words, [hub])).resolves.toBeInstanceOf(NoLoginError);
});

test.each([
  [
    "a host of a like name",
    "ERROR: failed to solve: failed to push quay.io.internal/b:1: unexpected status from HEAD request to https://quay.io.internal/v2/: 401 Unauthorized",
  ],
  ["another registry", "ERROR: failed to solve: failed to push a.io/b:1: 401 Unauthorized"],
  ["what a RUN printed", "#5 0.1 quay.io: 401 Unauthorized\nERROR: failed to solve: not found"],
  [
    "what a RUN did",
    'ERROR: failed to solve: process "/bin/sh -c curl https://quay.io/401" did not complete successfully: exit code: 22',
  ],
  [
    "another failure",
    "ERROR: failed to solve: failed to push quay.io/a/b:1: 500 Internal Server Error",
  ],
])("%s has nothing to do with it", async (_, stderr) => {
  expect(await failing(stderr)).toBeInstanceOf(CommandError);
});
