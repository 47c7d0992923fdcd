// What to try after a failure: the one place for these words.
import { errorChain } from "../domain/error-chain.ts";
import { type ErrorWords, type Trouble, troubleOf } from "../domain/trouble.ts";

/**
 * Who asked, as each takes its settings from elsewhere: `buildkit` is buildx, too, `engine` pulls the
 * images that the step itself needs, `read-back` and `login` are the step's own requests to a
 * registry, `download` is that for buildx's program, and `signing` are those to a Sigstore.
 */
type Asker = "buildkit" | "engine" | "read-back" | "login" | "download" | "signing";

type FailedRequest = {
  readonly asker: Asker;
  /** Who was asked, if that is known: `mirror.internal`. */
  readonly host?: string | undefined;
  /** When a server that limits requests wants to be asked again, if it said so. */
  readonly until?: Date | undefined;
};

type ByAsker = Readonly<Record<Asker, string>>;

const byAsker = (theirs: Partial<ByAsker> & { readonly buildkit: string }): ByAsker => ({
  ...{ engine: theirs.buildkit, "read-back": theirs.buildkit },
  ...{ login: theirs.buildkit, download: theirs.buildkit, signing: theirs.buildkit },
  ...theirs,
});

/** The way around a server that has buildx's program and does not give it. */
export const mirror =
  "name a mirror that this runner reaches in `buildx-download-url`, or install buildx on the runner";

const certificate = byAsker({
  buildkit:
    "HOST's certificate is not known: give its certificate authority as `ca` in `registries`",
  engine:
    "the engine pulls this image, so a registry's own certificate authority has to be in `/etc/docker/certs.d/HOST:PORT/ca.crt` on the engine's machine",
  download: "give the runner the certificate authority of HOST in NODE_EXTRA_CA_CERTS",
});

const badCertificate = byAsker({
  buildkit:
    "HOST's certificate has expired, or is not for that name: have it renewed, and check the name and the runner's clock",
});

const plainHttp = byAsker({
  buildkit: "HOST speaks plain HTTP: say `http: true` for its host and port in `registries`",
  engine:
    "the engine pulls this image, so a mirror over plain HTTP has to be among `insecure-registries` in the engine's own daemon.json",
  download: "HOST speaks plain HTTP: give its address with `http://`",
  signing: "HOST speaks plain HTTP: give its address in `sigstore` with `http://`",
});

const refused = byAsker({
  buildkit:
    "log in to the registry (`registry`, `username`, `password`) with an account that may use it",
  engine: "log in to the registry with `registry-auth`",
  login: "check user name and password, and that the token has not expired",
  download: `HOST refuses this runner: ${mirror}`,
  signing:
    "HOST refuses this job: see that the job has `id-token: write`, and that a private Sigstore trusts GitHub's tokens",
});

const unreachable = byAsker({
  buildkit:
    "the runner or the builder cannot reach that host: check its name and network; a builder sees the runner's own network with `driver-opts: network=host`",
  engine: "check the registry's name, and that the engine's machine reaches it",
  "read-back":
    "check the registry's name, and that the runner reaches it, by HTTPS_PROXY if need be",
  login: "check the registry's name, and that the runner reaches it",
  download: `check that this runner reaches HOST, by HTTPS_PROXY if it needs one; or ${mirror}`,
  signing:
    "check that this runner reaches HOST, by HTTPS_PROXY if it needs one; or name a Sigstore of your own in `sigstore`",
});

const passing = byAsker({
  buildkit:
    "a registry or the network failed: see the registry's status page; `retry-timeout` gives it longer",
  engine: "a registry or the network failed: see the registry's status page",
  "read-back": "the registry or the network failed: see the registry's status page",
  login: "check the registry's name, and that the runner reaches it",
  download: `try again later, or ${mirror}`,
  signing: "HOST or the network failed: run the job again; `retry-timeout` gives it longer",
});

const otherThanWaiting = byAsker({
  buildkit:
    "log in (`username`, `password`), or name a mirror in `mirrors` for what is pulled; `retry-timeout` bounds how long the step waits",
  engine: "log in with `registry-auth`, or name a mirror in `mirrors`",
  "read-back": "log in (`username`, `password`)",
  login: "ask for a higher limit there",
  signing: "name a Sigstore of your own in `sigstore`",
  download: mirror,
});

const remedies: Readonly<Partial<Record<Trouble, ByAsker>>> = {
  ...{ certificate, refused, unreachable, passing },
  ...{ "bad-certificate": badCertificate, "plain-http": plainHttp },
  artifacts: byAsker({
    buildkit:
      "the registry refuses attestations that are OCI artifacts: `compat: auto` pushes them in an older form, and `provenance: false` (and no `sbom`) leaves them out",
    "read-back":
      "the registry refuses signatures that are OCI artifacts: bring it up to date, or push to another one",
  }),
  lost: byAsker({
    buildkit:
      "BuildKit ended in the middle of the build, usually because memory ran out: give the runner more, or build fewer platforms at once",
  }),
  full: byAsker({
    buildkit:
      "see what uses the space (`docker system df`), remove what is not needed (`docker system prune`, `docker buildx prune`), or give the runner a larger disk",
    download: "free space on the runner where RUNNER_TEMP is",
  }),
};

/** What to try after a trouble that is known; undefined if there is nothing to be said. */
export function remedyOf(
  trouble: Trouble,
  { asker, host, until }: FailedRequest,
): string | undefined {
  const words = trouble === "limited" ? limited(asker, until) : remedies[trouble]?.[asker];
  return words?.replaceAll(/\bHOST\b(?!:)/g, host ?? "the registry");
}

