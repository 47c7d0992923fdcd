// BuildKit daemons behind mutual TLS, as the nodes of a `remote` builder are.
import { setTimeout as sleep } from "node:timers/promises";
import { type CertificateAuthority, certificateAuthority } from "./certificate-authority.ts";
import { docker, dockerLog } from "./docker.ts";
import { stack } from "./inputs-for.ts";

/** One daemon, with the paths of the PEM files that a client needs. */
export type BuildkitdNode = {
  /** `tcp://127.0.0.1:PORT` */
  readonly endpoint: string;
  readonly cacert: string;
  readonly cert: string;
  readonly key: string;
  /** Ends it at once, as a machine that goes down does. */
  kill(): Promise<void>;
};

/** The daemons; they, their caches and certificates are gone when disposed of. */
export type BuildkitdNodes = AsyncDisposable & { readonly nodes: readonly BuildkitdNode[] };

/** Starts daemons that know the stack's registries. */
export async function buildkitdNodes(count: number): Promise<BuildkitdNodes> {
  const certificates = await certificateAuthority();
  const containers = Array.from({ length: count }, () => `buildkitd-${crypto.randomUUID()}`);
  const dispose = async () => {
    await docker("rm", "--force", "--volumes", ...containers);
    await certificates[Symbol.asyncDispose]();
  };
  const started = await Promise.allSettled(containers.map((name) => start(name, certificates)));
  const nodes = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = started.find((one) => one.status === "rejected");
  if (failed === undefined) return { nodes, [Symbol.asyncDispose]: dispose };
  await dispose();
  throw failed.reason;
}

async function start(
  container: string,
  { authority, server, client }: CertificateAuthority,
): Promise<BuildkitdNode> {
  const readable = [authority, server.certificate, server.key, stack.STACK_CA];
  const files = readable.map((path) => `--volume=${path}:${path}:ro`);
  const config = `--volume=${stack.STACK_BUILDKITD_TOML}:/etc/buildkit/buildkitd.toml:ro`;
  const runs = ["run", "--detach", "--name", container, "--privileged", "--network", "host"];
  await docker(
    ...runs,
    ...files,
    config,
    "--volume=/var/lib/buildkit",
    stack.STACK_BUILDKIT_IMAGE,
    ...[
      "--addr=tcp://127.0.0.1:0",
      `--tlscacert=${authority}`,
      `--tlscert=${server.certificate}`,
      `--tlskey=${server.key}`,
    ],
  );
  return {
    endpoint: `tcp://${await address(container)}`,
    cacert: authority,
    cert: client.certificate,
    key: client.key,
    kill: async () => {
      await docker("kill", container);
    },
  };
}

/** Where it listens: a free port, which its log names once it does. */
async function address(container: string): Promise<string> {
  for (let wait = 0; wait < 300; wait++) {
    const found = /running server on (127\.0\.0\.1:\d+)/.exec(await dockerLog(container))?.[1];
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`buildkitd did not start:\n${await dockerLog(container)}`);
}
