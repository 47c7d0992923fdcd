// What config.json says, as docker reads it: cli/config/configfile/file.go of docker/cli.
import * as v from "valibot";
import { withoutPasswords } from "../domain/url-passwords.ts";
import { mapOf, objectOf, type Reader, text, texts } from "./docker-config-json.ts";

const optionalText = v.optional(v.string(), "");
const entry = v.object({
  auth: optionalText,
  username: optionalText,
  password: optionalText,
  identitytoken: optionalText,
  registrytoken: optionalText,
});
const settings = v.looseObject({
  auths: v.optional(v.record(v.string(), entry), {}),
  credHelpers: v.optional(v.record(v.string(), v.string()), {}),
  credsStore: optionalText,
  currentContext: optionalText,
  cliPluginsExtraDirs: v.optional(v.array(v.string()), []),
});

/** A login in config.json. */
export type Entry = v.InferOutput<typeof entry>;
/** The fields that we read, and the others as they are. */
export type Settings = v.InferOutput<typeof settings>;

export type ReadSettings = {
  readonly settings: Settings;
  /** What docker would refuse the file for, as it follows the file's name; undefined for nothing. */
  readonly problem: string | undefined;
};

const readAuth: Reader = (value, place, odd) => {
  const auth = text(value, place, odd);
  if (typeof auth !== "string" || auth === "" || decodeAuth(auth) !== undefined) return auth;
  return void odd(place);
};
const textMap = mapOf(text, "");
const proxy = ["httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy"];
const allText = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, text]));
const login = objectOf({
  ...allText(["username", "password", "email", "serveraddress", "identitytoken", "registrytoken"]),
  auth: readAuth,
});
const file = objectOf({
  auths: mapOf(login, {}),
  proxies: mapOf(objectOf(allText(proxy)), {}),
  plugins: mapOf(textMap, {}),
  HttpHeaders: textMap,
  credHelpers: textMap,
  aliases: textMap,
  features: textMap,
  pruneFilters: texts,
  cliPluginsExtraDirs: texts,
  ...allText(["credsStore", "currentContext", "detachKeys", "experimental"]),
  ...allText(["psFormat", "imagesFormat", "networksFormat", "pluginsFormat", "volumesFormat"]),
  ...allText(["statsFormat", "serviceInspectFormat", "servicesFormat", "tasksFormat"]),
  ...allText(["secretFormat", "configFormat", "nodesFormat"]),
});

/** Reads the file field by field: one that is odd costs only itself. */
export function parseDockerSettings(json: string): ReadSettings {
  const odd: string[] = [];
  const none = v.parse(settings, {});
  const whole = json.trim() === "" ? {} : parseJson(json);
  if (whole === undefined) return { settings: none, problem: "is not JSON, and is left out" };
  const read = file(whole, "", (place) => odd.push(place));
  if (read === undefined) return { settings: none, problem: "is no JSON object, and is left out" };
  const places = odd.map((place) => `\`${withoutPasswords(place)}\``).join(", ");
  const problem = `has what docker can't read, and which is left out: ${places}`;
  return { settings: v.parse(settings, read), problem: odd.length === 0 ? undefined : problem };
}

// The parser's own words may quote a password.
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** User name and password in `auth`; undefined if docker would refuse it. */
export function decodeAuth(
  auth: string,
): { readonly username: string; readonly password: string } | undefined {
  const base64 = auth.replaceAll(/[\r\n]/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined;
  const decoded = Buffer.from(base64, "base64").toString();
  const colon = decoded.indexOf(":");
  if (colon < 1) return undefined;
  const password = decoded.slice(colon + 1).replaceAll(/^\0+|\0+$/g, "");
  return { username: decoded.slice(0, colon), password };
}

const variable = v.strictObject({
  auths: v.record(v.string(), v.strictObject({ auth: v.string() })),
});
const named = objectOf({ auths: mapOf(objectOf({ auth: text }), {}) });

/**
 * The logins in DOCKER_AUTH_CONFIG, which come before those of the file. docker takes nothing of it
 * if it has anything else.
 */
export function parseAuthVariable(json: string | undefined): Settings["auths"] {
  const read = v.safeParse(
    variable,
    named(parseJson(json ?? "null"), "", () => {}),
  );
  if (!read.success) return {};
  const { auths } = read.output;
  if (Object.values(auths).some(({ auth }) => decodeAuth(auth) === undefined)) return {};
  return v.parse(settings, { auths }).auths;
}
