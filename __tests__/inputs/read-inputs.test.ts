import { describe, expect, test } from "vitest";
import { rawInputs } from "../../src/inputs/raw-inputs.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(new Map(Object.entries(given)));

describe("rawInputs", () => {
  test("picks the inputs out of the environment, and drops empty ones", () => {
    const environment = {
      "INPUT_BUILD-ARGS": " A=1\n",
      INPUT_TAGS: "",
      PATH: "/bin",
      HOME: undefined,
    };
    expect([...rawInputs(environment)]).toEqual([["build-args", "A=1"]]);
  });
});

describe("readInputs", () => {
  test("takes defaults where nothing is given", async () => {
    const { inputs, problems } = await read({});
    expect(problems).toEqual([]);
    expect(inputs).toEqual({
      build: {
        context: undefined,
        file: undefined,
        target: undefined,
        platforms: [],
        repeated: [],
        names: {
          images: [],
          rules: [],
          flavor: {
            latest: "auto",
            prefix: { text: [], onLatest: false },
            suffix: { text: [], onLatest: false },
          },
        },
        tags: [],
        push: false,
        pushByEvent: false,
        load: false,
        buildArgs: [],
        labels: [],
        annotations: [],
        event: {
          describes: false,
          labels: [],
          annotations: [],
          annotationLevels: [],
        },
        reproducible: false,
        outputs: [],
        buildContexts: [],
        call: undefined,
        cache: { pull: false, noCache: false, noCacheFilters: [], from: [], to: [] },
        attestations: { provenance: undefined, sbom: undefined, compat: "auto", attests: [] },
        secrets: {
          secrets: [],
          files: [],
          variables: [],
          leftOut: [],
          ssh: [],
          githubToken: undefined,
        },
        run: {
          addHosts: [],
          allow: [],
          network: "default",
          shmSize: undefined,
          ulimits: [],
          cgroupParent: undefined,
        },
        leg: "false",
      },
      bake: undefined,
      bakeTarget: "docker-metadata-action",
      buildx: {
        version: { kind: "any" },
        downloadUrl: "https://github.com/docker/buildx/releases",
        checksum: undefined,
      },
      builder: {
        existing: undefined,
        name: undefined,
        driver: "docker-container",
        nodes: [
          {
            name: undefined,
            endpoint: undefined,
            platforms: [],
            driverOpts: [],
            buildkitdFlags: undefined,
          },
        ],
        buildkitdConfigs: [],
        use: false,
        bootstrap: true,
        keepState: false,
        cleanup: true,
      },
      emulation: {
        images: [{ registry: "docker.io", path: "tonistiigi/binfmt", version: ":qemu-v10.2.3-68" }],
        qemu: { kind: "auto" },
        reset: false,
      },
      network: { registries: [], mirrors: [], dns: [], proxy: true },
      patience: {
        retryTimeout: 300_000,
        bounds: {
          ...{ probe: 600_000, buildx: 600_000, login: 600_000, emulators: 600_000 },
          ...{ builder: 600_000, build: undefined, verification: 600_000 },
          ...{ pull: 300_000, push: 900_000 },
        },
      },
      proof: { verify: "true", strict: false },
      signing: { sign: "false", key: undefined, services: undefined, attest: false },
      login: { logins: [], leftOut: [], logout: true },
    });
  });

  test("reads lists with commas, lines and quotes", async () => {
    const { inputs, problems } = await read({
      platforms: "linux/amd64, linux/arm64\nlinux/arm/v7",
      "build-args": 'A=1,2\n"B=two\nlines"\nC=he said "no"',
      "driver-opts": 'network=host\nenv.NO_PROXY=a,b,image=x\n"env.X=1,Y=2"',
    });
    expect(problems).toEqual([]);
    expect(inputs.build.platforms).toHaveLength(3);
    expect(inputs.build.buildArgs).toEqual(["A=1,2", "B=two\nlines", 'C=he said "no"']);
    expect(inputs.builder.nodes[0]?.driverOpts).toEqual([
      "network=host",
      "env.NO_PROXY=a,b",
      "image=x",
      "env.X=1,Y=2",
    ]);
  });

  test.each([
    ["auto", { kind: "auto" }],
    ["off", { kind: "off" }],
    ["all", { kind: "all" }],
    ["arm64,linux/arm/v7,arm", { kind: "list", architectures: ["arm64", "arm"] }],
  ])("reads qemu: %s", async (text, qemu) => {
    expect(await read({ qemu: text })).toMatchObject({
      inputs: { emulation: { qemu } },
      problems: [],
    });
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a misspelt platform",
      { platforms: "linux/arm46" },
      "`platforms`: `linux/arm46` is not a platform; did you mean `linux/arm64`?",
    ],
    [
      "a boolean that is none",
      { load: "yes" },
      "`load`: `yes` is not a boolean; write `true` or `false`",
    ],
    ["a push without tags", { push: "true" }, "`tags`: `push: true` needs a name to push to"],
    ["a leg without tags", { leg: "true" }, "`tags`: `leg: true` needs a name, whose repository"],
    ["a leg to load", { leg: "true", tags: "a", load: "true" }, "`load`: a leg is pushed"],
    ["a tagged leg of any platform", { leg: "tagged", tags: "a" }, "`platforms`: `leg: tagged`"],
    ["a leg that is none", { leg: "taged", tags: "a" }, "did you mean `tagged`?"],
    ["an unknown driver", { driver: "docker-contaner" }, "did you mean `docker-container`?"],
    [
      "a driver option without =",
      { "driver-opts": "network" },
      "`driver-opts`: `network` has no value; write `key=value`",
    ],
    [
      "a version that is none",
      { "buildx-version": "newest" },
      "`buildx-version`: `newest` is not a version; write `latest`, a version such as `v0.36.1`",
    ],
    [
      "a mirror that is no URL",
      { "buildx-download-url": "mirror.internal/buildx" },
      "`buildx-download-url`: `mirror.internal/buildx` is not the base URL of a mirror",
    ],
    [
      "a mirror with a password",
      { "buildx-download-url": "https://me:secret@mirror.internal/buildx" },
      "`buildx-download-url`: has a user name or a password",
    ],
    [
      "a short checksum",
      { "buildx-checksum": "sha256:48af8a39" },
      "`buildx-checksum`: `sha256:48af8a39` is not a SHA-256; write 64 hexadecimal digits",
    ],
    ["an open quote", { tags: '"a:1' }, "`tags`: is not a list: Quote Not Closed"],
    ["standard input as context", { context: "-" }, "`context`: `-` is standard input"],
    ["standard input as Dockerfile", { file: "-" }, "`file`: `-` is standard input"],
    ["an unknown emulator", { qemu: "arm46" }, "`qemu`: `arm46` is not an emulator"],
    [
      "emulators to be taken out where none is to be installed",
      { qemu: "off", reset: "true" },
      "`reset`: has no effect with `qemu: off`",
    ],
    [
      "an image's name that is none",
      { "binfmt-image": "mirror/binfmt:1, Mirror/Binfmt" },
      "`binfmt-image`: `Mirror/Binfmt` has upper-case letters",
    ],
    [
      "a name with a blank",
      { name: "my builder" },
      "`name`: `my builder` is not a name for a builder",
    ],
    [
      "a typo in an input's name",
      { platfroms: "linux/amd64" },
      "`platfroms`: is not an input of this action; did you mean `platforms`?",
    ],
    [
      "push and load for several platforms",
      { push: "true", load: "true", tags: "a:1", platforms: "linux/amd64,linux/arm64" },
      "`load`: `push` and `load` together support only one platform",
    ],
  ])("complains of %s", async (_, given, problem) => {
    const { problems } = await read(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test.each([
    ["latest", { kind: "latest" }],
    ["v0.36.1", { kind: "exact", version: "0.36.1" }],
    ["0.36.1", { kind: "exact", version: "0.36.1" }],
    ["v0.35.0-rc1", { kind: "exact", version: "0.35.0-rc1" }],
    [">=0.33 <0.36", { kind: "range", range: ">=0.33 <0.36" }],
    ["0.36", { kind: "range", range: "0.36" }],
  ])("reads buildx-version: %s", async (text, version) => {
    expect(await read({ "buildx-version": text })).toMatchObject({
      inputs: { buildx: { version } },
      problems: [],
    });
  });

  test("reads a mirror and a checksum in the forms that people write them in", async () => {
    const sum = "48af8a397ebd60178778bf63611dbcebe5f5e7a9be90eb9147b24b9587455778";
    for (const checksum of [sum, `sha256:${sum}`, sum.toUpperCase()]) {
      const given = { "buildx-checksum": checksum, "buildx-download-url": "http://mirror/b//" };
      expect((await read(given)).inputs.buildx).toMatchObject({
        downloadUrl: "http://mirror/b",
        checksum: sum,
      });
    }
  });

  test("tells all mistakes at once", async () => {
    const { problems } = await read({
      platforms: "linux/x,linux/y",
      push: "1",
      tags: "A/b",
      nope: "x",
    });
    expect(problems).toHaveLength(5);
  });
});