function limited(asker: Asker, until: Date | undefined): string {
  const wait = until === undefined ? "try again later" : `wait until ${until.toISOString()}`;
  return `HOST limits how often it is asked: ${wait}, or ${otherThanWaiting[asker]}`;
}

/** @param machine where the engine runs */
export function privilegedRemedy(machine: string): string {
  return `the engine refuses privileged containers, which emulators and a BuildKit builder need: allow them on ${machine}, or register the emulators there as root and set \`qemu: off\``;
}

// What only the step's own commands say, each known from the words of its tool.
const sayings: readonly (readonly [RegExp, string])[] = [
  [
    /cannot connect to the docker daemon|docker daemon is not running|error during connect/i,
    "start the Docker engine on the runner (`systemctl start docker`), or point DOCKER_HOST at one; a job in a container needs the host's socket mounted",
  ],
  [
    /client version \S+ is too (?:old|new)|response from daemon: page not found/i,
    "docker, or buildx, and the engine have no version of the engine's API in common: leave out DOCKER_API_VERSION if it is set; else bring up to date whichever is older, buildx by `buildx-version: latest`",
  ],
  [
    /permission denied.*docker\.sock|docker daemon socket/i,
    "let the runner's user reach the engine: add it to the `docker` group, and start the runner anew",
  ],
  [
    /unable to apply caps|privileged mode is incompatible|privileged containers? (?:is|are) not allowed|^(?!.*failed to solve).*operation not permitted/im,
    privilegedRemedy("the runner"),
  ],
  [
    /(?:network\.host|security\.insecure|device)\b.* is not allowed/i,
    "the builder does not permit what `allow` or `network` asks for: make it with `--allow-insecure-entitlement` among its buildkitd flags, or leave `builder` out, and the one that is made permits it",
  ],
  [
    /buildkit-syft-scanner/i,
    "the image that scans for the SBOM can't be pulled: name one that can, as in `sbom: generator=mirror.internal:5000/docker/buildkit-syft-scanner:stable-1`",
  ],
  [
    /multi-platform build is not supported for the docker driver/i,
    'the docker driver builds several platforms only with containerd\'s image store (`"features": {"containerd-snapshotter": true}` in the engine\'s daemon.json); or take `driver: docker-container`',
  ],
  [
    /not supported for the docker driver|not implemented for docker driver/i,
    "take `driver: docker-container`, which can",
  ],
  [
    /setting config file is not supported for remote driver/i,
    "a `buildkitd.default.toml` lies in buildx's folder, which remote builders don't take: move it away, or set BUILDX_CONFIG to another folder",
  ],
  [
    /kubernetes namespace|kubernetes driver requires|kube_?config/i,
    "give the step a cluster: `KUBECONFIG` in its `env:`, or a runner in the cluster with a service account",
  ],
  [
    /expected \d+ replicas to be ready, got \d+/,
    "BuildKit's pod did not start in time: `kubectl describe pods` and `kubectl logs` in its namespace tell why, as for an image that can't be pulled, a flag or setting that BuildKit does not know (`buildkitd-flags`, `buildkitd-config`), or a cluster that refuses privileged pods (`driver-opts: rootless=true`); `driver-opts: timeout=5m` waits longer",
  ],
  [
    /exec format error/i,
    "a program of another CPU was run: leave `qemu` on `auto`, or name the emulator in it",
  ],
  [
    /docker exporter does not.*support exporting manifest lists/i,
    "that engine, or an archive, takes one platform without attestations: give one in `platforms`, and no `provenance`, `sbom` or `attests`, or `push` to a registry",
  ],
  [
    /multiple outputs currently unsupported/i,
    "this BuildKit, or engine, takes one of `push`, `load` and `outputs` at a time: leave the others to a step of their own (the docker driver loads what it builds by itself), or take `driver: docker-container`",
  ],
  [
    /\bno match for platform in manifest: not found/i,
    "the base image is not there for a platform that is built: leave that out of `platforms`, or take another base image",
  ],
  [
    /(?:^|: )secret \S+: not found$/im,
    "give the secret in `secrets`, `secret-files` or `secret-envs`",
  ],
  [
    /\bcould not read Username for\b/,
    "give a token that may read the repository: `github-token` for GitHub's own, for another host a secret `GIT_AUTH_TOKEN.HOST`",
  ],
  [
    /\binvalid response status 40[13]$/m,
    "the server that ADD asks wants a token: give it as a secret `HTTP_AUTH_TOKEN_HOST`",
  ],
  [
    /unable to derive the IP value for host-gateway/,
    "only an engine that tells its gateway's address fills in `host-gateway`, with `driver: docker`: write the address itself in `add-hosts`",
  ],
  [
    /index annotations not supported for single platform export/,
    "one platform without attestations makes no index: write `manifest:` in place of `index:` in `annotations`, or leave attestations on (`provenance`)",
  ],
  [
    /lint violation found for rules: /,
    "mend the lines named above, or take `error=true` out of the Dockerfile's `# check=` line",
  ],
  [
    /failed to calculate checksum of ref \S+: "": not found$/im,
    "the file is not where the step takes it from: for the build's context, see its path there and what `.dockerignore` leaves out; for `--from`, what that stage or image has",
  ],
];

/**
 * The remedy for what a command said. What it quotes is not looked at: paths and texts of the user
 * say nothing of the cause.
 */
export function remedyFor(words: ErrorWords, asked: FailedRequest): string | undefined {
  const trouble = troubleOf(words);
  if (trouble === "process") return undefined;
  const text = words.text
    .split(/\r?\n/)
    .map((line) => errorChain(line).join(": "))
    .join("\n");
  const saying = sayings.find(([cause]) => cause.test(text))?.[1];
  return saying ?? (trouble && remedyOf(trouble, asked));
}
