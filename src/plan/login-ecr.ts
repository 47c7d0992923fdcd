// AWS's keys and addresses, as the environment has them.
import type { EcrPlace } from "../domain/ecr-place.ts";
import type { Login } from "../inputs/login-inputs.ts";

/** AWS access keys and another API endpoint, from the environment. */
export type AwsEnvironment = {
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
  readonly sessionToken: string | undefined;
  /** For each service. */
  readonly endpoints: Readonly<Record<EcrPlace["service"], string | undefined>>;
};

/** Names: https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
export function awsEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): AwsEnvironment {
  const variable = (name: string) => variables[name] || undefined;
  const all = variable("AWS_ENDPOINT_URL");
  return {
    accessKeyId: variable("AWS_ACCESS_KEY_ID"),
    secretAccessKey: variable("AWS_SECRET_ACCESS_KEY"),
    sessionToken: variable("AWS_SESSION_TOKEN"),
    endpoints: {
      ecr: variable("AWS_ENDPOINT_URL_ECR") ?? all,
      "ecr-public": variable("AWS_ENDPOINT_URL_ECR_PUBLIC") ?? all,
    },
  };
}

/** The login, with the environment's keys if it has none; undefined if there are none. */
export function withAwsKeys(
  login: Login,
  { accessKeyId, secretAccessKey }: AwsEnvironment,
): Login | undefined {
  if (login.username !== "") return login;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { ...login, username: accessKeyId, password: secretAccessKey };
}
