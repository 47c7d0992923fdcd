// What the Dockerfile's RUN steps run in.
import { permittedBy, type RunInputs } from "../inputs/build-run-inputs.ts";

/** The options of `docker buildx build`. */
export function runOptions(run: RunInputs): readonly string[] {
  const { addHosts, allow, network, shmSize, ulimits, cgroupParent } = run;
  return [
    ...addHosts.flatMap((host) => ["--add-host", host]),
    ...allow.flatMap((entitlement) => ["--allow", entitlement]),
    ...(network === "default" ? [] : ["--network", network]),
    ...(shmSize === undefined ? [] : ["--shm-size", shmSize]),
    ...ulimits.flatMap((limit) => ["--ulimit", limit]),
    ...(cgroupParent === undefined ? [] : ["--cgroup-parent", cgroupParent]),
  ];
}

/** The entitlements that the daemon has to permit. */
export function entitlementsOf({ allow, network }: RunInputs): readonly string[] {
  return permittedBy([...allow, ...(network === "host" ? ["network.host"] : [])]);
}
