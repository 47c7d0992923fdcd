// What is said of secrets that are empty in this event.
import { complaintOf } from "../inputs/complaint.ts";
import type { LeftOut } from "../inputs/secret-inputs.ts";

const cause = "as secrets are for pull requests from forks and for Dependabot";

/** A warning: a Dockerfile that needs the secret fails with BuildKit's own words. */
export function leftOutText({ input, what }: LeftOut): string {
  return complaintOf(input, `${what}, ${cause}; the build goes on without it`);
}
