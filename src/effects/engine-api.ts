// Asks the engine on this machine directly: an answer takes it milliseconds, and a process of docker
// some forty.
import { wholeAnswer } from "./http-answer.ts";
import { openHttp } from "./http-request.ts";
import type { Shell } from "./shell.ts";

/** What is removed may take the engine longer to answer. */
const timeoutMilliseconds = { GET: 5000, DELETE: 60_000 };

type EngineAnswer = { readonly status: number; readonly json: unknown };

/**
 * What the engine answers; undefined if it does not. To learn why, ask docker, whose
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

/** The ways to the engine: by its socket, and if that does not do, by docker. */
export type EnginePorts = { readonly shell: Shell; readonly engine: EngineApi };

/** @param endpoint `unix:///var/run/docker.sock`; of others nothing is asked */
export function engineApi(endpoint: string): EngineApi {
  const [, socketPath] = /^unix:\/\/(\/.*)$/.exec(endpoint) ?? [];
  return async (path, method = "GET") => {
    if (socketPath === undefined) return undefined;
    const request = { method, url: `http://engine${path}`, silence: timeoutMilliseconds[method] };
    try {
      const answer = await openHttp(request, async () => ({ socketPath, tls: {} }));
      const { status, body } = await wholeAnswer(answer);
      return { status, json: jsonOf(body.toString("utf8")) };
    } catch {
      return undefined;
    }
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
