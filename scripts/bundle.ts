// Makes dist/: one readable bundle, and the licences of what is in it. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "..");
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

const bundle = await build({
  absWorkingDir: root,
  entryPoints: ["src/index.ts"],
  outfile: "dist/index.cjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  charset: "utf8",
  legalComments: "inline",
  plugins: [leaveOutUnused, onlyProxyAgent],
  metafile: true,
  write: false,
  logLevel: "warning",
});
const [code] = bundle.outputFiles;
if (code === undefined) throw new Error("esbuild made no file");
if (code.contents.byteLength > most) {
  throw new Error(`dist/index.cjs has ${code.contents.byteLength} bytes; it may have ${most}`);
}

await put("dist/index.cjs", code.text);
// The bundle tells by the name of the file that was started which action it is.
for (const action of ["merge", "matrix"]) {
  await put(`dist/${action}.cjs`, 'require("./index.cjs");\n');
}
const [output] = Object.values(bundle.metafile.outputs);
const bundled = Object.entries(output?.inputs ?? {}).filter(([, part]) => part.bytesInOutput > 0);
await put("dist/licenses.txt", await licensesOf(bundled.map(([path]) => path)));

async function put(path: string, text: string): Promise<void> {
  const file = join(root, path);
  if (!process.argv.includes("--check")) return await writeFile(file, text);
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
