// A Git server that serves one repository over HTTP to those who have its token.
import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

type Files = Readonly<Record<string, string>>;

export type GitServer = AsyncDisposable & {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `owner/app` */
  readonly repository: string;
  /** Of the commit on `main`. */
  readonly sha: string;
  readonly token: string;
  /** Every Authorization header that came, or undefined for a request without one. */
  readonly authorizations: readonly (string | undefined)[];
  /** Makes the files a commit that only refs/pull/1/merge leads to; returns its SHA. */
  moveOn(files: Files): Promise<string>;
};

export type GitServerOptions = {
  /** The server's own name, as the URL has it: 127.0.0.1 if not given. */
  readonly host?: string;
  /** Whether it serves those as well who have no token. */
  readonly isPublic?: boolean;
};

/** Serves the files as the one commit of `owner/app`, also under refs/pull/1/merge. */
export async function gitServer(files: Files, options: GitServerOptions = {}): Promise<GitServer> {
  const { host = "127.0.0.1", isPublic = false } = options;
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-git-"));
  const repository = "owner/app";
  const work = join(folder, `${repository}.git`);
  const write = async (files: Files) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), text);
    }
  };
  await write(files);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Me", "-c", "user.email=me@example.test", ...args], {
      cwd: work,
      encoding: "utf8",
    }).trim();
  git("init", "--quiet", "--initial-branch", "main");
  const commit = (): string => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "Files");
    git("update-ref", "refs/pull/1/merge", "HEAD");
    return git("rev-parse", "HEAD");
  };
  const sha = commit();
  git("config", "uploadpack.allowAnySHA1InWant", "true");
  const token = crypto.randomUUID();
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    if (isPublic || wordOf(request) === token) serve(folder, request, response);
    else response.writeHead(401, { "www-authenticate": "Basic realm=git" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://${host}:${port}`, repository, sha, token, authorizations },
    moveOn: async (files) => {
      git("checkout", "--quiet", "--detach", "main");
      await write(files);
      return commit();
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** The password of a Basic authorization. */
function wordOf({ headers }: IncomingMessage): string | undefined {
  const [, base64 = ""] = headers.authorization?.split(" ") ?? [];
  return Buffer.from(base64, "base64").toString().split(":")[1];
}

// https://git-scm.com/docs/git-http-backend
function serve(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const child = spawn("git", ["http-backend"], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      // It belongs to whoever runs the tests.
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "safe.directory",
      GIT_CONFIG_VALUE_0: "*",
      PATH_INFO: pathname.replace(".git/", ".git/.git/"),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      REMOTE_USER: "me",
    },
  });
  request.pipe(child.stdin);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.on("close", () => {
    const all = Buffer.concat(parts);
    const end = all.indexOf("\r\n\r\n");
    const headers = all.subarray(0, end).toString().split("\r\n");
    const status = headers.find((line) => line.startsWith("Status: "));
    const others = headers.filter((line) => line !== status).map((line) => line.split(": "));
    response.writeHead(Number(status?.split(" ")[1] ?? 200), Object.fromEntries(others));
    response.end(all.subarray(end + 4));
  });
}
