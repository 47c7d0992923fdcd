// An engine without a registry and images: it uses those of a stack that is up.
import { StackError } from "./command.ts";
import { takeDown } from "./down.ts";
import { linkDockerCli, startPrivateEngine } from "./engine.ts";
import { wantedEngine } from "./engine-packages.ts";
import { readState } from "./environment.ts";
import { recordBefore } from "./machine-state.ts";
import { makeFolders } from "./stack-folder.ts";

/** The endpoints of the stack whose variables are set, `host:port` each. */
type Endpoints = Readonly<Record<"http" | "tls" | "auth", string>>;

/** The registry to use; fails if that is not clear, or a whole stack is in `STACK_FOLDER`. */
export function registryForEngine(): Endpoints {
  const {
    STACK_REGISTRY_HTTP: http,
    STACK_REGISTRY_TLS: tls,
    STACK_REGISTRY_AUTH: auth,
  } = process.env;
  if (http === undefined || tls === undefined || auth === undefined) {
    const advice = 'Try: eval "$(npm run -s stack -- env)"';
    throw new StackError(`up --engine needs the variables of a stack that is up\n${advice}`);
  }
  if (readState() !== undefined) {
    throw new StackError("a whole stack is in this STACK_FOLDER\nTry: another STACK_FOLDER");
  }
  return { http, tls, auth };
}

/** Starts an engine in a `STACK_FOLDER` of its own, and gives its address. */
export async function bringEngineUp({ http, tls, auth }: Endpoints): Promise<string> {
  // Clears what is left of one that nobody took down.
  await takeDown();
  await makeFolders();
  await recordBefore();
  await linkDockerCli();
  // The newer engine builds by itself, and finds its base images at a mirror. The others are like the
  // stack's own engine, which has none.
  const mirrors = wantedEngine === "sid" ? [`http://${http}`] : [];
  const engine = await startPrivateEngine({ insecure: [http, tls, auth], mirrors });
  return engine.host;
}
