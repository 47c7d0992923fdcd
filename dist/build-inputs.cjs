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
  complainOfPasswords: () => complainOfPasswords,
  complaintOf: () => complaintOf,
  fieldsOf: () => fieldsOf,
  readBuildx: () => readBuildx,
  readInputs: () => readInputs,
  readLogins: () => readLogins,
  readRegistries: () => readRegistries,
  readRetryTimeout: () => readRetryTimeout,
  secretsOfCache: () => secretsOfCache,
  unknownInputs: () => unknownInputs
});
module.exports = __toCommonJS(stdin_exports);
var import_template = require("./template.cjs");
var import_output_inputs = require("./output-inputs.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_valibot = require("./valibot.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var most = 1500;
var head = 300;
function complaintOf(name, problem) {
  return `\`${cut(name)}\`: ${cut((0, import_url_passwords.withoutPasswords)(problem))}`;
}
function cut(text2) {
  if (text2.length <= most) return text2;
  return `${text2.slice(0, head)} … ${text2.slice(head - most)}`.toWellFormed();
}
var import_semver2 = (0, import_modules.__toESM)((0, import_semver.require_semver)());
var officialReleases = "https://github.com/docker/buildx/releases";
function readBuildx(fields) {
  const { complain } = fields;
  return {
    version: readVersion(fields.text("buildx-version"), complain),
    downloadUrl: readUrl(fields.text("buildx-download-url") ?? officialReleases, complain),
    checksum: readChecksum(fields.text("buildx-checksum"), complain)
  };
}
function readVersion(text2, complain) {
  if (text2 === void 0) return { kind: "any" };
  if (text2 === "latest") return { kind: "latest" };
  const version = (0, import_semver2.valid)(text2);
  if (version !== null) return { kind: "exact", version };
  const range = (0, import_semver2.validRange)(text2);
  if (range !== null) return { kind: "range", range: text2 };
  complain(
    "buildx-version",
    `\`${text2}\` is not a version; take \`latest\`, a version such as \`v0.36.1\`, or a range such as \`>=0.33\` or \`0.36.x\``
  );
  return { kind: "any" };
}
function readUrl(text2, complain) {
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url?.username || url?.password) {
    complain(
      "buildx-download-url",
      "has a user name or a password in it; take a mirror that needs none"
    );
  } else if (!isWeb || url?.search || url?.hash) {
    complain(
      "buildx-download-url",
      `\`${text2}\` is not the base URL of a mirror; one is \`https://mirror.internal/docker/buildx/releases\`, with \`download/v0.36.1/\` below it`
    );
  }
  return text2.replace(/\/+$/, "");
}
function readChecksum(text2, complain) {
  if (text2 === void 0) return void 0;
  const digits = text2.toLowerCase().replace(/^sha256:/, "");
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  complain(
    "buildx-checksum",
    `\`${text2}\` is not a SHA-256; it takes 64 hexadecimal digits, with or without \`sha256:\` before them, as in \`sha256:${"48af8a39".repeat(8)}\``
  );
  return void 0;
}
var remedies = [
  [
    ["context", "build-contexts", "file"],
    "leave it out of the URL, and give it as `secrets: GIT_AUTH_TOKEN=…`, which BuildKit gives to Git"
  ],
  [["cache-from", "cache-to", "outputs", "endpoint", "binfmt-image"], "leave it out of the URL"],
  [["registry", "mirrors"], "write host and port alone, as in `registry.internal:5000`"]
];
function complainOfPasswords({ text: text2, complain, names: read }) {
  for (const [names, remedy] of remedies) {
    for (const name of read().filter((one) => names.includes(one))) {
      if ((0, import_url_passwords.passwordsIn)(text2(name) ?? "").length === 0) continue;
      complain(
        name,
        `has a password or a token in a URL, which the command line would show to everybody on the machine; ${remedy}`
      );
    }
  }
}
var notPlain = "has a character that no program can be given, a NUL or the half of one; take it out";
function isPlain(text2) {
  return !text2.includes("\0") && text2.isWellFormed();
}
function fieldsOf(raw, complain) {
  const asked = /* @__PURE__ */ new Set();
  const given = (name) => {
    const text2 = raw.get(name);
    const plain = text2 === void 0 || isPlain(text2);
    if (!plain && !asked.has(name)) complain(name, notPlain);
    asked.add(name);
    return { name, text: plain ? text2 : void 0 };
  };
  const list2 = (name, form) => readList(given(name), (text2) => (0, import_csv_parse.splitList)(text2, form), complain);
  return {
    complain,
    list: list2,
    records: (name) => readList(given(name), import_csv_parse.splitRecords, complain),
    text: (name) => given(name).text,
    flag: (name, otherwise) => readFlag(given(name), otherwise, complain),
    choice: (name, choices) => readChoice(given(name), choices, complain),
    parsedList: (name, parse) => list2(name, { commas: true }).flatMap((item) => {
      const result = parse(item);
      if (!result.ok) complain(name, result.problem);
      return result.ok ? [result.value] : [];
    }),
    names: () => [...asked]
  };
}
function readFlag({ name, text: text2 }, otherwise, complain) {
  if (text2 === void 0) return otherwise;
  if (["true", "True", "TRUE"].includes(text2)) return true;
  if (["false", "False", "FALSE"].includes(text2)) return false;
  complain(name, `\`${text2}\` is not a boolean; write \`true\` or \`false\``);
  return otherwise;
}
function readChoice({ name, text: text2 }, choices, complain) {
  const chosen = choices.find((choice) => choice === text2);
  if (text2 === void 0 || chosen !== void 0) return chosen ?? choices[0];
  const near = (0, import_damerau_levenshtein.nearest)(text2, choices);
  const hint = near === void 0 ? "" : `; did you mean \`${near}\`?`;
  const known4 = choices.map((choice) => `\`${choice}\``).join(", ");
  complain(name, `\`${text2}\` is not one of ${known4}${hint}`);
  return choices[0];
}
function readList({ name, text: text2 }, split, complain) {
  if (text2 === void 0) return [];
  try {
    return split(text2);
  } catch (error) {
    const words2 = error instanceof Error ? error.message : String(error);
    complain(name, `is not a list: ${words2}; close each \`"\`, and write \`""\` for one inside`);
    return [];
  }
}
async function parseYaml(text2) {
  const { isScalar, LineCounter, parseDocument, visit } = await Promise.resolve().then(() => __toESM(require("./yaml.cjs")));
  const lineCounter = new LineCounter();
  const options = {
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
    schema: "failsafe"
  };
  const document = parseDocument(text2, options);
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong !== void 0) return (0, import_parsed.refused)(`is not YAML: ${wordsOf(wrong, lineCounter)}`);
  let problem;
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key)) problem = "a key is a list or a map; quote what begins with `{` or `[`";
    },
    Scalar: (_, { value }) => {
      if (typeof value === "string" && !isPlain(value)) problem = notPlain;
    }
  });
  if (problem !== void 0) return (0, import_parsed.refused)(problem);
  try {
    return (0, import_parsed.parsed)(document.toJS());
  } catch {
    return (0, import_parsed.refused)("is not YAML: an alias (`*name`) is to nothing, or to too much; write it out");
  }
}
function wordsOf({ message, pos: [start] }, lines2) {
  const [words2 = ""] = message.split(/[:\n]/);
  const { line, col } = lines2.linePos(start);
  return `${words2} (line ${line}, column ${col})`;
}
var yamlBoolean = (0, import_valibot.pipe)(
  (0, import_valibot.picklist)(["true", "True", "TRUE", "false", "False", "FALSE"], "`true` or `false`"),
  (0, import_valibot.transform)((text2) => text2.toLowerCase() === "true")
);
function complainOfYaml(input, expected, complain) {
  const { issues, known: known4, example: example5 } = expected;
  for (const issue of issues) {
    const path = (0, import_valibot.getDotPath)(issue);
    const key = path?.split(".").find((part) => !/^\d+$/.test(part));
    const wanted = issue.type === "picklist" ? issue.message : issue.expected ?? "another value";
    if (path === null || key === void 0) {
      complain(input, `takes ${wanted}, as in ${example5}`);
    } else if (known4.includes(key)) {
      complain(input, `\`${path}\` takes ${wanted}, as in ${example5}`);
    } else {
      const near = (0, import_damerau_levenshtein.nearest)(key, known4);
      const list2 = known4.map((name) => `\`${name}\``).join(", ");
      if (near === void 0) complain(input, `has a key that is no setting; take some of ${list2}`);
      else complain(input, `\`${path}\` is no setting; did you mean \`${near}\`?`);
    }
  }
}
var oneOrMore = (item) => (0, import_valibot.pipe)(
  (0, import_valibot.union)([item, (0, import_valibot.array)(item)]),
  (0, import_valibot.transform)((value) => Array.isArray(value) ? value : [value])
);
var entries = {
  http: (0, import_valibot.optional)(yamlBoolean),
  insecure: (0, import_valibot.optional)(yamlBoolean),
  mirrors: (0, import_valibot.optional)(oneOrMore((0, import_valibot.string)())),
  ca: (0, import_valibot.optional)(oneOrMore((0, import_valibot.string)())),
  keypair: (0, import_valibot.optional)(oneOrMore((0, import_valibot.strictObject)({ key: (0, import_valibot.string)(), cert: (0, import_valibot.string)() }))),
  username: (0, import_valibot.optional)((0, import_valibot.string)()),
  password: (0, import_valibot.optional)((0, import_valibot.string)())
};
var registry = (0, import_valibot.strictObject)(entries);
var entriesOfHosts = (0, import_valibot.custom)(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value)
);
var example = "`registry.internal:5000: {http: true}`";
var host = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[0-9]{1,5})?(?:\/[a-z0-9._/-]+)?$/i;
var address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]+)$/i;
function isHost(text2) {
  return host.test(text2);
}
function notHost(text2, like) {
  const shown = text2.includes("@") ? "what has an `@` in it" : `\`${text2}\``;
  return `${shown} is not a registry; write host and port, as in ${like}`;
}
async function readRegistryInputs(fields) {
  const { complain } = fields;
  const registries = await readRegistries(fields);
  const mirrors = fields.list("mirrors", { commas: true });
  for (const mirror of mirrors.filter((text2) => !isHost(text2))) {
    complain("mirrors", notHost(mirror, "`mirror.internal:5000`"));
  }
  const dns = fields.list("dns", { commas: true });
  for (const server of dns.filter((text2) => !address.test(text2))) {
    complain("dns", `\`${server}\` is not an address; write numbers, as in \`10.0.0.53\``);
  }
  return { registries, mirrors, dns, proxy: fields.flag("proxy", true) };
}
async function readRegistries(fields) {
  const { complain } = fields;
  const text2 = fields.text("registries");
  if (text2 === void 0) return [];
  const yaml = await parseYaml(text2);
  if (!yaml.ok) {
    complain("registries", yaml.problem);
    return [];
  }
  const hosts = (0, import_valibot.safeParse)(entriesOfHosts, yaml.value);
  if (!hosts.success) {
    complain("registries", `takes an entry for each host, as in ${example}`);
    return [];
  }
  return Object.entries(hosts.output).flatMap(
    ([name, settings]) => readRegistry(name, settings, (problem) => complain("registries", problem))
  );
}
function readRegistry(name, settings, complain) {
  if (!isHost(name)) complain(notHost(name, example));
  const read = (0, import_valibot.safeParse)(registry, settings);
  if (!read.success) {
    const expected = { issues: read.issues, known: Object.keys(entries), example };
    complainOfYaml("registries", expected, (_, problem) => complain(`\`${name}\`: ${problem}`));
    return [];
  }
  const { username, password } = read.output;
  if (username === void 0 !== (password === void 0)) {
    complain(`\`${name}\`: \`username\` and \`password\` go together; one is missing`);
  }
  return [{ host: name, ...read.output }];
}
var dockerHub = "docker.io";
var entries2 = { registry: (0, import_valibot.optional)((0, import_valibot.string)()), username: (0, import_valibot.string)(), password: (0, import_valibot.string)() };
var list = (0, import_valibot.array)((0, import_valibot.strictObject)(entries2));
var known = Object.keys(entries2);
var example2 = "`- {registry: ghcr.io, username: octocat, password: …}`";
async function readLogins(fields, registries) {
  const { complain } = fields;
  const registry2 = fields.text("registry");
  const username = fields.text("username");
  const password = fields.text("password");
  if (username === void 0 && password !== void 0) {
    complain("username", "`password` needs the name that it belongs to, such as `octocat`");
  }
  if (password === void 0 && (username !== void 0 || registry2 !== void 0)) {
    complain("password", "a login needs one; is the secret empty in this event, as in a fork's?");
  }
  const single = username === void 0 || password === void 0 ? [] : [{ registry: hostOf(registry2), username, password }];
  const listed = await readList2(fields.text("registry-auth"), complain);
  for (const [input, logins2] of Object.entries({ registry: single, "registry-auth": listed })) {
    for (const { registry: host2 } of logins2) {
      if (!isHost(host2)) complain(input, notHost(host2, "`registry.internal:5000`"));
    }
  }
  const logins = [
    ...single,
    ...listed,
    ...registries.flatMap(
      ({ host: host2, username: name, password: word }) => name === void 0 || word === void 0 ? [] : [{ registry: host2, username: name, password: word }]
    )
  ];
  return { logins, logout: fields.flag("logout", true) };
}
function hostOf(registry2 = dockerHub) {
  const host2 = registry2.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return /^(?:index|registry-1)\.docker\.io(?:\/v1)?$/.test(host2) ? dockerHub : host2;
}
async function readList2(text2, complain) {
  if (text2 === void 0) return [];
  const yaml = await parseYaml(text2);
  if (!yaml.ok) {
    complain("registry-auth", yaml.problem);
    return [];
  }
  const read = (0, import_valibot.safeParse)(list, yaml.value);
  if (read.success) {
    return read.output.map((login) => ({ ...login, registry: hostOf(login.registry) }));
  }
  complainOfYaml("registry-auth", { issues: read.issues, known, example: example2 }, complain);
  return [];
}
var phases = [
  "probe",
  "buildx",
  "login",
  "emulators",
  "builder",
  "build",
  "verification"
];
var bounded = [...phases, "pull", "push"];
var minute = 6e4;
var others = Object.fromEntries(phases.map((name) => [name, 10 * minute]));
var usual = {
  ...others,
  build: void 0,
  pull: 5 * minute,
  push: 15 * minute
};
function readPatience(fields) {
  return { retryTimeout: readRetryTimeout(fields), bounds: readBounds(fields) };
}
function readRetryTimeout({ text: text2, complain }) {
  const given = (0, import_errors.parseDuration)(text2("retry-timeout") ?? "5m");
  if (!given.ok) complain("retry-timeout", `${given.problem}; \`0\` tries nothing again`);
  return given.ok ? given.value : 5 * minute;
}
function readBounds({ list: list2, complain }) {
  const bounds = { ...usual };
  const items = list2("timeout", { commas: true }).map((text2) => {
    const equals = text2.indexOf("=");
    return { name: text2.slice(0, Math.max(equals, 0)), value: text2.slice(equals + 1) };
  });
  const forAll = items.filter(({ name }) => name === "");
  const forOne = items.filter(({ name }) => name !== "");
  for (const { name, value } of [...forAll, ...forOne]) {
    const known4 = bounded.find((one) => one === name);
    const duration = (0, import_errors.parseDuration)(value);
    if (!duration.ok) complain("timeout", `${duration.problem}; \`0\` is no bound`);
    else if (name !== "" && known4 === void 0) {
      complain("timeout", (0, import_csv_parse.notOneOf)(name, bounded, (0, import_damerau_levenshtein.nearest)(name, bounded)));
    } else {
      for (const phase of known4 === void 0 ? phases : [known4]) {
        bounds[phase] = duration.value === 0 ? void 0 : duration.value;
      }
    }
  }
  return bounds;
}
var types = ["registry", "local", "gha", "s3", "azblob", "inline"];
var needed = /* @__PURE__ */ new Map([
  ["registry", { from: "ref", to: "ref", example: "type=registry,ref=ghcr.io/owner/app:cache" }],
  ["local", { from: "src", to: "dest", example: "type=local,PLACE=path/to/cache" }]
]);
function readCache(fields) {
  const cache = {
    pull: fields.flag("pull", false),
    noCache: fields.flag("no-cache", false),
    noCacheFilters: fields.list("no-cache-filters", { commas: true }),
    from: readEntries(fields, "cache-from"),
    to: readEntries(fields, "cache-to")
  };
  complainOfCredentials([...cache.from, ...cache.to], fields.complain);
  return cache;
}
function complainOfCredentials(entries4, complain) {
  for (const [type, key] of [
    ...[["s3", "access_key_id"], ["s3", "secret_access_key"]],
    ...[["s3", "session_token"], ["gha", "token"]]
  ]) {
    const given = entries4.filter((entry) => entry.type === type);
    const values = new Set(given.flatMap((entry) => (0, import_csv_parse.attribute)(entry, key) || []));
    if (values.size < 2) continue;
    complain(
      "cache-to",
      `has another \`${key}\` than \`cache-from\` or than its own other lines; a run takes one for \`type=${type}\``
    );
  }
}
function readEntries(fields, input) {
  const { complain } = fields;
  return fields.list(input, { commas: false }).flatMap((text2) => {
    const attributes = (0, import_csv_parse.readAttributes)(input, text2, complain);
    const names = attributes.fields.map(({ key }) => key);
    if (attributes.fields.every(({ value }) => value === void 0)) {
      return names.map((name) => registryEntry(name));
    }
    const type = (0, import_csv_parse.attribute)(attributes, "type") ?? "";
    complainOf({ ...attributes, type }, input, complain);
    return [{ ...attributes, type }];
  });
}
function registryEntry(name) {
  const fields = [
    { key: "type", value: "registry" },
    { key: "ref", value: name }
  ];
  return { text: `type=registry,ref=${name}`, type: "registry", fields };
}
function complainOf(entry, input, complain) {
  const { type, fields } = entry;
  if (fields.some(({ value }) => value === void 0)) {
    complain(
      input,
      "has an attribute without a value; write `key=value`, as in `type=gha,mode=max`"
    );
  } else if (type === "") {
    complain(input, "has an item without `type=`; one is `type=gha,mode=max`");
  } else if (!types.includes(type)) {
    complain(input, (0, import_csv_parse.notOneOf)(type, types, (0, import_damerau_levenshtein.nearest)(type, types)));
  }
  const { [input === "cache-to" ? "to" : "from"]: place, example: example5 } = needed.get(type) ?? {};
  if (place !== void 0 && !(0, import_csv_parse.attribute)(entry, place)) {
    const shown = example5?.replace("PLACE", place);
    complain(input, `\`type=${type}\` needs \`${place}=\`, as in \`${shown}\``);
  }
}
var secretKeys = /^(?:token|ghtoken|secret_access_key|session_token)$/i;
function secretsOfCache({ from, to }) {
  return [...from, ...to].flatMap(
    ({ fields }) => fields.flatMap(({ key, value }) => secretKeys.test(key) && value ? [value] : [])
  );
}
var import_semver22 = (0, import_modules.__toESM)((0, import_semver.require_semver)());
var compats = ["auto", "off", "no-oci-artifact"];
function readAttestations(fields) {
  const provenance = readAttestation(fields, "provenance", "mode=max");
  const sbom = readAttestation(fields, "sbom", "generator=docker/scout-sbom-indexer:latest");
  const attests = fields.list("attests", { commas: false }).map((text2) => {
    const attributes = (0, import_csv_parse.readAttributes)("attests", text2, fields.complain);
    if (attributes.fields.length > 0 && !(0, import_csv_parse.attribute)(attributes, "type")) {
      fields.complain(
        "attests",
        `\`${text2}\` has no \`type=\`; one is \`type=sbom\` or \`type=provenance,mode=max\``
      );
    }
    return attributes;
  });
  const compat = fields.choice("compat", compats);
  return { provenance, sbom, attests, compat };
}
function readAttestation(fields, input, example5) {
  const text2 = fields.text(input);
  if (text2 === void 0) return void 0;
  if (/^true$/i.test(text2)) return { kind: "on" };
  if (/^false$/i.test(text2)) return { kind: "off" };
  const attributes = (0, import_csv_parse.readAttributes)(input, text2, fields.complain);
  const [wrong] = attributes.fields.filter(({ value }) => value === void 0);
  if (wrong !== void 0) {
    fields.complain(
      input,
      `\`${wrong.key}\` is neither a boolean nor an attribute; write \`true\`, \`false\`, or some as in \`${example5}\``
    );
  }
  return { kind: "attributes", attributes };
}
var methods = ["check", "outline", "targets"];
var words = ["build", ...methods];
function readCall(fields) {
  const text2 = fields.text("call");
  if (text2 === void 0) return void 0;
  const [first, ...options] = (0, import_csv_parse.readAttributes)("call", text2, fields.complain).fields;
  const given = first?.key ?? "";
  const method = methods.find((known4) => known4 === given);
  if (first?.value !== void 0 || !words.includes(given)) {
    fields.complain("call", (0, import_csv_parse.notOneOf)(given, words, (0, import_damerau_levenshtein.nearest)(given, words)));
  }
  for (const { key, value } of options) {
    if (value !== void 0) continue;
    fields.complain(
      "call",
      `\`${key}\` has no value; write \`key=value\`, as in \`${given},format=json\``
    );
  }
  return method === void 0 ? void 0 : { method, text: text2 };
}
function attributesOf(record) {
  return new Map(
    record.map((item) => {
      const sign = item.indexOf("=");
      if (sign < 1) return ["", item];
      return [item.slice(0, sign).trim().toLowerCase(), item.slice(sign + 1).trim()];
    })
  );
}
function hasAttributes(record) {
  return record.some((item) => /^\w[\w-]*\s*=/.test(item));
}
function unknownWord(kind, word, known4) {
  const near = (0, import_damerau_levenshtein.nearest)(word, known4);
  const hint = near === void 0 ? "" : `did you mean \`${near}\`? `;
  return `\`${word}\` is not ${kind}; ${hint}There are ${known4.map((name) => `\`${name}\``).join(", ")}`;
}
var levels = ["manifest", "index", "manifest-descriptor", "index-descriptor"];
function readEventInputs(fields, given) {
  const { complain } = fields;
  const annotationLevels = fields.list("annotation-levels", { commas: true });
  for (const level of annotationLevels) {
    const [name = ""] = level.split("[");
    if (!levels.includes(name))
      complain("annotation-levels", unknownWord("a level", level, levels));
  }
  const describes = [given.images, given.rules, annotationLevels].some(({ length }) => length > 0);
  const templates = (name, texts) => describes ? texts.flatMap((text2) => readTemplate(name, text2, complain)) : [];
  return {
    describes,
    labels: templates("labels", given.labels),
    annotations: templates("annotations", given.annotations),
    annotationLevels,
    reproducible: fields.flag("reproducible", false)
  };
}
function readTemplate(name, text2, complain) {
  const template = (0, import_template.parseTemplate)(text2, "event");
  if (!template.ok) complain(name, template.problem);
  return template.ok ? [template.value] : [];
}
var none = { text: [], onLatest: false };
var known2 = ["latest", "prefix", "suffix", "onlatest"];
var examples = "`latest=false` and `suffix=-alpine,onlatest=true`";
function readFlavor(fields) {
  const flavor = { latest: "auto", prefix: none, suffix: none };
  const complain = (problem) => fields.complain("flavor", `${problem}; two lines of it are ${examples}`);
  for (const record of fields.records("flavor")) readLine(record, flavor, complain);
  return flavor;
}
function readLine(record, flavor, complain) {
  let last;
  for (const [key = "", text2 = ""] of record.flatMap((item) => [...attributesOf([item])])) {
    if (key === "latest") {
      flavor.latest = text2 === "auto" ? text2 : readFlag2(key, text2, complain);
    } else if (key === "prefix" || key === "suffix") {
      flavor[key] = { ...flavor[key], text: readTemplate2(text2, complain) };
      last = key;
    } else if (key === "onlatest") {
      const onLatest = readFlag2(key, text2, complain);
      if (last === void 0) complain("`onlatest` stands behind no `prefix` or `suffix`");
      else flavor[last] = { ...flavor[last], onLatest };
    } else if (key === "") {
      complain(`\`${text2}\` has no \`=\``);
    } else {
      complain(unknownWord("a key of it", key, known2));
    }
  }
}
function readFlag2(name, text2, complain) {
  if (text2 !== "true" && text2 !== "false") {
    const auto = name === "latest" ? "`auto`, " : "";
    complain(`\`${name}=${text2}\`: it takes ${auto}\`true\` or \`false\``);
  }
  return text2 === "true";
}
function readTemplate2(text2, complain) {
  const template = (0, import_template.parseTemplate)(text2, "event");
  if (!template.ok) complain(template.problem);
  return template.ok ? template.value : [];
}
var known3 = ["name", "enable"];
var example3 = "`ghcr.io/owner/image`";
function readImages(fields) {
  const complain = (problem) => fields.complain("images", problem);
  return fields.records("images").flatMap(
    (record) => hasAttributes(record) ? readAttributes2(record, complain) : record.map((given) => ({ given, enabled: true }))
  ).map(({ given, enabled }) => ({ name: checked(given, complain), given, enabled }));
}
function readAttributes2(record, complain) {
  const attributes = attributesOf(record);
  const unknown = [...attributes.keys()].find((key) => key !== "" && !known3.includes(key));
  if (unknown !== void 0) {
    const words2 = unknownWord("a key of it", unknown, known3);
    complain(`${words2}; a line is \`name=ghcr.io/owner/image\``);
    return [];
  }
  const enable = attributes.get("enable") ?? "true";
  if (enable !== "true" && enable !== "false") {
    complain(`\`enable=${enable}\`: it takes \`true\` or \`false\``);
  }
  const given = attributes.get("name") ?? attributes.get("") ?? "";
  return [{ given, enabled: enable === "true" }];
}
function checked(given, complain) {
  const name = given.toLowerCase();
  if (!(0, import_reference.parseReference)(`${name}:1`).ok) {
    complain(`\`${given}\` is not the name of an image without its tag; one is ${example3}`);
  }
  return name;
}
function readersOf(attributes, isWhole, complain) {
  const taken = (read) => {
    if (!read.ok) complain(read.problem);
    return read.ok ? read.value : void 0;
  };
  const text2 = (key) => attributes.get(key) || void 0;
  const template = (key, place = "event") => {
    const given = attributes.get(key);
    return given === void 0 ? void 0 : taken((0, import_template.parseTemplate)(given, place));
  };
  return {
    text: text2,
    template,
    value: () => ({ value: text2("value") === void 0 ? void 0 : template("value") }),
    required: (key, value, otherwise) => {
      const given = attributes.has(key) || key === "value" && attributes.has("");
      if (isWhole && (!given || key !== "value" && text2(key) === void 0))
        complain(`has no \`${key}\``);
      return value ?? otherwise;
    },
    number: (key) => {
      const given = text2(key);
      const number = given === void 0 ? void 0 : Number(given);
      if (number === void 0 || !Number.isNaN(number)) return number;
      complain(`\`${key}=${given}\` is not a number`);
      return void 0;
    },
    choice: (key, choices) => {
      const given = text2(key);
      const chosen = choices.find((choice) => choice === given);
      if (given !== void 0 && chosen === void 0) {
        complain(unknownWord(`a value of \`${key}\``, given, choices));
      }
      return chosen;
    },
    flag: (key) => {
      const given = template(key);
      if (given === void 0 || attributes.get(key)?.includes("{{")) return given;
      if (text2(key) === "true" || text2(key) === "false") return given;
      complain(`\`${key}=${attributes.get(key)}\`: it takes \`true\` or \`false\``);
      return void 0;
    },
    /** A regular expression. */
    pattern: (key) => readPattern(text2(key), void 0, complain),
    /** One that may stand as `/…/flags`. */
    flaggedPattern: (key) => {
      const [, source, flags] = /^\/(.+)\/(.*)$/.exec(text2(key) ?? "") ?? [];
      return readPattern(source ?? text2(key), flags, complain);
    }
  };
}
function readPattern(source, flags, complain) {
  if (source === void 0) return void 0;
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const words2 = error instanceof Error ? error.message : String(error);
    complain(`\`${source}\` is not a regular expression: ${words2}`);
    return void 0;
  }
}
var types2 = {
  schedule: { priority: 1e3, own: ["pattern"], example: "type=schedule,pattern=nightly" },
  semver: {
    priority: 900,
    own: ["pattern", "value", "match"],
    example: "type=semver,pattern={{version}}"
  },
  pep440: {
    priority: 900,
    own: ["pattern", "value", "match"],
    example: "type=pep440,pattern={{version}}"
  },
  match: {
    priority: 800,
    own: ["pattern", "group", "value"],
    example: "type=match,pattern=v(.*),group=1"
  },
  edge: { priority: 700, own: ["branch"], example: "type=edge,branch=main" },
  ref: { priority: 600, own: ["event"], example: "type=ref,event=branch" },
  raw: { priority: 200, own: ["value"], example: "type=raw,value=stable" },
  sha: { priority: 100, own: ["format"], example: "type=sha,format=long" }
};
var common = ["type", "enable", "priority", "prefix", "suffix"];
function defaultRules() {
  return [
    ["type=schedule"],
    ...["branch", "tag", "pr"].map((name) => ["type=ref", `event=${name}`])
  ].map((record) => readRule(record, () => {
  })).filter((rule) => rule !== void 0);
}
function readRule(record, complain) {
  const text2 = record.join(",");
  const problems = [];
  const attributes = attributesOf(record);
  const type = attributes.get("type") ?? "raw";
  if (!isType(type)) {
    complain(`\`${text2}\`: ${unknownWord("a type of rule", type, Object.keys(types2))}`);
    return void 0;
  }
  const known4 = [...common, ...types2[type].own];
  for (const key of attributes.keys()) {
    if (key === "" ? type === "raw" : known4.includes(key)) continue;
    if (key === "") problems.push(`\`${attributes.get("")}\` has no \`=\``);
    else problems.push(unknownWord(`an attribute of \`type=${type}\``, key, known4));
  }
  const isWhole = problems.length === 0;
  const values = readersOf(attributes, isWhole, (problem) => problems.push(problem));
  const rule = {
    text: text2,
    enable: values.flag("enable") ?? ["true"],
    priority: values.number("priority") ?? types2[type].priority,
    prefix: values.template("prefix"),
    suffix: values.template("suffix"),
    ...readKind(type, values)
  };
  const { example: example5 } = types2[type];
  for (const problem of problems) {
    complain(`\`${text2}\`: ${problem}; one such rule is \`${example5}\``);
  }
  if (problems.length > 0) return void 0;
  return { ...rule, prefix: rule.prefix ?? defaultPrefix(rule) };
}
function isType(name) {
  return Object.hasOwn(types2, name);
}
function defaultPrefix(kind) {
  if (kind.type === "sha") return ["sha-"];
  return kind.type === "ref" && kind.event === "pr" ? ["pr-"] : void 0;
}
function readKind(type, values) {
  switch (type) {
    case "schedule":
      return { type, pattern: values.template("pattern", "date") ?? ["nightly"] };
    case "semver":
    case "pep440": {
      const pattern = values.template("pattern", "version");
      const match = values.pattern("match");
      return { type, pattern: values.required("pattern", pattern, []), ...values.value(), match };
    }
    case "match": {
      const pattern = values.required("pattern", values.flaggedPattern("pattern"), /(?:)/);
      return { type, pattern, group: values.number("group") ?? 0, ...values.value() };
    }
    case "edge":
      return { type, branch: values.text("branch") };
    case "ref": {
      const event = values.choice("event", ["branch", "tag", "pr"]);
      return { type, event: values.required("event", event, "branch") };
    }
    case "raw": {
      const value = values.template("value") ?? values.template("");
      return { type, value: values.required("value", value, []) };
    }
    case "sha":
      return { type, format: values.choice("format", ["short", "long"]) ?? "short" };
  }
}
function readNames(fields) {
  const { complain } = fields;
  const images = readImages(fields);
  const lines2 = fields.records("tags").flatMap((record) => linesOf(record, images.length > 0));
  const flavor = readFlavor(fields);
  const problem = (text2) => complain("tags", text2);
  const rules = lines2.filter(({ kind }) => kind === "rule");
  if (rules.length > 0 && images.length === 0) {
    complain("images", "the rules in `tags` need a name to tag, such as `ghcr.io/owner/image`");
  }
  if (images.length > 0 && lines2.length > 0 && rules.length === 0) {
    complain("images", "no line of `tags` is a rule for it, such as `type=ref,event=branch`");
  }
  if (images.length === 0 && rules.length === 0 && fields.text("flavor") !== void 0) {
    complain("flavor", "changes the tags of `images`, and there are none");
  }
  const given = rules.flatMap(({ items }) => readRule(items, problem) ?? []);
  return {
    tags: lines2.filter(({ kind }) => kind === "reference").flatMap(
      ({ items }) => items.flatMap((item) => {
        const reference = (0, import_reference.parseReference)(item);
        if (!reference.ok) problem(reference.problem);
        return reference.ok ? [reference.value] : [];
      })
    ),
    names: {
      images,
      rules: lines2.length === 0 && images.length > 0 ? defaultRules() : given,
      flavor
    }
  };
}
function linesOf(record, hasImages) {
  if (hasAttributes(record)) return [{ kind: "rule", items: record }];
  return record.map((item) => {
    const isTag = item.includes("{{") || hasImages && !/[/:@]/.test(item);
    return { kind: isTag ? "rule" : "reference", items: [item] };
  });
}
var networks = ["default", "none", "host"];
var entitlements = ["network.host", "security.insecure", "device"];
var limits = [
  ...["core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc"],
  ...["rss", "rtprio", "rttime", "sigpending", "stack"]
];
function readRun(fields) {
  const { complain } = fields;
  const addHosts = fields.list("add-hosts", { commas: true });
  const allow = fields.list("allow", { commas: true });
  const run = {
    addHosts,
    allow,
    network: fields.choice("network", networks),
    shmSize: fields.text("shm-size"),
    ulimits: fields.list("ulimit", { commas: false }),
    cgroupParent: fields.text("cgroup-parent")
  };
  for (const host2 of addHosts) complainOfHost(host2, complain);
  for (const name of allow) {
    const kind = name.split("=")[0] ?? name;
    if (entitlements.includes(kind)) continue;
    complain("allow", (0, import_csv_parse.notOneOf)(name, entitlements, (0, import_damerau_levenshtein.nearest)(name, entitlements)));
  }
  if (run.shmSize !== void 0 && !/^\d+(?:\.\d+)? ?(?:[kmgtp]i?b?|b)?$/i.test(run.shmSize)) {
    complain("shm-size", `\`${run.shmSize}\` is not a size; write one like \`64m\` or \`2g\``);
  }
  for (const limit of run.ulimits) complainOfLimit(limit, complain);
  return run;
}
var address2 = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f:]*:[0-9a-f:.]*\]?|host-gateway)$/i;
function complainOfHost(text2, complain) {
  const [, name = "", ip = ""] = /^([^:=]+)[:=](.*)$/.exec(text2) ?? [];
  if (name !== "" && address2.test(ip)) return;
  complain(
    "add-hosts",
    `\`${text2}\` is not a name and its address; write \`build.internal:10.0.0.7\``
  );
}
function complainOfLimit(text2, complain) {
  const [, name = "", soft = "", hard] = /^([^=]+)=(-?\d+)(?::(-?\d+))?$/.exec(text2) ?? [];
  if (name === "") {
    complain(
      "ulimit",
      `\`${text2}\` is not a limit; write \`name=soft:hard\`, as in \`nofile=1024:4096\``
    );
  } else if (!limits.includes(name)) {
    complain("ulimit", (0, import_csv_parse.notOneOf)(name, limits, (0, import_damerau_levenshtein.nearest)(name, limits)));
  } else if (hard !== void 0 && hard !== "-1" && Number(soft) > Number(hard)) {
    complain("ulimit", `\`${text2}\`: the soft limit is above the hard one`);
  }
}
var idForm = /^[^\s",=]+$/;
function readSecrets(fields) {
  return {
    secrets: readPairs(fields, "secrets", { commas: false, example: "npm=a-secret" }).map(
      ({ id, rest }) => ({ id, value: rest })
    ),
    files: readPairs(fields, "secret-files", { commas: false, example: "npmrc=.npmrc" }).map(
      ({ id, rest }) => ({ id, path: rest })
    ),
    variables: readPairs(fields, "secret-envs", { commas: true, example: "npm=NPM_TOKEN" }).map(
      ({ id, rest }) => ({ id, name: rest })
    ),
    ssh: fields.list("ssh", { commas: true }).map((text2) => readAgent(text2, fields)),
    githubToken: fields.text("github-token")
  };
}
function readPairs(fields, input, { commas, example: example5 }) {
  return fields.list(input, { commas }).flatMap((text2, index) => {
    const equals = text2.indexOf("=");
    const id = text2.slice(0, Math.max(equals, 0)).trim();
    const rest = text2.slice(equals + 1);
    if (equals >= 0 && idForm.test(id) && rest !== "") return [{ id, rest }];
    const item = `item ${index + 1}`;
    if (equals < 0 || !idForm.test(id)) {
      const quotes = input === "secrets" ? "; where a value has several lines, quotes go around the item" : "";
      fields.complain(input, `${item} is not \`id=…\`, as in \`${example5}\`${quotes}`);
    } else {
      fields.complain(
        input,
        `${item} has nothing after its \`=\`; is the secret empty in this event, as in a fork's?`
      );
    }
    return [];
  });
}
function readAgent(text2, { complain }) {
  const equals = text2.indexOf("=");
  const id = equals < 0 ? text2 : text2.slice(0, equals);
  const paths = equals < 0 ? [] : text2.slice(equals + 1).split(",");
  if (!idForm.test(id) || paths.some((path) => path === "")) {
    complain(
      "ssh",
      `\`${text2}\` is neither an ID nor \`id=path\`; take \`default\`, or as in \`github=keys/id_ed25519\``
    );
  }
  return { text: text2, id, paths: paths.filter((path) => path !== "") };
}
var legs = ["false", "true", "tagged"];
function readBuild(fields) {
  const { complain } = fields;
  const place = {
    context: fields.text("context"),
    file: fields.text("file"),
    target: fields.text("target"),
    platforms: fields.parsedList("platforms", import_csv_parse.parsePlatform)
  };
  const named = readNames(fields);
  const pushByEvent = fields.text("push") === "auto";
  const given = {
    push: !pushByEvent && fields.flag("push", false),
    load: fields.flag("load", false),
    buildArgs: fields.list("build-args", { commas: false }),
    labels: fields.list("labels", { commas: false }),
    annotations: fields.list("annotations", { commas: false })
  };
  const event = readEventInputs(fields, { ...named.names, ...given });
  const build = {
    ...place,
    ...named,
    pushByEvent,
    ...given,
    event,
    outputs: (0, import_output_inputs.readOutputs)(fields),
    buildContexts: readContexts(fields),
    call: readCall(fields),
    cache: readCache(fields),
    attestations: readAttestations(fields),
    secrets: readSecrets(fields),
    run: readRun(fields),
    leg: fields.choice("leg", legs)
  };
  complainOfNames(build, complain);
  complainOfLeg(build, fields);
  if (build.context === "-") {
    complain("context", "`-` is standard input, which a step does not have; take a path or a URL");
  }
  const pushes = build.push || pushByEvent;
  const hasName = fields.text("tags") !== void 0 || named.names.images.length > 0 || build.outputs.some((output) => (0, import_csv_parse.attribute)(output, "name"));
  if (pushes && !hasName) {
    const push = pushByEvent ? "auto" : "true";
    complain(
      "tags",
      `\`push: ${push}\` needs a name to push to, such as \`ghcr.io/owner/image:1.0\``
    );
  }
  if (pushes && build.load && build.platforms.length > 1) {
    complain(
      "load",
      "`push` and `load` together take one platform; push here, and pull what you need"
    );
  }
  return build.leg === "false" ? build : { ...build, push: true };
}
function complainOfLeg(build, { text: text2, complain }) {
  const { leg, push, load, platforms, names, pushByEvent } = build;
  if (leg === "false") return;
  if (pushByEvent)
    complain("push", "`auto` is not for a leg, which is always pushed; leave it out");
  if (!push && text2("tags") === void 0 && names.images.length === 0) {
    complain(
      "tags",
      `\`leg: ${leg}\` needs a name whose repository takes the leg, such as \`ghcr.io/owner/image:1.0\``
    );
  }
  if (load) complain("load", "a leg is pushed, and not loaded; leave one of them out");
  if (leg === "tagged" && platforms.length === 0) {
    complain("platforms", "`leg: tagged` needs them for the tag, as in `linux/arm64`");
  }
}
function readContexts({ list: list2, complain }) {
  return list2("build-contexts", { commas: false }).flatMap((text2) => {
    const equals = text2.indexOf("=");
    const [name, source] = [
      text2.slice(0, Math.max(equals, 0)).trim(),
      text2.slice(equals + 1).trim()
    ];
    if (name !== "" && source !== "") return [{ name, source }];
    complain(
      "build-contexts",
      `\`${text2}\` is not \`name=source\`, as in \`shared=../shared\` or \`base=docker-image://alpine:3.19\``
    );
    return [];
  });
}
function complainOfNames({ buildArgs, labels, annotations }, complain) {
  for (const argument of buildArgs) {
    if (!/^[^\s=]+(?:=|$)/.test(argument)) {
      complain("build-args", "has an item that does not begin with a name; write `VERSION=1.0`");
    }
  }
  for (const label of labels.filter((text2) => text2.startsWith("="))) {
    complain("labels", `\`${label}\` has no name; write \`name=value\``);
  }
  for (const annotation of annotations.filter((text2) => !/^[^=]+=/.test(text2))) {
    complain(
      "annotations",
      `\`${annotation}\` is not \`key=value\`, as in \`index:org.opencontainers.image.title=App\``
    );
  }
}
var shaping = [
  ...["name", "driver-opts", "buildkitd-flags", "endpoint", "node-platforms", "append"],
  ...["buildkitd-config", "buildkitd-config-inline", "dns", "mirrors", "keep-state"]
];
function readExistingBuilder(fields) {
  return fields.text("builder");
}
function complainOfShaping(fields, builder, driver) {
  const why = `\`builder: ${builder}\` is used as it is, with settings of its own; leave out one of them`;
  for (const name of shaping) {
    const text2 = fields.text(name);
    if (text2 !== void 0 && text2 !== "false") fields.complain(name, why);
  }
  if (driver !== "docker-container") fields.complain("driver", why);
}
function readDriverOpts(text2, complain) {
  if (text2 === void 0) return [];
  return text2.split("\n").flatMap((line) => readLine2(line.trim(), complain));
}
function readLine2(line, complain) {
  if (line === "") return [];
  const options = [];
  for (const item of itemsOf(line, complain)) {
    const last = options.length - 1;
    if (/^[^=]+=/.test(item)) options.push(item);
    else if (last >= 0) options[last] = `${options[last]},${item}`;
    else complain(`\`${item}\` has no value; write \`key=value\`, as in \`network=host\``);
  }
  return options;
}
function itemsOf(line, complain) {
  try {
    return (0, import_csv_parse.splitList)(line, { commas: true });
  } catch (error) {
    const words2 = error instanceof Error ? error.message : String(error);
    complain(`has a line that is not a list: ${words2}`);
    return [];
  }
}
var text = (0, import_valibot.optional)((0, import_valibot.string)());
var lines = (0, import_valibot.optional)(
  (0, import_valibot.pipe)(
    (0, import_valibot.union)([(0, import_valibot.string)(), (0, import_valibot.array)((0, import_valibot.string)())]),
    (0, import_valibot.transform)((value) => typeof value === "string" ? value : value.join("\n"))
  )
);
var entries3 = {
  name: text,
  endpoint: text,
  "driver-opts": lines,
  "buildkitd-flags": text,
  platforms: lines
};
var nodes = (0, import_valibot.array)((0, import_valibot.strictObject)(entries3));
var example4 = "`- {endpoint: tcp://arm.internal:1234, platforms: linux/arm64}`";
async function readNodes(fields) {
  const first = {
    name: void 0,
    driverOpts: readDriverOpts(
      fields.text("driver-opts"),
      (problem) => fields.complain("driver-opts", problem)
    ),
    buildkitdFlags: fields.text("buildkitd-flags"),
    endpoint: fields.text("endpoint"),
    platforms: fields.parsedList("node-platforms", import_csv_parse.parsePlatform)
  };
  return [first, ...await readAppended(fields.text("append"), fields.complain)];
}
async function readAppended(given, complain) {
  if (given === void 0) return [];
  const yaml = await parseYaml(given);
  if (!yaml.ok) {
    complain("append", yaml.problem);
    return [];
  }
  const read = (0, import_valibot.safeParse)(nodes, yaml.value);
  if (!read.success) {
    complainOfYaml(
      "append",
      { issues: read.issues, known: Object.keys(entries3), example: example4 },
      complain
    );
    return [];
  }
  return read.output.map((node, index) => {
    const tell = (key) => (problem) => complain("append", `\`${index}.${key}\`: ${problem}`);
    return {
      name: node.name,
      endpoint: node.endpoint,
      platforms: readPlatforms(node.platforms, tell("platforms")),
      driverOpts: readDriverOpts(node["driver-opts"], tell("driver-opts")),
      buildkitdFlags: node["buildkitd-flags"]
    };
  });
}
function readPlatforms(given, complain) {
  return (0, import_csv_parse.splitList)(given ?? "", { commas: true }).flatMap((item) => {
    const platform = (0, import_csv_parse.parsePlatform)(item);
    if (!platform.ok) complain(platform.problem);
    return platform.ok ? [platform.value] : [];
  });
}
var drivers = ["docker-container", "docker", "kubernetes", "remote"];
async function readBuilder(fields) {
  const existing = readExistingBuilder(fields);
  const driver = fields.choice("driver", drivers);
  const inputs = {
    existing,
    driver,
    nodes: await readNodes(fields),
    buildkitdConfigs: readBuildkitdConfigs(fields),
    name: readName(fields),
    use: fields.flag("use", false),
    bootstrap: fields.flag("bootstrap", true),
    keepState: fields.flag("keep-state", false),
    cleanup: fields.flag("cleanup", true)
  };
  if (inputs.keepState && inputs.name === void 0) {
    fields.complain(
      "keep-state",
      "needs `name`: what is kept is found again under the builder's name, as in `name: ci`"
    );
  }
  if (existing === void 0) complainOfDriver(fields, inputs);
  else complainOfShaping(fields, existing, driver);
  return inputs;
}
var useless = {
  "docker-container": [[], ""],
  docker: [
    [
      ...["driver-opts", "buildkitd-flags", "endpoint", "node-platforms", "append", "name"],
      ...["buildkitd-config", "buildkitd-config-inline", "dns", "keep-state"]
    ],
    "the docker driver builds in the engine itself, with the engine's settings; leave it out, or take `driver: docker-container`"
  ],
  remote: [
    ["buildkitd-flags", "buildkitd-config", "buildkitd-config-inline", "dns", "keep-state"],
    "the remote driver's BuildKit runs already, with settings of its own; put it there"
  ],
  kubernetes: [
    ["endpoint"],
    "the kubernetes driver takes the cluster of `KUBECONFIG`; leave it out"
  ]
};
function complainOfDriver(fields, { driver, nodes: nodes2 }) {
  const [names, why] = useless[driver];
  for (const name of names) {
    const text2 = fields.text(name);
    if (text2 !== void 0 && text2 !== "false") fields.complain(name, why);
  }
  const [first, ...appended] = nodes2;
  const takesAddress = driver === "remote" || driver === "docker-container";
  if (driver === "remote" && first?.endpoint === void 0) {
    fields.complain(
      "endpoint",
      "the remote driver needs an address, such as `tcp://buildkit.internal:1234`"
    );
  }
  for (const [index, { endpoint }] of appended.entries()) {
    if (takesAddress && endpoint === void 0) {
      const example5 = driver === "remote" ? "tcp://arm.internal:1234" : "ssh://me@arm.internal";
      fields.complain(
        "append",
        `\`${index}.endpoint\`: a further node needs one, such as \`${example5}\``
      );
    }
  }
  if (driver !== "remote") return;
  for (const [index, { endpoint }] of nodes2.entries()) {
    if (endpoint === void 0 || buildkitAddress.test(endpoint)) continue;
    const [name, place] = index === 0 ? ["endpoint", ""] : ["append", `\`${index - 1}.endpoint\`: `];
    fields.complain(
      name,
      `${place}\`${endpoint}\` is not BuildKit's address; write one like \`tcp://buildkit.internal:1234\``
    );
  }
}
var buildkitAddress = /^(?:tcp|unix|ssh|npipe|docker-container|podman-container|kube-pod):\/\/./;
function readName(fields) {
  const name = fields.text("name");
  if (name !== void 0 && !/^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name)) {
    fields.complain(
      "name",
      `\`${name}\` is not a builder's name; it starts with a letter and goes on with letters, digits, \`.\`, \`_\`, \`-\`, as in \`my-builder\``
    );
  }
  return name;
}
function readBuildkitdConfigs(fields) {
  const path = fields.text("buildkitd-config");
  const text2 = fields.text("buildkitd-config-inline");
  return [
    ...path === void 0 ? [] : [{ kind: "file", path }],
    ...text2 === void 0 ? [] : [{ kind: "inline", text: text2 }]
  ];
}
var defaultBinfmtImage = {
  registry: "docker.io",
  path: "tonistiigi/binfmt",
  version: ":qemu-v10.2.3-68"
};
function readEmulation(fields) {
  const given = fields.parsedList("binfmt-image", import_output_inputs.parseImageName);
  const qemu = readQemu(fields.list("qemu", { commas: true }), fields.complain);
  const reset = fields.flag("reset", false);
  if (reset && qemu.kind === "off") {
    fields.complain("reset", "has nothing to install anew with `qemu: off`; leave out one of them");
  }
  return { images: given.length === 0 ? [defaultBinfmtImage] : given, qemu, reset };
}
function readQemu(items, complain) {
  const [only = "auto", ...others2] = items;
  if (others2.length === 0 && (only === "auto" || only === "off" || only === "all")) {
    return { kind: only };
  }
  const names = items.flatMap((item) => {
    const platform = (0, import_csv_parse.parsePlatform)(item.includes("/") ? item : `linux/${item}`);
    if (platform.ok) return [platform.value.architecture];
    complain(
      "qemu",
      `\`${item}\` is not an emulator; take \`auto\`, \`off\`, \`all\`, or some of ${import_csv_parse.architectures.join(", ")}, as in \`arm64,arm\``
    );
    return [];
  });
  return { kind: "list", architectures: [...new Set(names)] };
}
function readProof(fields, build) {
  const { complain } = fields;
  const proof = {
    verify: fields.choice("verify", ["true", "false", "before-tag"]),
    strict: fields.flag("strict", false)
  };
  const { verify, strict } = proof;
  if (strict && verify === "false") {
    complain(
      "strict",
      "`true` is a matter of the proof, which `verify: false` leaves out; keep one"
    );
  }
  if (verify === "before-tag" && !build.push && !build.pushByEvent) {
    complain(
      "verify",
      "`before-tag` needs `push: true` and `tags`, the names that it gives at the end"
    );
  }
  if (verify === "before-tag" && build.load) {
    complain("verify", "`before-tag` builds without tags, and `load` needs one; take one of them");
  }
  if (verify === "before-tag" && build.outputs.some(import_csv_parse.pushesImage)) {
    complain(
      "verify",
      "`before-tag` pushes by itself; take the exporter that pushes out of `outputs`"
    );
  }
  return proof;
}
async function readInputs(raw) {
  const problems = [];
  const complain = (name, problem) => problems.push(complaintOf(name, problem));
  const fields = fieldsOf(raw, complain);
  const build = readBuild(fields);
  const proof = readProof(fields, build);
  const patience = readPatience(fields);
  const buildx = readBuildx(fields);
  complainOfVersion(buildx, (0, import_output_inputs.buildxNeedOf)(build), complain);
  const builder = await readBuilder(fields);
  const emulation = readEmulation(fields);
  const network = await readRegistryInputs(fields);
  const login = await readLogins(fields, network.registries);
  complainOfPasswords(fields);
  const inputs = { build, buildx, builder, emulation, network, proof, login, patience };
  const names = fields.names();
  return { inputs, problems: [...problems, ...unknownInputs(raw, names)], names };
}
function complainOfVersion({ version: wanted }, need, complain) {
  if (wanted.kind !== "exact" || need === import_output_inputs.everyRun || (0, import_semver22.gte)(wanted.version, need.version)) return;
  complain(
    "buildx-version",
    `\`${wanted.version}\` is older than ${need.version}, which is needed for ${need.why}`
  );
}
function unknownInputs(raw, names) {
  const unknown = [...raw.keys()].filter((name) => !names.includes(name));
  return unknown.map((name) => {
    const near = (0, import_damerau_levenshtein.nearest)(name, names);
    const hint = near === void 0 ? "" : `; did you mean \`${near}\`?`;
    return complaintOf(name, `is not an input of this action${hint}`);
  });
}
