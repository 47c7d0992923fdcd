// Who a builder belongs to, so that another run can tell whether anybody still needs it.

/** The variable that says whose a builder is. */
export const ownerVariable = "CROSSBUILD_OWNER";
/** The option that gives it to a builder of the driver docker-container. */
export const ownerOption = `env.${ownerVariable}`;
/** Beside it: where the run's own folder lies. */
export const folderVariable = "CROSSBUILD_FOLDER";

/** What a builder's container and buildx's file of it carry, as variables of its environment. */
export type Marks = Readonly<Partial<Record<typeof ownerVariable | typeof folderVariable, string>>>;

/** The process that lives as long as the job: the runner's worker, which starts each step. */
export type Owner = {
  /** /proc/sys/kernel/random/boot_id */
  readonly boot: string;
  /** Number of the namespace in which `pid` counts. */
  readonly namespace: string;
  /** 0 if the process is outside this namespace. */
  readonly pid: string;
  /** When it started, in clock ticks since the boot: a process ID is used again. */
  readonly started: string;
};

/** `<boot>:<namespace>:<pid>:<started>` */
export function formatOwner({ boot, namespace, pid, started }: Owner): string {
  return [boot, namespace, pid, started].join(":");
}

export function parseOwner(text: string): Owner | undefined {
  const [, boot = "", namespace = "", pid = "", started = ""] =
    /^([0-9a-f-]{36}):(\d+):(\d+):(\d+)$/.exec(text) ?? [];
  return boot === "" ? undefined : { boot, namespace, pid, started };
}

/** What decides on this machine whether an owner is still running. */
export type CurrentMachine = Pick<Owner, "boot" | "namespace"> & {
  /** In milliseconds since 1970, as all moments here. */
  readonly booted: number;
  readonly now: number;
  /** Whether the engine runs on this machine, so that no other machine has builders in it. */
  readonly isEngineHere: boolean;
};

/** No job runs longer: https://docs.github.com/actions/reference/limits */
export const longestJob = 5 * 24 * 60 * 60 * 1000;

/**
 * Whether the owner's job is over; if that can't be known, whether the longest time of a job is over.
 *
 * @param made when what it owns was made
 * @param found `started`: when the process with its ID here started; undefined if there is none
 */
export function isGone(
  { boot, namespace, pid, started }: Owner,
  made: number,
  { here, ...found }: { readonly here: CurrentMachine; readonly started: string | undefined },
): boolean {
  if (here.isEngineHere && boot !== here.boot && made < here.booted) return true;
  const isSeen = here.isEngineHere && boot === here.boot && namespace === here.namespace;
  if (isSeen && pid !== "0") return found.started !== started;
  return here.now - made > longestJob;
}
