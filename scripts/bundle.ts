// Makes dist/: a readable bundle in a few files, and the licences of what is in it. `--check` only compares.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Plugin, rolldown } from "rolldown";

const root = join(import.meta.dirname, "..");
const isCheck = process.argv.includes("--check");
const most = 1.75 * 1024 * 1024;
// The bundle tells by the name of the file that was started which action it is. Post has an entry
// of its own, which can't build.
const entries = ["merge", "matrix"];

// The toolkit's HTTP client takes one class of undici, most of which is a client of its own.
const onlyProxyAgent: Plugin = {
  name: "only-proxy-agent",
  resolveId: { filter: { id: /^undici$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0undici$/ },
    handler: () => 'export { default as ProxyAgent } from "undici/lib/dispatcher/proxy-agent.js";',
  },
};

// @sigstore/sign asks by make-fetch-happen, which with its cache is a megabyte: our own client does.
const ownFetch: Plugin = {
  name: "own-fetch",
  resolveId: {
    filter: { id: /^make-fetch-happen$/ },
    handler: () => join(root, "src/effects/sign-fetch.ts"),
  },
};

// What a run does not use it does not load: each `import()` has a file of its own. Node loads
// CommonJS faster than ES modules.
const bundle = await rolldown({
  cwd: root,
  input: { index: "src/index.ts", post: "src/post-index.ts" },
  platform: "node",
  transform: { target: "node24" },
  plugins: [onlyProxyAgent, ownFetch],
  // The toolkit does not say that its modules may be left out where nothing of theirs is used.
  // They may: what goes is its OIDC client, and the HTTP library with it.
  treeshake: { moduleSideEffects: (id) => !id.includes("/node_modules/@actions/core/") },
  // @iarna/toml looks for node:util in a way that bundlers do not see.
  checks: { eval: false },
});
const { output } = await bundle.generate({
  format: "cjs",
  // Node's loader of ES modules takes 45 ms to start.
  dynamicImportInCjs: false,
  entryFileNames: "[name].cjs",
  chunkFileNames: ({ name, moduleIds }) => {
    const own = entries.includes(name) ? `${name}-step` : name;
    return `${packageOf(moduleIds.at(-1) ?? "") ?? own}.cjs`;
  },
  comments: { legal: true, annotation: false, jsdoc: false },
});
const chunks = output.filter((file) => file.type === "chunk");
const texts = new Map(chunks.map(({ fileName, code }) => [fileName, code]));
for (const entry of entries) texts.set(`${entry}.cjs`, 'require("./index.cjs");\n');
const bytes = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
if (bytes > most) throw new Error(`dist has ${bytes} bytes; it may have ${most}`);

texts.set("licenses.txt", await licensesOf(chunks.flatMap(({ moduleIds }) => moduleIds)));
for (const name of await readdir(join(root, "dist"))) {
  if (!texts.has(name)) await remove(`dist/${name}`);
}
for (const [name, text] of texts) await put(`dist/${name}`, text);

/** `…/node_modules/@iarna/toml/toml.js` → `iarna-toml` */
function packageOf(path: string): string | undefined {
  const [, module] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return module?.replace(/^@/, "").replace("/", "-");
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

/** @param paths of the files bundled */
async function licensesOf(paths: readonly string[]): Promise<string> {
  const packages = paths.flatMap((path) => {
    const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
    return found === null ? [] : [relative(root, found[0])];
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
