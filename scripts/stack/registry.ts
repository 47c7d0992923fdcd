// One real registry behind three endpoints: plain HTTP, TLS, and TLS with a password.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { startInBackground, waitUntilReady } from "./background-process.ts";
import { makeCertificates } from "./certificates.ts";
import { run } from "./command.ts";
import { registryHost } from "./hosts-file.ts";
import { folders } from "./stack-folder.ts";

/** Where the registry listens (`host:port`) and what its clients need. */
export type Registry = {
  readonly http: string;
  readonly tls: string;
  readonly auth: string;
  readonly authority: string;
  readonly bundle: string;
  readonly username: string;
  readonly password: string;
};

const usualPorts = { http: 5000, tls: 5443, auth: 5444 } as const;
const username = "crossbuild";

/** The ports that the endpoints listen on. */
export type Ports = Readonly<Record<keyof typeof usualPorts, number>>;

/** The usual ports, or any free ones in place of those that are taken. */
export async function choosePorts(): Promise<Ports> {
  const { http, tls, auth } = usualPorts;
  return { http: await freePort(http), tls: await freePort(tls), auth: await freePort(auth) };
}

/** The endpoints' addresses, `host:port`. */
export function endpointsAt(ports: Ports): readonly string[] {
  return Object.values(ports).map((port) => `${registryHost}:${port}`);
}

/** Starts the registry program on one storage, once for each endpoint. */
export async function startRegistry(program: string, ports: Ports): Promise<Registry> {
  const certificates = await makeCertificates(registryHost);
  const password = randomBytes(15).toString("base64url");
  const passwords = join(folders.registry, "htpasswd");
  await writeFile(passwords, `${username}:${await bcrypt(password)}\n`, { mode: 0o600 });
  const tls = { tls: { certificate: certificates.certificate, key: certificates.key } };
  const auth = { auth: { htpasswd: { realm: "crossbuild test stack", path: passwords } } };
  const shared = { secret: randomBytes(16).toString("hex") };
  const [http, secure, closed] = await Promise.all([
    startEndpoint(program, ["http", ports.http], { http: shared }),
    startEndpoint(program, ["tls", ports.tls], { http: { ...shared, ...tls } }),
    startEndpoint(program, ["auth", ports.auth], { http: { ...shared, ...tls }, ...auth }),
  ]);
  const { authority, bundle } = certificates;
  return { http, tls: secure, auth: closed, authority, bundle, username, password };
}

/** The names that the endpoints' processes run under. */
export const registryProcesses = Object.keys(usualPorts).map((name) => `registry-${name}`);

/** The address of an endpoint for clients that take loopback to be plain HTTP. */
export function loopback(endpoint: string): string {
  return endpoint.replace(registryHost, "127.0.0.1");
}

type Settings = { readonly http: object; readonly auth?: object };

async function startEndpoint(
  program: string,
  [name, port]: readonly [keyof Ports, number],
  settings: Settings,
): Promise<string> {
  const configuration = {
    version: "0.1",
    log: { level: "warn" },
    storage: {
      filesystem: { rootdirectory: join(folders.registry, "storage") },
      delete: { enabled: true },
    },
    ...settings,
    http: { addr: `127.0.0.1:${port}`, ...settings.http },
  };
  // JSON is YAML, which is what the registry reads.
  const file = join(folders.registry, `${name}.yml`);
  await writeFile(file, JSON.stringify(configuration, null, 2), { mode: 0o600 });
  const processName = `registry-${name}`;
  await startInBackground(processName, [program, "serve", file], cleanEnvironment());
  await waitUntilReady(processName, async () => !(await canListen(port)));
  return `${registryHost}:${port}`;
}

/** The registry takes REGISTRY_… variables as settings; nobody means them for this one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const all = Object.entries(process.env);
  return Object.fromEntries(all.filter(([name]) => !name.startsWith("REGISTRY_")));
}

async function freePort(usual: number): Promise<number> {
  if (await canListen(usual)) return usual;
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" ? address?.port : undefined;
      server.close(() => (port === undefined ? reject(new Error("no port")) : resolve(port)));
    });
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().on("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The registry takes bcrypt alone, which the machine's own crypt(3) knows and Node does not. */
function bcrypt(password: string): Promise<string> {
  const salt = `$2y$05$${randomBytes(16).toString("hex").slice(0, 21)}u`;
  return run(["perl", "-e", "print crypt($ENV{PASSWORD}, $ENV{SALT})"], {
    doing: "hashing the registry's password",
    env: { ...process.env, PASSWORD: password, SALT: salt },
  });
}
