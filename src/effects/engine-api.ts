// Asks the engine on this machine directly: an answer takes it milliseconds, and a process of docker
// some forty.
import { request as ask } from "node:http";
import type { Shell } from "./shell.ts";

/** What is removed may take the engine longer to answer. */
const timeoutMilliseconds = { GET: 5000, DELETE: 60_000 };

type EngineAnswer = { readonly status: number; readonly json: unknown };

/**
 * What the engine answers; undefined where it does not. Whoever needs to know why asks docker, whose
 * words are known.
 *
 * https://docs.docker.com/reference/api/engine/
 *
 * @param path as in `/version`
 */
export type EngineApi = (
  path: string,
  method?: "GET" | "DELETE",
) => Promise<EngineAnswer | undefined>;

/** The ways to the engine: by its socket, and where that does not do, by docker. */
export type EnginePorts = { readonly shell: Shell; readonly engine: EngineApi };

/** @param endpoint `unix:///var/run/docker.sock`; of others nothing is asked */
export function engineApi(endpoint: string): EngineApi {
  const [, socketPath] = /^unix:\/\/(\/.*)$/.exec(endpoint) ?? [];
  return async (path, method = "GET") => {
    if (socketPath === undefined) return undefined;
    return await new Promise((resolve) => {
      const options = { socketPath, path, method, timeout: timeoutMilliseconds[method] };
      const request = ask(options, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("error", () => resolve(undefined));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, json: jsonOf(text) }));
      });
      request.on("timeout", () => request.destroy());
      request.on("error", () => resolve(undefined)).end();
    });
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
