// Gives the run a configuration of its own if it needs one, and logs in.

import type { Inputs } from "../inputs/inputs.ts";
import type { ClientPlan } from "../plan/docker-client.ts";
import type { UserConfig } from "../plan/docker-config-plan.ts";
import { type AwsEnvironment, withAwsKeys } from "../plan/login-ecr.ts";
import { makeDockerConfig } from "./docker-config-folder.ts";
import type { Proxies } from "./http-client.ts";
import { logIn } from "./login-run.ts";
import type { Ports } from "./ports.ts";
import type { Shell } from "./shell.ts";

type Credentials = {
  /** The one that the run's commands are to use. */
  readonly shell: Shell;
  /** Makes the logins, with that shell or one that ends its commands; who needs none need not wait. */
  readonly logIn: (shell: Shell) => Promise<void>;
};

const noKeys =
  "there are neither user name and password nor AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

type CredentialSources = {
  readonly inputs: Pick<Inputs, "login" | "network">;
  readonly user: UserConfig;
  readonly aws: AwsEnvironment;
  readonly proxies: Proxies;
};

export async function setUpCredentials(
  { dockerConfig, environment }: ClientPlan,
  { inputs, user, aws, proxies }: CredentialSources,
  { shell, github }: Ports,
): Promise<Credentials> {
  const { own } = dockerConfig;
  if (own === undefined) return { shell, logIn: async () => {} };
  if (user.problem !== undefined) github.warning(user.problem);
  github.info(`Docker's configuration is a copy for this run: ${own.why}`);
  const logins = inputs.login.logins.flatMap((login) => {
    const given = withAwsKeys(login, aws);
    if (given === undefined) github.info(`No login to ${login.registry}: ${noKeys}`);
    return given ?? [];
  });
  const hosts = logins.map(({ registry }) => registry);
  await makeDockerConfig(own, hosts);
  const ours = shell.with({ environment: dockerConfig.environment });
  const { registries } = inputs.network;
  const { folder } = own;
  return {
    shell: ours,
    logIn: async (own) => {
      const given = { environment, folder, registries, aws, proxies, mask: github.mask };
      await logIn(own, logins, given);
      if (logins.length > 0) github.info(`Logged in to ${hosts.join(", ")}`);
    },
  };
}
