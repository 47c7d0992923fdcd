// What the step says when it can't do its work, and that it has then changed nothing.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { everything } from "./docker.ts";
import { dockerfile, privateRegistry, stack } from "./inputs-for.ts";

const files = { Dockerfile: dockerfile };
const seconds = 1000;

test("all mistakes in the inputs are reported at once, before Docker is asked anything", async () => {
  await using place = await job({ environment: { PATH: "/nowhere" } });
  const main = await place.main({
    platforms: "linux/amd64,linux/arm46",
    platfroms: "linux/amd64",
    tags: "ghcr.io/Owner/app:1",
    push: "yes",
    file: "nowhere/Dockerfile",
    "driver-opts": "network",
    "buildkitd-config-inline": "[registry\nhttp = true",
  });
  expect(main.exitCode).toBe(1);
  for (const words of [
    "7 inputs are wrong; nothing was changed.",
    "`platforms`: `linux/arm46` is not a platform; did you mean `linux/arm64`?",
    "`platfroms`: is not an input of this action; did you mean `platforms`?",
    "`tags`: `ghcr.io/Owner/app:1` has upper-case letters",
    "`push`: `yes` is not one of `true`, `false`, `auto`",
    "`file`: there is no file `nowhere/Dockerfile`",
    "`driver-opts`: `network` has no value",
    "`buildkitd-config-inline`: is not TOML",
    "(line 1, column",
  ]) {
    expect(main.log).toContain(words);
  }
  expect((await place.post()).exitCode).toBe(0);
});

test.each([
  [
    "a context that is not there",
    { context: "nowhere" },
    "`context`: there is no folder `nowhere`",
  ],
  [
    "the context of docker/metadata-action",
    { context: "git" },
    "`context`: there is no folder `git`; leave it out",
  ],
  [
    "standard input as the context, once",
    { context: "-" },
    "An input is wrong; nothing was changed.%0A- `context`: `-` is standard input",
  ],
  [
    "standard input as the Dockerfile, once",
    { file: "-" },
    "An input is wrong; nothing was changed.%0A- `file`: `-` is standard input",
  ],
  ["a Dockerfile that is not there", {}, "`file`: there is no file `Dockerfile`"],
  [
    "a configuration that is not there",
    { "buildkitd-config": "no.toml" },
    "`buildkitd-config`: there is no file `no.toml`",
  ],
])("%s is told", async (_, inputs, words) => {
  await using place = await job({ environment: { PATH: "/nowhere" } });
  const main = await place.main(inputs);
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain(words);
});

test("no Docker engine: an error within seconds, with a remedy", async () => {
  await using place = await job({ files, environment: { DOCKER_HOST: "unix:///nowhere.sock" } });
  const main = await place.main({});
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::.*Cannot connect to the Docker daemon.*What to try: DOCKER_HOST names unix:\/\/\/nowhere\.sock: check that an engine listens there/,
  );
  expect(main.milliseconds).toBeLessThan(10 * seconds);
  expect((await place.post()).exitCode).toBe(0);
});

test("no docker command, and buildx nowhere else: an error", async () => {
  const environment = { PATH: "/nowhere", DOCKER_CONFIG: "/nowhere" };
  await using place = await job({ files, environment });
  const main = await place.main({});
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("`docker` could not be started");
});

