import { describe, expect, test } from "vitest";
import { parseImageName } from "../../src/domain/image-name.ts";
import type { RegistryInputs } from "../../src/inputs/registry-inputs.ts";
import { createWithImage, planBuildkitImage } from "../../src/plan/tool-image-buildkit.ts";
import { candidatesFor } from "../../src/plan/tool-image-candidates.ts";

const digest = `sha256:${"a".repeat(64)}`;
type Network = Pick<RegistryInputs, "mirrors" | "registries">;
const none: Network = { mirrors: [], registries: [] };
const two: Network = { mirrors: ["one:5000", "two.internal/hub"], registries: [] };

function candidates(text: string, network: Network) {
  const name = parseImageName(text);
  if (!name.ok) throw new Error(name.problem);
  return candidatesFor(name.value, network);
}

describe("the references of an image", () => {
  test.each<[string, Network, readonly string[]]>([
    ["tonistiigi/binfmt", none, ["docker.io/tonistiigi/binfmt:latest"]],
    [
      "docker.io/moby/buildkit:v1",
      two,
      [
        "one:5000/moby/buildkit:v1",
        "two.internal/hub/moby/buildkit:v1",
        "docker.io/moby/buildkit:v1",
      ],
    ],
    [
      "alpine:3",
      two,
      [
        "one:5000/library/alpine:3",
        "two.internal/hub/library/alpine:3",
        "docker.io/library/alpine:3",
      ],
    ],
    ["ghcr.io/owner/binfmt:1", two, ["ghcr.io/owner/binfmt:1"]],
    [`ghcr.io/owner/binfmt@${digest}`, two, [`ghcr.io/owner/binfmt@${digest}`]],
    [`ghcr.io/owner/binfmt:1@${digest}`, none, [`ghcr.io/owner/binfmt:1@${digest}`]],
  ])("%s, with %j", (text, network, references) => {
    expect(candidates(text, network).map(({ reference }) => reference)).toEqual(references);
  });

  test.each<[string, Network, string]>([
    ["moby/buildkit:v1", none, "https://registry-1.docker.io/v2/moby/buildkit/manifests/v1"],
    ["127.0.0.1:5000/a/b:1", none, "http://127.0.0.1:5000/v2/a/b/manifests/1"],
    ["plain:5000/a/b:1", none, "https://plain:5000/v2/a/b/manifests/1"],
    [
      `plain:5000/a/b:1@${digest}`,
      { mirrors: [], registries: [{ host: "plain:5000", http: true }] },
      `http://plain:5000/v2/a/b/manifests/${digest}`,
    ],
    ["moby/buildkit:v1", two, "https://one:5000/v2/moby/buildkit/manifests/v1"],
  ])("the manifest of %s is found, with %j", (text, network, url) => {
    expect(candidates(text, network)[0]?.manifestUrl).toBe(url);
  });

  test.each(["A/b", "a@sha256:12", "a b", `a@${digest}@${digest}`, "a".repeat(64)])(
    "%s is not an image's name",
    (text) => {
      expect(parseImageName(text)).toMatchObject({ ok: false });
    },
  );
});

describe("BuildKit's image", () => {
  const engine = { os: "linux", architecture: "amd64" };
  const plan = (driverOpts: readonly string[]) =>
    planBuildkitImage(driverOpts, { network: two, engine, images: [] });

  test("is a release, from the mirrors in turn, unless an option names another", () => {
    expect(plan([]).candidates.map(({ reference }) => reference)).toEqual([
      expect.stringMatching(/^one:5000\/moby\/buildkit:v[\d.]+$/),
      expect.stringMatching(/^two\.internal\/hub\/moby\/buildkit:v[\d.]+$/),
      expect.stringMatching(/^docker\.io\/moby\/buildkit:v[\d.]+$/),
    ]);
    const [only, ...others] = plan(["network=host", "image=ghcr.io/me/buildkit:1"]).candidates;
    expect(only?.reference).toBe("ghcr.io/me/buildkit:1");
    expect(others).toEqual([]);
  });

  test("may be an ID that the engine knows", () => {
    expect(plan([`image=${digest}`]).candidates).toEqual([
      { reference: digest, manifestUrl: undefined },
    ]);
  });

  test("goes into the command by its bare ID", () => {
    const create = ["docker", "buildx", "create", "--name", "mine"];
    expect(createWithImage(create, digest)).toEqual([
      ...["docker", "buildx", "create", "--driver-opt", `image=${"a".repeat(64)}`],
      ...["--name", "mine"],
    ]);
  });
});
