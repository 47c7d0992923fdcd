// Gives the run a configuration of its own where it needs one, and logs in.
import type { Inputs } from "../inputs/inputs.ts";
import type { ClientPlan } from "../plan/client.ts";
import { makeDockerConfig } from "./docker-config.ts";
import { logIn } from "./log-in.ts";
import type { Doors } from "./set-up.ts";
import { type Shell, withEnvironment } from "./shell.ts";

/** The shell that the run's commands are to use. */
export async function setUpCredentials(
  { dockerConfig, environment }: ClientPlan,
  { login: { logins }, network }: Inputs,
  { shell, github }: Doors,
): Promise<Shell> {
  if (dockerConfig.kind === "user") return shell;
  github.info(`Docker's configuration is a copy for this run: ${dockerConfig.why}`);
  const hosts = logins.map(({ registry }) => registry);
  await makeDockerConfig(dockerConfig, hosts, github.warning);
  const own = withEnvironment(shell, dockerConfig.environment);
  await logIn(own, logins, {
    environment,
    folder: dockerConfig.folder,
    registries: network.registries,
  });
  if (logins.length > 0) github.info(`Logged in to ${hosts.join(", ")}`);
  return own;
}
