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
  failureText: () => failureText
});
module.exports = __toCommonJS(stdin_exports);
var import_build_failure = require("./build-failure.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var remedies = [
  [
    /cannot connect to the docker daemon|docker daemon is not running|error during connect/i,
    "start the Docker engine on the runner (`systemctl start docker`), or point DOCKER_HOST at one; a job in a container needs the host's socket mounted"
  ],
  [
    /permission denied.*docker\.sock|docker daemon socket/i,
    "let the runner's user reach the engine: add it to the `docker` group, and start the runner anew"
  ],
  [
    /unable to apply caps|privileged mode is incompatible|privileged containers? (?:is|are) not allowed|operation not permitted/i,
    "the engine refuses privileged containers, which emulators and a BuildKit builder need: allow them on the runner, or register the emulators on the host and set `qemu: off`"
  ],
  [
    /server gave HTTP response to HTTPS client/i,
    "the registry speaks plain HTTP: say `http: true` for its host and port in `registries`"
  ],
  [
    /x509|certificate signed by unknown authority|self.signed certificate|unable to (?:verify|get)[^.]* certificate/i,
    "the registry's certificate is not known: give its certificate authority as `ca` in `registries`"
  ],
  [
    /application\/vnd\.oci\.empty\.v1\+json|blob unknown to registry/i,
    "the registry refuses attestations that are OCI artifacts: `compat: auto` pushes them in an older form, and `provenance: false` (and no `sbom`) leaves them out"
  ],
  [
    /401 unauthorized|403 forbidden|gives no token: it answers 40[13]|insufficient_scope|authorization failed|no basic auth credentials|denied:/i,
    "log in to the registry (`registry`, `username`, `password`) with an account that may push there"
  ],
  [
    /(?:network\.host|security\.insecure|device) is not allowed/i,
    "the builder does not permit what `allow` or `network` asks for: make it with `--allow-insecure-entitlement` among its buildkitd flags, or leave `builder` out, and the one that is made permits it"
  ],
  [
    /buildkit-syft-scanner/i,
    "the image that scans for the SBOM could not be had: name one that can be pulled, as in `sbom: generator=mirror.internal:5000/docker/buildkit-syft-scanner:stable-1`"
  ],
  [
    /multi-platform build is not supported for the docker driver/i,
    'the docker driver builds several platforms only with containerd\'s image store (`"features": {"containerd-snapshotter": true}` in the engine\'s daemon.json); or take `driver: docker-container`'
  ],
  [
    /not supported for the docker driver|not implemented for docker driver/i,
    "take `driver: docker-container`, which can"
  ],
  [
    /setting config file is not supported for remote driver/i,
    "a `buildkitd.default.toml` lies in buildx's folder, which remote builders don't take: move it away, or set BUILDX_CONFIG to another folder"
  ],
  [
    /kubernetes namespace|kubernetes driver requires|kube_?config/i,
    "give the step a cluster: `KUBECONFIG` in its `env:`, or a runner in the cluster with a service account"
  ],
  [
    /exec format error/i,
    "the Dockerfile runs a program of another CPU: leave `qemu` on `auto`, or name the emulator in it"
  ],
  [
    /docker exporter does not.*support exporting manifest lists/i,
    "`load` takes one platform here: give one in `platforms`, or `push` to a registry"
  ],
  [
    /toomanyrequests|pull rate limit|429 too many/i,
    "the registry limits how often it is asked: log in (`username`, `password`), name a mirror in `mirrors` for what is pulled, or wait longer (`retry-timeout`)"
  ],
  [
    /error reading from server|closing transport|transport is closing/i,
    "BuildKit ended in the middle of the build, mostly for want of memory: give the runner more, or build fewer platforms at once"
  ],
  [
    /(?:status: ?|HTTP |: )5\d\d\b|\bEOF\b|reset by peer|broken pipe/i,
    "a registry or the network failed: see the registry's status page; `retry-timeout` gives it longer"
  ],
  [
    /no such host|ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|temporary failure in name resolution|i\/o timeout|connection refused|network is unreachable/i,
    "the runner or the builder cannot reach that host: check its name and network; a builder sees the runner's own network with `driver-opts: network=host`"
  ]
];
function remedyFor({ stderr }) {
  return remedies.find(([cause]) => cause.test(stderr))?.[1];
}
var lastLines = 20;
function failureText(error) {
  return (0, import_url_passwords.withoutPasswords)(wordsOf(error));
}
function wordsOf(error) {
  if (error instanceof import_errors.InputError) {
    const count = error.problems.length;
    const title = count === 1 ? "An input is wrong" : `${count} inputs are wrong`;
    return [`${title}; nothing was changed.`, ...error.problems.map((p) => `- ${p}`)].join("\n");
  }
  if (error instanceof import_errors.CommandError) return commandFailureText(error);
  if (error instanceof import_errors.NodeError) return nodeFailureText(error);
  if (error instanceof import_errors.RegistryError) return withRemedy(error.message, error.words);
  if (error instanceof import_errors.FullDiskError) return fullDiskText(error);
  if (error instanceof import_errors.TimeoutError) return timeoutText(error);
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join("\n");
  return error instanceof Error ? error.message : String(error);
}
function nodeFailureText({ message, cause }) {
  const remedy = "see whether BuildKit runs there, and whether the runner reaches its port with the certificates given; BuildKit's own log tells why it ended";
  return `${message}.
${commandFailureText(cause, remedy)}`;
}
function fullDiskText({ message, cause, places }) {
  const left = places.map(
    ({ what, path, free, size }) => `${(0, import_build_failure.formatBytes)(free)} of ${(0, import_build_failure.formatBytes)(size)} are free at ${path} (${what})`
  );
  const remedy = "see what takes the room (`docker system df`), remove what nobody needs (`docker system prune`, `docker buildx prune`), or give the runner a larger disk";
  const words = cause instanceof import_errors.CommandError ? commandFailureText(cause, remedy) : `${wordsOf(cause)}
What to try: ${remedy}`;
  return [`${message}: ${left.join(", ")}.`, words].join("\n");
}
function timeoutText({ phase, bound, message }) {
  const longer = (0, import_errors.formatDuration)(bound * 2);
  return `${message}, which is its bound, and was ended.
What to try: look for what the log ends with, such as a registry or a mirror that does not answer; \`timeout: ${phase}=${longer}\` allows it longer`;
}
function withRemedy(message, words) {
  const remedy = remedyFor({ stderr: words });
  return remedy === void 0 ? message : `${message}
What to try: ${remedy}`;
}
function buildFailureWords({ stderr }) {
  const failure = (0, import_build_failure.buildFailure)(stderr);
  if (failure === void 0) return void 0;
  const { step, output, source, error } = failure;
  return [
    ...step === void 0 ? [] : [`> ${step}:`, ...output],
    ...source === void 0 ? [] : [`${source.file}:${source.line}`, ...source.excerpt],
    error
  ].join("\n");
}
function commandFailureText(error, remedy = remedyFor(error)) {
  const words = buildFailureWords(error) ?? error.stderr.trim().split("\n").slice(-lastLines).join("\n");
  return [
    `${error.message}:`,
    words === "" ? "it printed no error" : words,
    `The command was: ${(0, import_build_failure.formatCommand)(error.command)}`,
    ...remedy === void 0 ? [] : [`What to try: ${remedy}`]
  ].join("\n");
}
