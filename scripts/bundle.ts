// Makes dist/: a readable bundle in a few files, and the licences of what is in it. `--check` only compares.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Metafile, type Plugin, transform } from "esbuild";

const root = join(import.meta.dirname, "..");
const isCheck = process.argv.includes("--check");
const target = "node24";
const most = 1.5 * 1024 * 1024;

// The toolkit does not say that its modules may be left out where nothing of theirs is used. They
// may: what goes is its OIDC client, and the HTTP library with it.
const leaveOutUnused: Plugin = {
  name: "leave-out-unused",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(?:@actions\/|\.)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === leaveOutUnused || from.kind === "entry-point") return undefined;
      const { resolveDir, importer, kind } = from;
      const found = await resolve(path, { resolveDir, importer, kind, pluginData: leaveOutUnused });
      const ours = found.path.includes("/node_modules/@actions/core/");
      return ours ? { ...found, sideEffects: false } : found;
    });
  },
};

// The toolkit's HTTP client takes one class of undici, most of which is a client of its own.
const onlyProxyAgent: Plugin = {
  name: "only-proxy-agent",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^undici$/ }, ({ path }) => ({ path, namespace: "only-proxy-agent" }));
    onLoad({ filter: /.*/, namespace: "only-proxy-agent" }, () => ({
      contents: 'export { default as ProxyAgent } from "undici/lib/dispatcher/proxy-agent.js";',
      resolveDir: root,
    }));
  },
};

// esbuild gives a CommonJS package that is loaded by `import()` no names, only a default.
const namedExports: Plugin = {
  name: "named-exports",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:tar-stream|yaml)$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, namespace: "named-exports" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "named-exports" }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^[a-z]\w*$/i.test(name));
      const own = names.filter((name) => name !== "default");
      return { contents: `export { ${own.join(", ")} } from "${path}";`, resolveDir: root };
    });
  },
};

// What a run does not use it does not load: each `import()` has a file of its own. esbuild splits
// only ES modules, which Node loads more slowly than CommonJS.
const bundle = await build({
  absWorkingDir: root,
  entryPoints: ["src/index.ts"],
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  target,
  format: "esm",
  charset: "utf8",
  legalComments: "inline",
  plugins: [leaveOutUnused, onlyProxyAgent, namedExports],
  metafile: true,
  write: false,
  logLevel: "warning",
});
// A comment of esbuild's own, which would stand in every file.
const ofEsbuild = / *\/\/ If the importer is in node compatibility mode(?:.*\n){4}/g;
const parts = Object.entries(bundle.metafile.outputs);
const names = namesOf(bundle.metafile);
const texts = new Map<string, string>();
for (const { path, text } of bundle.outputFiles) {
  const { code } = await transform(renamed(text), {
    ...{ format: "cjs", target, charset: "utf8", legalComments: "inline" },
    supported: { "dynamic-import": false },
  });
  texts.set(names.get(basename(path)) ?? basename(path), code.replace(ofEsbuild, ""));
}
// The bundle tells by the name of the file that was started which action it is.
for (const action of ["merge", "matrix"]) texts.set(`${action}.cjs`, 'require("./index.cjs");\n');
const bytes = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
if (bytes > most) throw new Error(`dist has ${bytes} bytes; it may have ${most}`);

const bundled = parts.flatMap(([, { inputs }]) =>
  Object.entries(inputs).filter(([, part]) => part.bytesInOutput > 0),
);
texts.set("licenses.txt", await licensesOf(bundled.map(([path]) => path)));
for (const name of await readdir(join(root, "dist"))) {
  if (!texts.has(name)) await remove(`dist/${name}`);
}
for (const [name, text] of texts) await put(`dist/${name}`, text);

/** esbuild's names have a hash, which says nothing: `chunk-J4GJTCQP.cjs` → `undici.cjs`. */
function namesOf({ outputs }: Metafile): ReadonlyMap<string, string> {
  const taken = new Set(["index.cjs", "merge.cjs", "matrix.cjs"]);
  return new Map(
    Object.entries(outputs).flatMap(([path, { inputs, entryPoint }]) => {
      if (entryPoint === "src/index.ts") return [];
      const largest = Object.entries(inputs).sort(
        ([, one], [, other]) => other.bytesInOutput - one.bytesInOutput,
      )[0]?.[0];
      const source = (entryPoint ?? largest ?? "modules").replace(/^[\w-]+:/, "node_modules/");
      const [, module] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
      const name = module?.replace(/^@/, "").replace("/", "-") ?? basename(source, ".ts");
      const free = [name, `${name}-parts`, ...Array.from({ length: 9 }, (_, n) => `${name}-${n}`)]
        .map((stem) => `${stem}.cjs`)
        .find((file) => !taken.has(file));
      if (free === undefined) throw new Error(`no name is left for ${path}`);
      taken.add(free);
      return [[basename(path), free] as const];
    }),
  );
}

function renamed(text: string): string {
  return text.replace(/"\.\/([\w-]+\.cjs)"/g, (all, name) => {
    const own = names.get(name);
    return own === undefined ? all : `"./${own}"`;
  });
}

async function remove(path: string): Promise<void> {
  if (isCheck) throw new Error(`${path} is not what src makes: \`npm run bundle\``);
  await rm(join(root, path));
}

async function put(path: string, text: string): Promise<void> {
  const file = join(root, path);
  if (!isCheck) return await writeFile(file, text);
  const committed = await readFile(file, "utf8").catch(() => "");
  if (committed !== text) throw new Error(`${path} is not what src makes: \`npm run bundle\``);
}

/** @param inputs paths of the files bundled, seen from the root */
async function licensesOf(inputs: readonly string[]): Promise<string> {
  const packages = inputs.flatMap((path) => {
    const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
    return found === null ? [] : [found[0]];
  });
  const texts = await Promise.all([...new Set(packages)].sort().map(licenseOf));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function licenseOf(folder: string): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
  const { name, version, license } = about as Readonly<Record<string, string>>;
  for (const file of ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENCE"]) {
    const text = await readFile(join(root, folder, file), "utf8").catch(() => undefined);
    if (text !== undefined) return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }
  throw new Error(`${name} ${version} (${license}) brings no licence text`);
}
