// What is said of secrets and logins that are empty in this event.
import { complaintOf } from "../inputs/complaint.ts";
import { type LeftOutLogin, missingOf } from "../inputs/login-inputs.ts";
import type { LeftOut } from "../inputs/secret-inputs.ts";

const cause = "secrets are empty for pull requests from forks and for Dependabot";

/** A warning: a Dockerfile that needs the secret fails with BuildKit's own words. */
export function leftOutText({ input, what }: LeftOut): string {
  return complaintOf(input, `${what}; ${cause}. The build goes on without it`);
}

/** A notice: what needs the login fails. */
export function noLoginText(login: LeftOutLogin): string {
  return complaintOf(login.input, `no login to ${login.registry}, as ${whyNone(login)}`);
}

/** `the password is empty; secrets are empty for …` */
export function whyNone(login: LeftOutLogin): string {
  const missing = missingOf(login);
  return `the ${missing} ${missing.includes(" and ") ? "are" : "is"} empty; ${cause}`;
}
