// The map from a concern to its files: what CONTRIBUTING's table «to change …» is made from.
import { readdir } from "node:fs/promises";

/** Stem of the files' names → what they are about. Each stem of four or more files is here. */
export const concerns: Readonly<Record<string, string>> = {
  bake: "many images from definition files: the source, what buildx prints of it, the command",
  build: "the build: its command, tries, progress, warnings",
  builder:
    "builders: drivers, nodes, boot, sharing, removal; `inputs/builder-drivers.ts` says what each driver takes",
  buildx: "buildx: its version, download, installation",
  cache: "`cache-from` and `cache-to`",
  cleanup:
    "what is undone at the end (`run`), or by the next run's post after a killed job (`abandoned` finds it, `sweep` removes it)",
  context: "the build context and the Dockerfile",
  cpu: "whether an image is for its platform's CPU",
  docker: "Docker's client: `config.json`, contexts",
  emulators: "QEMU through binfmt_misc",
  engine: "the Docker engine: what it is, its API, `load`",
  event: "GitHub's event and API",
  export: "exporters: `push`, `load`, `outputs`",
  failure:
    "how a failure is worded, and what to try; `domain/trouble.ts` tells from a tool's words what went wrong",
  image: "what an index and a manifest hold",
  leg: "platforms built by jobs of their own, and their merge; `inputs/leg-platforms.ts` says which may be missing",
  login: "logins to registries, credential helpers, ECR",
  names: "tags, labels, annotations",
  proof:
    "reading back what was pushed: `read-back` is the whole phase, `read-pushed` one push, `read-image` one index; `image.ts` has each platform's digest",
  registry: "how registries are asked, and their settings",
  retry: "whether a failed command is tried again",
  run: "a run's own files and facts",
  secret: "secrets of the build, and what may be printed; `runner/secrets.ts` masks them",
  shell: "how other programs are started",
  sign: "signatures and GitHub's attestations; `effects/registry-referrer.ts` attaches them",
  summary: "the job's summary",
  tool: "the images of BuildKit and the emulators",
};

const folders = ["inputs", "plan", "effects", "result", "report", "domain", "runner", "step"];

/** The rows of the table: what one would change, and its files in each folder. */
export async function concernRows(source: string): Promise<readonly (readonly string[])[]> {
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(`${source}/${folder}`);
      return names.toSorted().map((name) => ({ folder, name: name.replace(/\.ts$/, "") }));
    }),
  );
  const files = listed.flat();
  const common = Map.groupBy(files, ({ name }) => stemOf(name));
  for (const [stem, { length }] of common) {
    if (length >= 4 && !(stem in concerns)) throw new Error(`no concern is called ${stem}`);
  }
  return Object.entries(concerns).map(([stem, about]) => {
    const own = common.get(stem) ?? [];
    if (own.length < 2) throw new Error(`a concern without files: ${stem}`);
    const inFolders = Map.groupBy(own, ({ folder }) => folder);
    const lists = [...inFolders].map(
      ([folder, in_]) => `${folder}: ${in_.map(({ name }) => endOf(name)).join(", ")}`,
    );
    return [about, `\`${stem}-\``, lists.join("; ")];
  });
}

function stemOf(name: string): string {
  return name.split("-")[0] ?? name;
}

function endOf(name: string): string {
  return name.slice(name.indexOf("-") + 1);
}
