// A Docker engine: the one that runs already, or a private one from Debian's packages.
import { chmod, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { startInBackground, waitUntilReady } from "./background-process.ts";
import { attempt, findProgram, run, StackError } from "./command.ts";
import { makeNetwork } from "./engine-network.ts";
import {
  engineEnvironment,
  unpackEngine,
  unpackedDockerCli,
  wantedEngine,
} from "./engine-packages.ts";
import { mountMemoryDisk } from "./memory-disk.ts";
import { runtimeSettings } from "./oci-runtime.ts";
import { say } from "./progress.ts";
import { folders, stackId } from "./stack-folder.ts";

/** The engine of the stack. Only a private one is the stack's to change and to end. */
export type Engine = {
  readonly kind: "running" | "private";
  readonly host: string;
  readonly version: string;
};

const engineName = "dockerd";

/** The address of the private engine's socket. */
export const privateHost = `unix://${join(folders.run, "docker.sock")}`;

/** The group of cgroups that the private engine's containers are in. */
export const cgroupName = `crossbuild-${stackId}`;

/** The engine that answers already, as the machine's own settings name it. */
export async function runningEngine(): Promise<Engine | undefined> {
  const docker = await findProgram("docker");
  if (docker === undefined || wantedEngine !== undefined) return undefined;
  const format = ["--format", "{{.ServerVersion}}"];
  const info = await attempt([docker, "info", ...format]);
  const version = info.stdout.trim();
  if (info.exitCode !== 0 || version === "") return undefined;
  const context = ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"];
  const host = await run([docker, ...context], { doing: "asking for the engine's address" });
  return { kind: "running", host: process.env["DOCKER_HOST"] ?? host.trim(), version };
}

/** Registries that an engine takes without TLS or a certificate that the machine trusts. */
export type EngineRegistries = {
  /** `host:port` */
  readonly insecure: readonly string[];
  /** URLs that are asked in place of Docker Hub. */
  readonly mirrors?: readonly string[];
};

/** Starts a private engine that shares nothing with another one but the kernel. */
export async function startPrivateEngine(registries: EngineRegistries): Promise<Engine> {
  if (process.getuid?.() !== 0) {
    const advice = "Try: run it as root, or start a Docker engine first";
    throw new StackError(`no engine answers, and a private one needs root\n${advice}`);
  }
  const own = await unpackEngine();
  const env = engineEnvironment();
  const data = join(folders.engine, "data");
  await mountMemoryDisk(data);
  const settings = {
    "data-root": data,
    "exec-root": join(folders.engine, "exec"),
    pidfile: join(folders.run, "dockerd.pid"),
    hosts: [privateHost],
    "insecure-registries": registries.insecure,
    "registry-mirrors": registries.mirrors ?? [],
    "exec-opts": ["native.cgroupdriver=cgroupfs"],
    "cgroup-parent": `/${cgroupName}`,
    ...(await makeNetwork(env)),
    ...(await runtimeSettings()),
    ...own,
  };
  const file = join(folders.engine, "daemon.json");
  await writeFile(file, JSON.stringify(settings, null, 2));
  await rm(settings.pidfile, { force: true });
  await startInBackground(engineName, ["dockerd", "--config-file", file], env);
  await waitUntilReady(engineName, () => answers(privateHost), 60);
  const format = ["--format", "{{.Server.Version}}"];
  const command = ["docker", "--host", privateHost, "version", ...format];
  const version = await run(command, { doing: "asking the engine for its version", env });
  say(`started a private engine ${version.trim()}`);
  return { kind: "private", host: privateHost, version: version.trim() };
}

/** Puts the Docker CLI first on the stack's PATH: the machine's, or the one of the packages. */
export async function linkDockerCli(): Promise<void> {
  const docker = await findProgram("docker");
  const target = docker ?? (await unpackedDockerCli());
  const link = join(folders.bin, "docker");
  await rm(link, { force: true });
  await symlink(target, link);
  await writeFile(join(folders.docker, "config.json"), "{}\n", { flag: "wx" }).catch(() => {});
  await chmod(folders.docker, 0o700);
}

/** Whether an engine answers at this address; other addresses than sockets are taken on trust. */
export function answers(host: string): Promise<boolean> {
  if (!host.startsWith("unix://")) return Promise.resolve(true);
  const socketPath = host.slice("unix://".length);
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: "/_ping", timeout: 3000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on("timeout", () => ping.destroy());
    ping.on("error", () => resolve(false));
    ping.end();
  });
}
