var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  noteRegistries: () => noteRegistries,
  readBack: () => readBack,
  registryClient: () => registryClient,
  retrying: () => retrying
});
module.exports = __toCommonJS(stdin_exports);
var import_docker_config = require("./docker-config.cjs");
var import_build_files = require("./build-files.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_together = require("./together.cjs");
var import_valibot = require("./valibot.cjs");
var import_remedy = require("./remedy.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_errors = require("./errors.cjs");
var import_promises = require("node:timers/promises");
var import_node_fs = require("node:fs");
var import_promises2 = require("node:fs/promises");
var import_node_path = require("node:path");
var import_promises3 = require("node:stream/promises");
var import_promises4 = require("node:timers/promises");
var import_node_http = require("node:http");
var import_promises5 = require("node:fs/promises");
var import_node_http2 = require("node:http");
var import_node_https = require("node:https");
var import_node_tls = require("node:tls");
var import_node_http3 = require("node:http");
var import_node_https2 = require("node:https");
var import_promises6 = require("node:fs/promises");
var import_node_path2 = require("node:path");
function noDigestText({ exports }) {
  switch (exports) {
    case "nothing":
      return "There is no digest, as the build stays in the builder's cache: set `push` or `load`, or export it with `outputs`";
    case "files":
      return "There is no digest, as `outputs` exports files, which are no image: add an exporter such as `type=oci,dest=image.tar`";
    case "image":
      return "There is no digest, as buildx told none: the engine's own image store may have none before a push";
  }
}
var digest = (0, import_valibot.pipe)(
  (0, import_valibot.string)(),
  (0, import_valibot.rawTransform)(({ dataset, addIssue, NEVER }) => {
    const read = (0, import_csv_parse.parseDigest)(dataset.value);
    if (read.ok) return read.value;
    addIssue({ message: read.problem });
    return NEVER;
  })
);
var platform = (0, import_valibot.object)({
  os: (0, import_valibot.string)(),
  architecture: (0, import_valibot.string)(),
  variant: (0, import_valibot.optional)((0, import_valibot.string)())
});
var annotations = (0, import_valibot.optional)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)()));
var descriptor = (0, import_valibot.object)({ mediaType: (0, import_valibot.string)(), digest, size: (0, import_valibot.number)(), annotations });
var entry = (0, import_valibot.object)({ ...descriptor.entries, platform: (0, import_valibot.optional)(platform) });
var index = (0, import_valibot.object)({ mediaType: (0, import_valibot.optional)((0, import_valibot.string)()), manifests: (0, import_valibot.array)(entry) });
var manifest = (0, import_valibot.object)({
  mediaType: (0, import_valibot.optional)((0, import_valibot.string)()),
  config: descriptor,
  layers: (0, import_valibot.array)(descriptor),
  subject: (0, import_valibot.optional)(descriptor)
});
var config = (0, import_valibot.object)({
  ...platform.entries,
  config: (0, import_valibot.nullish)((0, import_valibot.object)({ Entrypoint: (0, import_valibot.nullish)((0, import_valibot.array)((0, import_valibot.string)())) })),
  rootfs: (0, import_valibot.object)({ diff_ids: (0, import_valibot.nullish)((0, import_valibot.array)((0, import_valibot.string)()), []) }),
  history: (0, import_valibot.nullish)(
    (0, import_valibot.array)(
      (0, import_valibot.object)({
        created_by: (0, import_valibot.optional)((0, import_valibot.string)(), ""),
        empty_layer: (0, import_valibot.optional)((0, import_valibot.boolean)(), false)
      })
    ),
    []
  )
});
function parseDocument(text) {
  const json = JSON.parse(text);
  const isIndex = typeof json === "object" && json !== null && "manifests" in json;
  return isIndex ? { kind: "index", index: (0, import_valibot.parse)(index, json) } : { kind: "manifest", manifest: (0, import_valibot.parse)(manifest, json) };
}
function parseConfig(text) {
  return (0, import_valibot.parse)(config, JSON.parse(text));
}
function platformIn({
  os,
  architecture,
  variant
}) {
  return (0, import_csv_parse.platformOf)({ os, architecture, variant });
}
function isAttestation({ annotations: annotations2, platform: platform2 }) {
  return annotations2?.["vnd.docker.reference.type"] === "attestation-manifest" || platform2?.os === "unknown";
}
function subjectOf({ annotations: annotations2 }) {
  return annotations2?.["vnd.docker.reference.digest"];
}
function documentOf(served) {
  return served === void 0 || "problem" in served ? void 0 : orUndefined(() => parseDocument(served.text));
}
function configOf(served) {
  return served === void 0 || "problem" in served ? void 0 : orUndefined(() => parseConfig(served.text));
}
function orUndefined(read) {
  try {
    return read();
  } catch {
    return void 0;
  }
}
function imageOf(evidence) {
  const { root, contents } = evidence;
  const document = documentOf(root);
  if (document === void 0 || "problem" in root) return void 0;
  const { digest: digest2, size } = root;
  if (document.kind === "index") {
    const { manifests: entries, mediaType: mediaType2 } = document.index;
    const manifests2 = entries.flatMap((entry3) => manifestsOf(entry3, entries, evidence));
    return { digest: digest2, mediaType: mediaType2 ?? "application/vnd.oci.image.index.v1+json", manifests: manifests2 };
  }
  const { config: config2, mediaType = "application/vnd.oci.image.manifest.v1+json" } = document.manifest;
  const read = configOf(contents.get(config2.digest));
  const only = { digest: digest2, mediaType, size, attestations: [] };
  const layersSize = layersSizeOf(document.manifest);
  const manifests = read === void 0 ? [] : [{ platform: platformIn(read), layersSize, ...only }];
  return { digest: digest2, mediaType, manifests };
}
function manifestsOf(entry3, entries, { contents }) {
  if (entry3.platform === void 0 || isAttestation(entry3)) return [];
  const { digest: digest2, mediaType, size } = entry3;
  const document = documentOf(contents.get(digest2));
  const attestations = entries.filter((other) => isAttestation(other) && subjectOf(other) === digest2).map((other) => ({
    digest: other.digest,
    predicateTypes: predicateTypesOf(other, contents)
  }));
  const platform2 = platformIn(entry3.platform);
  const layersSize = document?.kind === "manifest" ? layersSizeOf(document.manifest) : void 0;
  return [{ platform: platform2, digest: digest2, mediaType, size, layersSize, attestations }];
}
function layersSizeOf({ layers }) {
  return layers.reduce((sum, { size }) => sum + size, 0);
}
function predicateTypesOf({ digest: digest2 }, contents) {
  const document = documentOf(contents.get(digest2));
  if (document?.kind !== "manifest") return [];
  const types = document.manifest.layers.flatMap(
    ({ annotations: annotations2 }) => annotations2?.["in-toto.io/predicate-type"] ?? []
  );
  return [...new Set(types)];
}
function sharedLayers(evidence) {
  const images = layersOf(evidence);
  const told = /* @__PURE__ */ new Set();
  return images.flatMap((image) => {
    if (told.has(image)) return [];
    const others = images.filter((other) => isSuspicious(image, other));
    const [first] = others;
    if (first === void 0) return [];
    const group = [image, ...others];
    for (const one of group) told.add(one);
    const names = group.map(({ platform: platform2 }) => (0, import_csv_parse.formatPlatform)(platform2)).join(", ");
    const share = isSame(image, first) ? "all their layers" : "the layers of their base";
    return [
      `${names} share ${share}, so that the programs in them run on one of these at most. The usual cause: the last stage is \`FROM --platform=$BUILDPLATFORM\`, which belongs on stages that only compile; or a program was not compiled for $TARGETARCH`
    ];
  });
}
function isSuspicious(one, other) {
  if (one.platform.architecture === other.platform.architecture) return false;
  const differs = one.layers.findIndex(({ diffId }, at) => diffId !== other.layers[at]?.diffId);
  const count = differs === -1 ? one.layers.length : differs;
  const shared = one.layers.slice(0, count);
  const noData = shared.some(({ made }) => made === "program" || made === "elsewhere");
  if (isSame(one, other)) return count > 0 && (noData || one.hasEntrypoint);
  const next = [one.layers[count], other.layers[count]];
  return noData && next.every((layer) => layer?.made !== "elsewhere");
}
function isSame(one, other) {
  const ids = ({ layers }) => layers.map(({ diffId }) => diffId).join();
  return ids(one) === ids(other);
}
function layersOf({ root, contents }) {
  const document = documentOf(root);
  if (document?.kind !== "index") return [];
  return document.index.manifests.flatMap((entry3) => {
    const manifest2 = documentOf(contents.get(entry3.digest));
    if (isAttestation(entry3) || entry3.platform === void 0 || manifest2?.kind !== "manifest") {
      return [];
    }
    const config2 = configOf(contents.get(manifest2.manifest.config.digest));
    if (config2 === void 0) return [];
    const hasEntrypoint = (config2.config?.Entrypoint?.length ?? 0) > 0;
    return [{ platform: platformIn(entry3.platform), layers: layersIn(config2), hasEntrypoint }];
  });
}
function layersIn({ rootfs, history }) {
  const steps = history ?? [];
  const last = steps.findLastIndex(({ empty_layer }) => !empty_layer);
  const command = steps.findLastIndex(
    ({ created_by }, at) => at < last && /^(?:\S+ -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/.test(created_by)
  );
  const made = steps.flatMap(({ empty_layer, created_by }, at) => {
    if (empty_layer) return [];
    const how = madeBy(created_by);
    return [how === "unpacked" && at < command ? "elsewhere" : how];
  });
  return (rootfs.diff_ids ?? []).map((diffId, at) => ({ diffId, made: made[at] ?? "copied" }));
}
function madeBy(step) {
  const instruction = step.replace(/^\S+ -c #\(nop\)\s+/, "");
  if (/^(?:COPY|WORKDIR)\b/.test(instruction)) return "copied";
  if (/^ADD\b/.test(instruction)) return "unpacked";
  return /^(?:RUN\b|(?:\|\d+ .*)?\/bin\/sh -c )/.test(instruction) ? "program" : "elsewhere";
}
var configTypes = [
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json"
];
function problemsOfBytes(what, said, served) {
  if (served === void 0) return [`${what} (${said.digest}) was not read`];
  if ("problem" in served) return [`${what} (${said.digest}) is not served: ${served.problem}`];
  const problems = [];
  if (served.digest !== said.digest) {
    problems.push(`${what} has other bytes than ${said.digest}: they are ${served.digest}`);
  }
  if (said.size !== void 0 && served.size !== said.size) {
    problems.push(`${what} has ${served.size} bytes, and its descriptor says ${said.size}`);
  }
  return problems;
}
function problemsOfDocument(what, said, { served, kind }) {
  const problems = problemsOfBytes(what, said, served);
  if (served === void 0 || "problem" in served) return problems;
  const document = documentOf(served);
  if (document === void 0) return [...problems, `${what} is neither an index nor a manifest`];
  if (kind !== void 0 && document.kind !== kind) problems.push(`${what} is another index`);
  const { mediaType } = document.kind === "index" ? document.index : document.manifest;
  if (mediaType !== void 0 && said.mediaType !== void 0 && mediaType !== said.mediaType) {
    problems.push(`${what} is ${mediaType}, and its descriptor says ${said.mediaType}`);
  }
  return problems;
}
function problemsOfEntry(entry3, entries, evidence) {
  return isAttestation(entry3) ? problemsOfAttestation(entry3, entries, evidence) : problemsOfImage(entry3, evidence);
}
function problemsOfImage(entry3, { contents }) {
  const { digest: digest2, platform: platform2 } = entry3;
  if (platform2 === void 0) return [`the manifest ${digest2} has no platform`];
  const name = (0, import_csv_parse.formatPlatform)(platformIn(platform2));
  const served = contents.get(digest2);
  const problems = problemsOfDocument(`the manifest of ${name}`, entry3, {
    served,
    kind: "manifest"
  });
  const document = documentOf(served);
  if (document?.kind !== "manifest") return problems;
  const { manifest: manifest2 } = document;
  const config2 = contents.get(manifest2.config.digest);
  problems.push(...problemsOfConfig(name, manifest2, config2));
  const read = configOf(config2);
  if (read === void 0 || agree(platform2, read)) return problems;
  return [...problems, `${name} has a config for ${(0, import_csv_parse.formatPlatform)(platformIn(read))}`];
}
function agree(said, config2) {
  const { os, architecture, variant } = config2;
  const given = {
    os,
    architecture,
    variant: variant === void 0 || variant === "" ? said.variant : variant
  };
  return (0, import_csv_parse.formatPlatform)(platformIn(said)) === (0, import_csv_parse.formatPlatform)(platformIn(given));
}
function problemsOfConfig(name, { config: config2, layers }, served) {
  const what = `the config of ${name}`;
  const problems = problemsOfBytes(what, config2, served);
  if (!configTypes.includes(config2.mediaType)) {
    problems.push(`${what} is ${config2.mediaType}, which is not an image's config`);
  }
  if (served === void 0 || "problem" in served) return problems;
  const read = configOf(served);
  if (read === void 0) return [...problems, `${what} is not an image's config`];
  const named = read.rootfs.diff_ids?.length ?? 0;
  if (named !== layers.length) {
    problems.push(`${what} names ${named} layers, and the manifest has ${layers.length}`);
  }
  return problems;
}
function problemsOfAttestation(entry3, entries, { contents }) {
  const what = `the attestation manifest ${entry3.digest}`;
  const served = contents.get(entry3.digest);
  const problems = problemsOfDocument(what, entry3, { served, kind: "manifest" });
  const subject = subjectOf(entry3);
  const images = entries.filter((other) => !isAttestation(other)).map(({ digest: digest2 }) => digest2);
  if (subject === void 0) problems.push(`${what} does not say what it is of`);
  else if (!images.some((digest2) => digest2 === subject)) {
    problems.push(`${what} is of ${subject}, which is not in the index`);
  }
  const document = documentOf(served);
  const own = document?.kind === "manifest" ? document.manifest.subject?.digest : void 0;
  if (own !== void 0 && subject !== void 0 && own !== subject) {
    problems.push(`${what} is of ${own}, and its descriptor says ${subject}`);
  }
  return problems;
}
function problemsOf(evidence, platforms) {
  const { built, root, contents } = evidence;
  const document = documentOf(root);
  const what = document?.kind === "manifest" ? "the manifest" : "the index";
  const problems = problemsOfDocument(what, built, { served: root });
  if (document === void 0) return problems;
  if (document.kind === "index") {
    const { manifests } = document.index;
    problems.push(...manifests.flatMap((entry3) => problemsOfEntry(entry3, manifests, evidence)));
  } else {
    const { manifest: manifest2 } = document;
    problems.push(...problemsOfConfig("the image", manifest2, contents.get(manifest2.config.digest)));
  }
  return [.../* @__PURE__ */ new Set([...problemsOfPlatforms(evidence, platforms), ...problems])];
}
function problemsOfPlatforms(evidence, wanted) {
  const { built } = evidence;
  const names = (imageOf(evidence)?.manifests ?? []).map(
    ({ platform: platform2 }) => (0, import_csv_parse.formatPlatform)(platform2)
  );
  const asked = new Set(wanted.map(import_csv_parse.formatPlatform));
  const missing = [...asked].filter((name) => !names.includes(name));
  const there = [...new Set(names)];
  const often = there.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const foreign = asked.size === 0 ? [] : there.filter((name) => !asked.has(name));
  return [
    ...missing.map((name) => `${name} is missing from ${built.digest}`),
    ...often.map((name) => `${name} is there more than once`),
    ...foreign.map((name) => `${name} is there, and was not asked for`)
  ];
}
function problemsOfTags({ digest: digest2 }, tags) {
  return tags.flatMap(({ tag, served }) => {
    const name = (0, import_reference.formatReference)(tag);
    if ("problem" in served) return [`${name} is not served: ${served.problem}`];
    if (served.digest === digest2) return [];
    return [
      `${name} resolves to ${served.digest}, not ${digest2}. Did another job push the same tag meanwhile?`
    ];
  });
}
async function retrying(run, { bound, print }) {
  const verdicts = [];
  let since;
  for (; ; ) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof import_errors.CommandError)) throw error;
      since ??= performance.now();
      const words = (0, import_build_failure.lastWords)(error.stderr);
      verdicts.push(error.exitCode === null ? "lasting" : (0, import_docker_config.judge)(words));
      const elapsed = performance.now() - since;
      const pause = (0, import_docker_config.pauseBeforeNext)({ verdicts, elapsed, retryAfter: void 0 }, bound);
      if (pause === void 0) throw error;
      print(`${words}
Try ${verdicts.length + 1} in ${(0, import_errors.formatDuration)(pause)}`);
      await (0, import_promises.setTimeout)(pause);
    }
  }
}
async function giveTags({ proof, readBack: how, retry: { bound } }, image, { shell, github }) {
  const count = proof.tags.length;
  const title = `Proven; now for ${count === 1 ? "its tag" : `its ${count} tags`}`;
  await github.group(title, async (print) => {
    for (const repository of proof.repositories) {
      const tags = proof.tags.filter((tag) => tag.repository === repository);
      const command = (0, import_docker_config.tagCommand)(how.builder, { repository, ...image }, tags);
      print((0, import_build_failure.formatCommand)(command));
      const { environment } = how;
      const doing = `moving the tags of ${repository}`;
      await retrying(() => shell.capture(doing, command, { environment }), { bound, print });
    }
  });
}
var mostBytes = 4 * 1024 * 1024;
async function openLayout({ path, isTar }, digest2) {
  const files = isTar ? await tarFiles(path) : folderFiles(path);
  const index2 = await files.text("index.json");
  const document = index2 === void 0 ? void 0 : parseDocument(index2);
  const entries = document?.kind === "index" ? document.index.manifests : [];
  const built = entries.find((entry3) => entry3.digest === digest2) ?? entries.at(-1);
  if (built === void 0) throw new Error(`\`${path}\` has no image in its index.json`);
  const read = async (wanted) => {
    const text = await files.text(`blobs/${wanted.replace(":", "/")}`);
    return text === void 0 ? { problem: `not in ${path}` } : { digest: (0, import_docker_config.digestOf)(text), size: Buffer.byteLength(text), text };
  };
  return { source: { read }, built };
}
function folderFiles(folder) {
  return {
    text: async (name) => {
      try {
        return await (0, import_promises2.readFile)((0, import_node_path.join)(folder, name), "utf8");
      } catch (error) {
        if (error.code === "ENOENT") return void 0;
        throw error;
      }
    }
  };
}
async function tarFiles(path) {
  const { extract } = await Promise.resolve().then(() => __toESM(require("./tar-stream.cjs")));
  const texts = /* @__PURE__ */ new Map();
  const unpack = extract();
  const filled = (0, import_promises3.pipeline)((0, import_node_fs.createReadStream)(path), unpack);
  for await (const entry3 of unpack) {
    const { name, size = 0 } = entry3.header;
    const parts = [];
    for await (const part of entry3) {
      if (size <= mostBytes && part instanceof Uint8Array) parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    if (bytes[0] === "{".charCodeAt(0)) texts.set(name, bytes.toString());
  }
  await filled;
  return { text: async (name) => texts.get(name) };
}
async function readImage(source, built) {
  const root = await source.read(built.digest, "manifests");
  const document = documentOf(root);
  const contents = /* @__PURE__ */ new Map();
  const readAll2 = async (kind, digests) => {
    const unread = [...new Set(digests)].filter((digest2) => !contents.has(digest2));
    const all = await (0, import_together.together)(
      unread.map(async (digest2) => [digest2, await source.read(digest2, kind)])
    );
    for (const [digest2, served] of all) contents.set(digest2, served);
  };
  const evidence = { built, root, contents };
  if (document === void 0) return evidence;
  if (document.kind === "manifest") {
    await readAll2("blobs", [document.manifest.config.digest]);
    return evidence;
  }
  const { manifests } = document.index;
  await readAll2(
    "manifests",
    manifests.map(({ digest: digest2 }) => digest2)
  );
  const images = manifests.filter((entry3) => !isAttestation(entry3));
  await readAll2(
    "blobs",
    images.flatMap(({ digest: digest2 }) => {
      const manifest2 = documentOf(contents.get(digest2));
      return manifest2?.kind === "manifest" ? [manifest2.manifest.config.digest] : [];
    })
  );
  return evidence;
}
async function readIndex(source, built) {
  const root = await source.read(built.digest, "manifests");
  const document = documentOf(root);
  const contents = /* @__PURE__ */ new Map();
  if (document?.kind === "manifest") {
    const { digest: digest2 } = document.manifest.config;
    contents.set(digest2, await source.read(digest2, "blobs"));
  }
  return { built, root, contents };
}
var refusal = (0, import_valibot.object)({
  errors: (0, import_valibot.array)((0, import_valibot.object)({ code: (0, import_valibot.optional)((0, import_valibot.string)()), message: (0, import_valibot.optional)((0, import_valibot.string)()) }))
});
function wordsOfAnswer(status, body) {
  const title = `it answers ${status} ${import_node_http.STATUS_CODES[status] ?? ""}`.trimEnd();
  const details = detailsIn(body).join(", ");
  return details === "" ? title : `${title} (${details})`;
}
function detailsIn(body) {
  try {
    const { errors } = (0, import_valibot.parse)(refusal, JSON.parse(body));
    return errors.map(({ code, message }) => [code, message].filter(Boolean).join(": "));
  } catch {
    return [];
  }
}
var timeoutMilliseconds = 3e4;
var mostRedirects = 5;
var mostBytes2 = 32 * 1024 * 1024;
async function askHttp(request, connect) {
  let next = request;
  for (let redirects = 0; ; redirects++) {
    const { host } = new URL(next.url);
    const answer = await send(next, await connect(host));
    const { location } = answer.headers;
    const moved = answer.status >= 301 && answer.status <= 308 && location !== void 0;
    if (!moved || next.method !== "GET" || redirects === mostRedirects) return answer;
    next = redirected(next, new URL(location, next.url));
  }
}
function redirected(request, to) {
  const { authorization, ...others } = request.headers ?? {};
  const isSame2 = to.host === new URL(request.url).host;
  const headers = isSame2 && authorization !== void 0 ? { ...others, authorization } : others;
  return { ...request, url: to.href, headers };
}
function send({ method, url, headers = {}, body }, { agents, tls }) {
  const isPlain = url.startsWith("http:");
  const { ca, ...others } = tls;
  const options = {
    ...{ method, headers, timeout: timeoutMilliseconds },
    ...isPlain ? {} : { ...others, ...ca === void 0 ? {} : { ca: [...ca] } },
    agent: isPlain ? agents.http : agents.https
  };
  return new Promise((resolve, reject) => {
    const request = (isPlain ? import_node_http3.request : import_node_https2.request)(url, options, (response) => {
      const parts = [];
      let size = 0;
      response.on("data", (part) => {
        size += part.length;
        if (size > mostBytes2) request.destroy(new Error(`it sends more than ${mostBytes2} bytes`));
        parts.push(part);
      });
      response.on("error", reject).on("end", () => {
        const { statusCode: status = 0, headers: headers2 } = response;
        resolve({ status, headers: headers2, body: Buffer.concat(parts) });
      });
    });
    request.on("timeout", () => {
      request.destroy(new Error(`it did not answer within ${timeoutMilliseconds / 1e3} seconds`));
    });
    request.on("error", reject).end(body);
  });
}
var token = (0, import_valibot.object)({ token: (0, import_valibot.optional)((0, import_valibot.string)()), access_token: (0, import_valibot.optional)((0, import_valibot.string)()) });
var client = "crossbuild";
async function authorize(challenge, credentials, ask) {
  if (!/^bearer /i.test(challenge)) return basicOf(credentials);
  const { realm = "", ...fields } = Object.fromEntries(
    Array.from(challenge.matchAll(/(\w+)="([^"]*)"/g), ([, name = "", value = ""]) => [
      name.toLowerCase(),
      value
    ])
  );
  const asked = tokenRequest(realm, fields, credentials);
  let answer = await ask(asked);
  if (answer.status !== 200) answer = await ask(asked);
  if (answer.status !== 200) {
    const words = `${new URL(realm).host} gives no token: it answers ${answer.status}`;
    throw new import_errors.RegistryError("asking for a token", { words, status: answer.status });
  }
  const given = (0, import_valibot.parse)(token, JSON.parse(answer.body.toString()));
  return `Bearer ${given.token ?? given.access_token}`;
}
function basicOf(credentials) {
  if (credentials?.kind !== "password") return void 0;
  const { username, password } = credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function tokenRequest(realm, fields, credentials) {
  const { service = "", scope = "" } = fields;
  if (credentials?.kind === "identity-token") {
    const form = { grant_type: "refresh_token", client_id: client, service, scope };
    return {
      method: "POST",
      url: realm,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `${new URLSearchParams({ ...form, refresh_token: credentials.token })}`
    };
  }
  const basic = basicOf(credentials);
  return {
    method: "GET",
    url: `${realm}?${new URLSearchParams(fields)}`,
    headers: basic === void 0 ? {} : { authorization: basic }
  };
}
var entry2 = (0, import_valibot.object)({
  auth: (0, import_valibot.optional)((0, import_valibot.string)(), ""),
  identitytoken: (0, import_valibot.optional)((0, import_valibot.string)(), "")
});
var helperAnswer = (0, import_valibot.object)({ Username: (0, import_valibot.string)(), Secret: (0, import_valibot.string)() });
var tokenUser = "<token>";
async function credentialsFor(host, folder, shell) {
  const read = await (0, import_docker_config.readSettings)(folder);
  if (!read.ok) return void 0;
  const key = (0, import_docker_config.credentialKey)(host);
  const { auths = {}, credHelpers = {}, credsStore = "" } = read.value;
  const helper = credHelpers[key] ?? credHelpers[host] ?? credsStore;
  if (helper !== "") return await askHelper(helper, key, shell);
  const found = auths[key] ?? Object.entries(auths).find(([name]) => hostOf(name) === host)?.[1];
  const login = (0, import_valibot.safeParse)(entry2, found);
  return login.success ? credentialsIn(login.output) : void 0;
}
function credentialsIn({ auth, identitytoken }) {
  if (identitytoken !== "") return { kind: "identity-token", token: identitytoken };
  const text = Buffer.from(auth, "base64").toString();
  const colon = text.indexOf(":");
  if (colon < 0) return void 0;
  const [username, password] = [text.slice(0, colon), text.slice(colon + 1)];
  return { kind: "password", username, password };
}
function hostOf(key) {
  return key.replace(/^https?:\/\//, "").split("/")[0] ?? key;
}
async function askHelper(helper, key, shell) {
  const command = [`docker-credential-${helper}`, "get"];
  try {
    const { stdout } = await shell.capture(`asking ${command[0]} for a login`, command, {
      input: key
    });
    const { Username: username, Secret: secret } = (0, import_valibot.parse)(helperAnswer, JSON.parse(stdout));
    return username === tokenUser ? { kind: "identity-token", token: secret } : { kind: "password", username, password: secret };
  } catch (error) {
    if (error instanceof import_errors.CommandError || error instanceof import_errors.UserError) return void 0;
    throw error;
  }
}
var mostAtOnce = 6;
var accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "*/*"
].join(", ");
function registryClient(access, shell) {
  const shown = /* @__PURE__ */ new Map();
  const send2 = sender(access);
  const ask = async (method, repository, path) => {
    const { host, path: name } = (0, import_docker_config.placeOf)(repository);
    const url = `${access.hosts[host]?.http ? "http" : "https"}://${host}/v2/${name}/${path}`;
    const key = `${method} ${repository}`;
    const before = shown.get(key);
    const askAs = async (authorization) => {
      const headers = authorization === void 0 ? { accept } : { accept, authorization };
      return await send2({ method, url, headers });
    };
    const answer = await askAs(await before);
    const challenge = answer.headers["www-authenticate"];
    if (answer.status !== 401 || challenge === void 0) return answer;
    if (shown.get(key) === before) {
      const login = credentialsFor(host, access.dockerConfig, shell);
      const header = login.then((found) => authorize(challenge, found, send2));
      shown.set(key, header);
      header.catch(() => shown.delete(key));
    }
    return await askAs(await shown.get(key));
  };
  return {
    ask: async (method, repository, path) => {
      try {
        return await ask(method, repository, path);
      } catch (error) {
        throw error instanceof import_errors.RegistryError ? error : networkError(repository, error);
      }
    }
  };
}
function sender({ hosts, proxies }) {
  const options = { keepAlive: true, maxSockets: mostAtOnce, proxyEnv: proxies };
  const agents = { http: new import_node_http2.Agent(options), https: new import_node_https.Agent(options) };
  const own = authoritiesOf(hosts);
  const plain = /* @__PURE__ */ new Set();
  let trusts = "usual";
  const connect = async (host) => {
    const { insecure = false, keyPairs: [pair] = [] } = hosts[host] ?? {};
    const [key, cert] = pair === void 0 ? [] : await readAll([pair.key, pair.cert]);
    const ca = authoritiesFor(await own, trusts);
    return {
      agents,
      tls: {
        rejectUnauthorized: !insecure,
        ...key === void 0 || cert === void 0 ? {} : { key, cert },
        ...insecure || ca === void 0 ? {} : { ca }
      }
    };
  };
  return async function send2(request) {
    const { host } = new URL(request.url);
    const url = plain.has(host) ? request.url.replace(/^https:/, "http:") : request.url;
    const trusted = trusts;
    try {
      return await askHttp({ ...request, url }, connect);
    } catch (error) {
      if (speaksPlainHttp(error) && (0, import_docker_config.isLoopback)(host)) plain.add(host);
      else if (isUnknownIssuer(error) && trusted === "usual") trusts = "machine";
      else throw error;
      return await send2(request);
    }
  };
}
async function authoritiesOf(hosts) {
  return await readAll([...new Set(Object.values(hosts).flatMap(({ ca }) => ca))]);
}
async function readAll(paths) {
  const isText = (path) => path.includes("-----BEGIN ");
  return await Promise.all(paths.map((path) => isText(path) ? path : (0, import_promises5.readFile)(path, "utf8")));
}
function authoritiesFor(own, trusts) {
  if (trusts === "machine") {
    return [...own, ...(0, import_node_tls.getCACertificates)("default"), ...(0, import_node_tls.getCACertificates)("system")];
  }
  return own.length === 0 ? void 0 : [...own, ...(0, import_node_tls.getCACertificates)("default")];
}
function isUnknownIssuer(error) {
  return /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_SELF_|CERT_UNTRUSTED)/.test(codeOf(error));
}
function codeOf(error) {
  return String(error.code ?? "");
}
function speaksPlainHttp(error) {
  return codeOf(error) === "EPROTO" && /wrong version number|packet length/i.test(String(error));
}
function networkError(repository, error) {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const words = speaksPlainHttp(error) ? "server gave HTTP response to HTTPS client" : message;
  return new import_errors.RegistryError(`asking for ${repository}`, {
    words: words || code,
    code,
    cause: error
  });
}
var lagMilliseconds = 15e3;
var pauses = [500, 1e3];
var longestPause = 2e3;
var mostPatience = 12e4;
function registryOf(shell, access) {
  const client2 = registryClient(access, shell);
  const start = performance.now();
  return {
    read: async (name, expected = isThere) => {
      for (let tries = 0; ; tries++) {
        const got = await readOnce(
          name,
          () => client2.ask("GET", name.repository, `${name.kind}/${name.reference}`)
        );
        const usual = pauses[tries] ?? longestPause;
        const pause = Math.max(usual, got.retryAfter ?? 0);
        const end = start + (got.retryAfter === void 0 ? lagMilliseconds : mostPatience);
        const isLast = performance.now() + pause > end;
        if (got.error !== void 0 && (isLast || !got.isTransient)) throw got.error;
        if (got.served !== void 0 && (isLast || expected(got.served))) return got.served;
        await (0, import_promises4.setTimeout)(pause);
      }
    }
  };
}
function isThere(served) {
  return !("problem" in served);
}
async function readOnce(name, ask) {
  try {
    const answer = await ask();
    const { status, headers, body } = answer;
    if (status === 200) return { served: servedBy(body) };
    if (status === 404) return { served: { problem: "not found" } };
    const words = wordsOfAnswer(status, body.toString());
    const error = new import_errors.RegistryError(`reading ${textOf(name)} back`, { words, status });
    const after = headers["retry-after"];
    const retryAfter = after === void 0 ? void 0 : (0, import_docker_config.parseRetryAfter)(after, Date.now());
    return { error, isTransient: isTransientStatus(status), retryAfter };
  } catch (error) {
    if (!(error instanceof import_errors.RegistryError)) throw error;
    const { status, code = "" } = error;
    const isTransient = status === void 0 ? brokenOff.has(code) : isTransientStatus(status);
    return { error, isTransient };
  }
}
var brokenOff = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ECONNREFUSED"]);
function isTransientStatus(status) {
  return status === 408 || status === 429 || status >= 500;
}
function textOf({ repository, reference }) {
  return `${repository}${reference.includes(":") ? "@" : ":"}${reference}`;
}
function servedBy(body) {
  return { digest: (0, import_docker_config.digestOf)(body), size: body.length, text: body.toString() };
}
function unserved(error) {
  if (!(error instanceof import_errors.RegistryError)) throw error;
  return { problem: error.words };
}
function sourceIn(registry, repository, { digest: root }) {
  return {
    read: (digest2, kind) => {
      const read = registry.read({ repository, kind, reference: digest2 });
      return digest2 === root ? read : read.catch(unserved);
    }
  };
}
async function problemsInRepository(registry, repository, built) {
  const { read } = sourceIn(registry, repository, built);
  const source = { read: (...content) => read(...content).catch(unserved) };
  const [problem] = problemsOf(await readImage(source, built), []);
  return problem === void 0 ? [] : [`${repository} does not serve all of ${built.digest}: ${problem}`];
}
async function problemsInTags(registry, built, tags) {
  const resolved = await (0, import_together.together)(
    tags.map(async (tag) => ({
      tag,
      served: await registry.read(
        { repository: tag.repository, kind: "manifests", reference: tag.tag },
        (served) => "digest" in served && served.digest === built.digest
      )
    }))
  );
  return problemsOfTags(built, resolved);
}
async function noteRegistries({ file }) {
  if (file === void 0) return;
  await (0, import_promises6.mkdir)((0, import_node_path2.dirname)(file.path), { recursive: true });
  await (0, import_promises6.writeFile)(file.path, file.text, { mode: 384 });
}
async function readBack(plan, files, doors) {
  const { builder, proof } = plan;
  const { tags, repositories } = proof;
  const built = (0, import_build_files.builtImage)(files.metadata);
  const pushed = await readPushed(built, plan, doors);
  const images = [...pushed.images, ...await readLayouts(built, proof)];
  const [first] = images;
  const digest2 = first?.built.digest ?? built?.digest;
  return {
    ...{ builder: builder.name, tags, repositories, digest: digest2, ...files },
    image: first === void 0 ? void 0 : imageOf(first),
    warnings: [
      ...pushed.warnings,
      ...proof.verify === "false" ? [] : new Set(images.flatMap(sharedLayers)),
      ...digest2 === void 0 ? [noDigestText(proof)] : []
    ]
  };
}
async function readPushed(built, plan, doors) {
  const { proof, readBack: how } = plan;
  const [repository] = proof.repositories;
  if (repository === void 0) return { images: [], warnings: [] };
  if (built === void 0) {
    throw new import_errors.VerificationError("buildx pushed, and its metadata file has no digest", []);
  }
  const { shell } = doors;
  await noteRegistries(how);
  const registry = registryOf(shell, how.access);
  if (proof.verify === "false") return readUnproven(registry, repository, built);
  const evidence = await prove(registry, built, proof);
  if (proof.verify === "before-tag") {
    const isIndex = documentOf(evidence.root)?.kind === "index";
    await giveTags(plan, { digest: built.digest, isIndex }, doors);
    refuse(
      "the tags that were moved are not what was pushed",
      await problemsInTags(registryOf(shell, how.access), built, proof.tags)
    );
  }
  return { images: [evidence], warnings: [] };
}
async function prove(registry, built, proof) {
  const [repository = "", ...others] = proof.repositories;
  const tags = proof.verify === "before-tag" ? [] : proof.tags;
  const [evidence, elsewhere, moved] = await (0, import_together.together)([
    readImage(sourceIn(registry, repository, built), built),
    (0, import_together.together)(others.map((other) => problemsInRepository(registry, other, built))),
    problemsInTags(registry, built, tags)
  ]);
  const untagged = proof.verify === "before-tag" ? ", and no tag was moved" : "";
  refuse(`what was pushed is not what was asked for${untagged}`, [
    ...problemsInImage(evidence, proof),
    ...elsewhere.flat(),
    ...moved
  ]);
  return evidence;
}
function problemsInImage(evidence, { platforms, strict }) {
  return [...problemsOf(evidence, platforms), ...strict ? sharedLayers(evidence) : []];
}
function refuse(title, problems) {
  if (problems.length > 0) throw new import_errors.VerificationError(title, problems);
}
async function readUnproven(registry, repository, built) {
  try {
    const evidence = await readIndex(sourceIn(registry, repository, built), built);
    if (!("problem" in evidence.root)) return { images: [evidence], warnings: [] };
    const name = `${repository}@${built.digest}`;
    return { images: [], warnings: [`${name} could not be read back: ${evidence.root.problem}`] };
  } catch (error) {
    if (error instanceof import_errors.RegistryError) return { images: [], warnings: [(0, import_remedy.failureText)(error)] };
    throw error;
  }
}
async function readLayouts(built, proof) {
  const images = [];
  for (const place of proof.layouts) {
    const layout = await openLayout(place, built?.digest);
    const evidence = await readImage(layout.source, layout.built);
    if (proof.verify !== "false") {
      refuse(`${place.path} is not what was asked for`, problemsInImage(evidence, proof));
    }
    images.push(evidence);
  }
  return images;
}
