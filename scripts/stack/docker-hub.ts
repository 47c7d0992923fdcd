// Docker Hub, where this machine reaches it: the real images instead of stand-ins.
import { join } from "node:path";
import { run } from "./command.ts";
import { folders } from "./stack-folder.ts";

type Name = { readonly repository: string; readonly tag: string };

/** Whether Docker Hub answers within three seconds. */
export async function reachesDockerHub(): Promise<boolean> {
  const signal = AbortSignal.timeout(3000);
  return fetch("https://registry-1.docker.io/v2/", { signal }).then(
    (response) => response.status === 401,
    () => false,
  );
}

/** Copies an image with all its platforms to the registry at this loopback address. */
export async function copyFromDockerHub(address: string, { repository, tag }: Name): Promise<void> {
  const source = `docker.io/${repository}:${tag}`;
  const target = ["--tag", `${address}/${repository}:${tag}`];
  const buildx = join(folders.bin, "docker-buildx");
  // The caller's own docker config stays, since a login to Docker Hub may be in it.
  const env = { ...process.env, BUILDX_CONFIG: folders.buildx };
  await run([buildx, "imagetools", "create", ...target, source], {
    doing: `copying ${source} from Docker Hub`,
    advice: "docker login, if Docker Hub says that there were too many pulls",
    env,
  });
}
