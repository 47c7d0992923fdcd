var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
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
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  namesOf: () => namesOf
});
module.exports = __toCommonJS(stdin_exports);
var import_dayjs = require("./dayjs.cjs");
var import_template = require("./template.cjs");
var import_reference = require("./reference.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_errors = require("./errors.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var VERSION_PATTERN = [
  "v?",
  "(?:",
  /* */
  "(?:(?<epoch>[0-9]+)!)?",
  // epoch
  /* */
  "(?<release>[0-9]+(?:\\.[0-9]+)*)",
  // release segment
  /* */
  "(?<pre>",
  // pre-release
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))",
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<pre_n>[0-9]+)?",
  /* */
  ")?",
  /* */
  "(?<post>",
  // post release
  /*    */
  "(?:-(?<post_n1>[0-9]+))",
  /*    */
  "|",
  /*    */
  "(?:",
  /*        */
  "[-_\\.]?",
  /*        */
  "(?<post_l>post|rev|r)",
  /*        */
  "[-_\\.]?",
  /*        */
  "(?<post_n2>[0-9]+)?",
  /*    */
  ")",
  /* */
  ")?",
  /* */
  "(?<dev>",
  // dev release
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<dev_l>dev)",
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<dev_n>[0-9]+)?",
  /* */
  ")?",
  ")",
  "(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"
  // local version
].join("");
var validRegex = new RegExp("^" + VERSION_PATTERN + "$", "i");
function valid(version) {
  return validRegex.test(version) ? version : null;
}
var cleanRegex = new RegExp("^\\s*" + VERSION_PATTERN + "\\s*$", "i");
function clean(version) {
  return stringify(parse(version, cleanRegex));
}
function parse(version, regex) {
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split(".").map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local)
  };
  return parsed;
}
function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  parts.push(release.join("."));
  if (pre) {
    parts.push(pre.join(""));
  }
  if (post) {
    parts.push("." + post.join(""));
  }
  if (dev) {
    parts.push("." + dev.join(""));
  }
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join("");
}
function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    if (!number) {
      number = 0;
    }
    letter = letter.toLowerCase();
    if (letter === "alpha") {
      letter = "a";
    } else if (letter === "beta") {
      letter = "b";
    } else if (["c", "pre", "preview"].includes(letter)) {
      letter = "rc";
    } else if (["rev", "r"].includes(letter)) {
      letter = "post";
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    letter = "post";
    return [letter, Number(number)];
  }
  return null;
}
function parse_local_version(local) {
  if (local) {
    return local.split(/[._-]/).map(
      (part) => Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part)
    );
  }
  return null;
}
function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  let base_version = "";
  if (epoch !== 0) {
    base_version += epoch + "!";
  }
  base_version += release.join(".");
  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);
  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join(".") : local,
    public: stringify(parsed).split("+", 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease
  };
}
var RANGE_PATTERN = [
  "(?<operator>(===|~=|==|!=|<=|>=|<|>))",
  "\\s*",
  "(",
  /*  */
  "(?<version>(?:" + VERSION_PATTERN.replace(/\?<\w+>/g, "?:") + "))",
  /*  */
  "(?<prefix>\\.\\*)?",
  /*  */
  "|",
  /*  */
  "(?<legacy>[^,;\\s)]+)",
  ")"
].join("");
var rangeRegex = new RegExp("^" + RANGE_PATTERN + "$", "i");
function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError("Invalid Version: " + input);
  }
  return version.release[0];
}
function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError("Invalid Version: " + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}
function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError("Invalid Version: " + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}
var import_semver2 = (0, import_modules.__toESM)((0, import_semver.require_semver)());
function ruleValue(rule, moment, warn) {
  const { event } = moment;
  switch (rule.type) {
    case "schedule":
      if (!event.name.includes("schedule")) return void 0;
      return { value: (0, import_dayjs.renderTag)(rule.pattern, moment), latest: false };
    case "semver":
    case "pep440":
      return versionValue(rule, moment, warn);
    case "match":
      return matchValue(rule, moment, warn);
    case "edge": {
      const branch = (0, import_dayjs.afterPrefix)(event.ref, "refs/heads/");
      const edge = rule.branch ?? event.about?.defaultBranch;
      return branch !== "" && branch === edge ? { value: "edge", latest: false } : void 0;
    }
    case "ref":
      return refValue(rule.event, event.ref);
    case "raw":
      return { value: (0, import_dayjs.renderTag)(rule.value, moment), latest: false };
    case "sha":
      if (event.sha === "") return void 0;
      return { value: rule.format === "long" ? event.sha : event.shortSha, latest: false };
  }
}
var prefixes = { branch: "refs/heads/", tag: "refs/tags/", pr: "refs/pull/" };
function refValue(kind, ref) {
  if (!ref.startsWith(prefixes[kind])) return void 0;
  const name = ref.slice(prefixes[kind].length);
  return kind === "pr" ? { value: name.replace(/\/merge$/, ""), latest: false } : { value: name, latest: kind === "tag" };
}
function sourceOf(value, moment) {
  if (value !== void 0) return (0, import_dayjs.renderTag)(value, moment);
  const { ref } = moment.event;
  return ref.startsWith(prefixes.tag) ? ref.slice(prefixes.tag.length) : void 0;
}
function matchValue(rule, moment, warn) {
  const source = sourceOf(rule.value, moment);
  if (source === void 0) return void 0;
  const value = source.match(rule.pattern)?.[rule.group];
  if (value === void 0) {
    warn(
      `\`${rule.text}\` makes no tag: group ${rule.group} of its pattern is not in \`${source}\``
    );
    return void 0;
  }
  return { value, latest: true };
}
function versionValue(rule, moment, warn) {
  const source = sourceOf(rule.value, moment);
  if (source === void 0) return void 0;
  const raw = matched(source, rule, warn).replaceAll("/", "-");
  const version = rule.type === "semver" ? semverOf(raw) : pep440Of(raw);
  if (version === void 0) {
    const standard = rule.type === "semver" ? "semver.org" : "PEP 440";
    warn(`\`${rule.text}\` makes no tag: \`${raw}\` is not a version as ${standard} has it`);
    return void 0;
  }
  const { names, isFinal } = version;
  if (isFinal) return { value: (0, import_dayjs.renderTag)(rule.pattern, moment, names), latest: true };
  const value = (0, import_template.isOnly)(rule.pattern, "raw") ? names.raw : names.version;
  return { value, latest: false };
}
function matched(source, { match, text }, warn) {
  if (match === void 0) return source;
  const group = source.match(match)?.[1];
  if (group === void 0)
    warn(`\`${text}\`: the first group of \`match\` is not in \`${source}\``);
  return group ?? source;
}
function semverOf(raw) {
  const version = (0, import_semver2.valid)(raw) === null ? null : (0, import_semver2.parse)(raw, { loose: true });
  if (version === null) return void 0;
  const names = {
    raw: version.raw,
    version: version.version,
    major: String(version.major),
    minor: String(version.minor),
    patch: String(version.patch)
  };
  return { names, isFinal: (0, import_semver2.prerelease)(raw) === null };
}
function pep440Of(raw) {
  const version = valid(raw) === null ? null : explain(raw);
  if (version === null) return void 0;
  const { is_prerelease: pre, is_postrelease: post, is_devrelease: dev } = version;
  const names = {
    raw,
    version: clean(raw) ?? raw,
    major: String(major(raw)),
    minor: String(minor(raw)),
    patch: String(patch(raw))
  };
  return { names, isFinal: !pre && !post && !dev };
}
function namesOf({ names, tags: whole }, moment) {
  const warnings = [];
  const { version, tagNames } = tagNamesOf(names, moment, (warning) => warnings.push(warning));
  const images = names.images.filter(({ enabled }) => enabled);
  const made = images.flatMap(({ name }) => tagNames.map((tag) => `${name}:${tag}`));
  const texts = [.../* @__PURE__ */ new Set([...made, ...whole.map(import_reference.formatReference)])];
  return { version, tagNames, texts, tags: texts.map(referenceOf), warnings };
}
function tagNamesOf({ rules, flavor }, moment, warn) {
  const made = rules.toSorted((one, other) => other.priority - one.priority).filter((rule) => isEnabled(rule, moment)).flatMap((rule) => {
    const result = ruleValue(rule, moment, warn);
    const tag = result === void 0 ? "" : tagOf(result.value, { rule, flavor, moment });
    return result === void 0 || tag === "" ? [] : [{ tag, latest: result.latest }];
  });
  const [first] = made;
  if (first === void 0) return { version: void 0, tagNames: [] };
  const latest = flavor.latest === "auto" ? first.latest : flavor.latest;
  const tags = [...made.map(({ tag }) => tag), ...latest ? [latestOf(flavor, moment)] : []];
  return { version: first.tag, tagNames: [...new Set(tags)] };
}
function isEnabled({ enable, text }, moment) {
  const enabled = (0, import_dayjs.renderTag)(enable, moment);
  if (enabled === "true" || enabled === "false") return enabled === "true";
  throw new import_errors.UserError(
    `\`tags\`: \`${text}\`: \`enable\` is \`${enabled}\`; it takes \`true\`, \`false\` or an expression such as \`{{is_default_branch}}\``
  );
}
function tagOf(value, { rule, flavor, moment }) {
  const prefix = (0, import_dayjs.renderTag)(rule.prefix ?? flavor.prefix.text, moment);
  const suffix = (0, import_dayjs.renderTag)(rule.suffix ?? flavor.suffix.text, moment);
  return sanitized(`${prefix}${value}${suffix}`);
}
function latestOf({ prefix, suffix }, moment) {
  const [before, after] = [prefix, suffix].map(
    ({ text, onLatest }) => onLatest ? (0, import_dayjs.renderTag)(text, moment) : ""
  );
  return sanitized(`${before}latest${after}`);
}
function sanitized(tag) {
  return tag.replace(/[^\w.-]+/g, "-");
}
function referenceOf(text) {
  const reference = (0, import_reference.parseReference)(text);
  if (reference.ok) return reference.value;
  throw new import_errors.UserError(
    `\`tags\`: the rules make \`${text}\`, which can't be: a tag has up to 128 letters, digits and \`_.-\`, and begins with neither \`.\` nor \`-\``
  );
}
