// Where the images of BuildKit and of the emulators are while a test runs.
import { docker } from "./docker.ts";
import { stack } from "./inputs-for.ts";

const names = [stack.STACK_BUILDKIT_IMAGE, stack.STACK_BINFMT_IMAGE];

/** Takes the images out of the engine under every name; they are back when it is disposed of. */
export async function withoutToolImages(): Promise<AsyncDisposable> {
  const there = await namesInTheEngine();
  const kept = names
    .filter((name) => there.includes(name))
    .map((name, index) => ({ name, safe: `crossbuild-kept/${index}:1` }));
  for (const { name, safe } of kept) await docker("tag", name, safe);
  for (const name of there) await docker("image", "rm", name);
  return {
    [Symbol.asyncDispose]: async () => {
      for (const name of await namesInTheEngine()) await docker("image", "rm", name);
      for (const { name, safe } of kept) {
        await docker("tag", safe, name);
        await docker("image", "rm", safe);
      }
    },
  };
}

/** `127.0.0.1:5000/moby/buildkit:v1`, `moby/buildkit:v1`: at whatever registry. */
async function namesInTheEngine(): Promise<readonly string[]> {
  const list = await docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}");
  return list.split("\n").filter((line) => names.some((name) => `/${line}`.endsWith(`/${name}`)));
}
