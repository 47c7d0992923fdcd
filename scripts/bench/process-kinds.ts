// Why the step starts what it starts. What is not here is shown as it is, without a reason.
import type { Started } from "./traced.ts";

export type Kind = { readonly name: string; readonly why: string };

export const unknownReason = "**no reason is known**";

// The first with which a command begins.
const reasons: readonly (readonly [string, string])[] = [
  [
    "docker-buildx docker-cli-plugin-metadata",
    "docker asks the plugin what it is, before it hands a command on to it",
  ],
  ["docker-buildx buildx", "the plugin, to which docker hands the command on"],
  ["docker version", "whether the engine answers, and for which CPU it is"],
  ["docker buildx version", "whether buildx is there, and new enough"],
  ["docker buildx ls", "whether a builder of the name given is there, and what it is like"],
  ["docker buildx inspect", "whether the builder runs, and what it can build"],
  ["docker image inspect", "whether the engine has the image, so that no registry is asked"],
  ["docker pull", "gets an image of the tools, from a mirror first"],
  ["docker run", "registers the emulators"],
  ["docker buildx create", "makes the builder and boots it"],
  ["docker buildx build", "builds and pushes"],
  ["docker buildx imagetools inspect", "reads back what was pushed"],
  ["docker buildx rm", "post: removes the builder"],
  ["docker ps", "whether jobs that were killed have left builders"],
  ["docker container inspect", "whose such a builder is"],
  ["docker login", "logs in to a registry"],
  ["docker rm", "post: removes the builder's container"],
  ["docker volume rm", "post: removes the builder's volume"],
  ["git rev-parse", "buildx asks whether the context is a checkout"],
  ["node", "the step, and its post"],
];

/** What kind of command it is. Buildx started without docker is `docker-buildx build`. */
export function kindOf(started: Started): Kind {
  const line = lineOf(started);
  const found =
    reasons.find(([start]) => beginsWith(line, start)) ??
    reasons.find(([start]) => beginsWith(line, start.replace("docker buildx", "docker-buildx")));
  if (found === undefined) return { name: line.slice(0, 60), why: unknownReason };
  const [start, why] = found;
  const name = beginsWith(line, start) ? start : start.replace("docker buildx", "docker-buildx");
  return { name, why };
}

// git's options come before its command.
function lineOf([program = "", ...words]: Started): string {
  const rest = program === "git" ? words.filter((word) => !/^-|=/.test(word)) : words;
  return [program, ...rest].join(" ");
}

function beginsWith(line: string, start: string): boolean {
  return `${line} `.startsWith(`${start} `);
}