test("an emulator that the binfmt image does not have is named, though it exits with 0", async () => {
  await using place = await job({ files });
  const before = await everything();
  const main = await place.main({ ...privateRegistry, qemu: "mips64" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::no emulator was registered for mips64\..*binfmt said: .*mips64.*What to try: check that/,
  );
  expect(await everything()).toEqual(before);
});

// Whether an engine refuses privileged containers is its administrator's choice, not a test's.
test("an engine that refuses privileged containers: its message, and a remedy", async () => {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-no-privilege-"));
  const stub = `#!/bin/sh
[ "$1" = run ] || exec "${join(stack.PATH.split(":")[0] ?? "", "docker")}" "$@"
echo 'docker: Error response from daemon: privileged mode is incompatible with user namespaces.' >&2
exit 125
`;
  await writeFile(join(folder, "docker"), stub, { mode: 0o755 });
  try {
    const environment = { PATH: `${folder}:${stack.PATH}` };
    await using place = await job({ files, environment });
    const before = await everything();
    const main = await place.main({ ...privateRegistry, qemu: "s390x" });
    await place.post();
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(
      /::error::.*privileged mode is incompatible.*What to try: the engine refuses privileged/,
    );
    expect(await everything()).toEqual(before);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("nothing that a build or an input prints is taken for a workflow command", async () => {
  const hostile = "FROM alpine:3.19\nRUN printf '\\n::error::from the build\\n' && false\n";
  await using place = await job({ files: { Dockerfile: hostile } });
  const main = await place.main({ ...privateRegistry, labels: '"a=x\n::error::from an input"' });
  await place.post();
  const commands = commandsTaken(main.log);
  expect(commands.join("\n")).not.toMatch(/^::error::from/m);
  expect(main.log).toContain("::error::from an input");
});

/** The lines that the runner takes for commands: those that stand where commands are not stopped. */
function commandsTaken(log: string): readonly string[] {
  const taken: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split("\n").filter((text) => text.trimStart().startsWith("::"))) {
    const token = /^::stop-commands::(.+)$/.exec(line)?.[1];
    if (stopped === undefined) taken.push(line);
    if (stopped === undefined && token !== undefined) stopped = token;
    else if (line === `::${stopped}::`) stopped = undefined;
  }
  return taken;
}

test.each([
  ["out of its folder", "../Dockerfile"],
  ["with a whole path", "WHOLE"],
])(
  "a Dockerfile that is a link %s is refused, with the file that it leads to",
  async (_, target) => {
    await using place = await job({ files, environment: { PATH: "/nowhere" } });
    await mkdir(join(place.workspace, "app"));
    const real = target === "WHOLE" ? "app/real" : "Dockerfile";
    await writeFile(join(place.workspace, "app/real"), dockerfile);
    const text = target === "WHOLE" ? join(place.workspace, real) : target;
    await symlink(text, join(place.workspace, "app/Dockerfile"));
    const main = await place.main({ context: "app" });
    expect(main.exitCode).toBe(1);
    expect(main.log).toContain("`file`: `app/Dockerfile` is a link out of its folder");
    expect(main.log).toContain(`as in \`file: ${real}\``);
  },
);

test("a Dockerfile that is a link within its folder is built, and files alone give no warning", async () => {
  await using place = await job({ files: { real: dockerfile } });
  await symlink("real", join(place.workspace, "Dockerfile"));
  for (const outputs of ["type=cacheonly", "type=local,dest=out"]) {
    const main = await place.main({ ...privateRegistry, outputs, "cache-binary": "true" });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log.match(/^::warning.*$/gm)).toEqual([
      expect.stringContaining("`cache-binary`: is not needed here"),
    ]);
  }
});

test("what `check=error=true` fails for is annotated at its lines", async () => {
  const text = "# check=error=true\nFROM alpine:3.19 as base\nMAINTAINER me\nRUN true\n";
  await using place = await job({ files: { Dockerfile: text } });
  const main = await place.main({ ...privateRegistry, outputs: "type=cacheonly" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("::error title=FromAsCasing,file=Dockerfile,line=2,endLine=2::");
  expect(main.log).toContain(
    "::error title=MaintainerDeprecated,file=Dockerfile,line=3,endLine=3::",
  );
  const error = /^::error::.*$/m.exec(main.log)?.[0];
  expect(error).toContain("%0ADockerfile:2 FromAsCasing: ");
  expect(error).toContain("What to try: mend the lines named above");
  expect(error).not.toContain("\u001b");
});

test("host-gateway that the engine can't resolve is reported with a remedy", async () => {
  await using place = await job({ files });
  const main = await place.main({ driver: "docker", "add-hosts": "a:host-gateway" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*What to try: .*write the address itself/);
});
