// Bakes: each target is proven and told of as a single build is.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const three = ["linux/amd64", "linux/arm64", "linux/arm/v7"];

/** Two targets of one Dockerfile for three platforms. */
const twoTargets = (repository: string) => ({
  Dockerfile: `${dockerfile.replace(/^FROM \S+$/m, "$& AS base")}\nFROM base AS api\nRUN echo api > /who\nFROM base AS web\nRUN echo web > /who\n`,
  "docker-bake.hcl": `
variable "REPO" { default = "${host}/${repository}" }
variable "TAG" { default = "1" }
group "default" { targets = ["api", "web"] }
target "_all" { platforms = ${JSON.stringify(three)} }
target "api" {
  inherits = ["_all"]
  target = "api"
  tags = ["\${REPO}/api:\${TAG}", "\${REPO}/api:latest"]
}
target "web" {
  inherits = ["_all"]
  target = "web"
  tags = ["\${REPO}/web:\${TAG}"]
}
`,
});

test.each(["true", "before-tag"])(
  "two targets for three platforms are pushed, proven and told of, with verify: %s",
  async (verify) => {
    const repository = newRepository();
    await using place = await job({ files: twoTargets(repository) });
    const inputs = { bake: "true", push: "true", "bake-vars": "TAG=2", verify };
    const main = await place.main({ ...privateRegistry, ...inputs });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    const targets = JSON.parse(main.outputs["targets"] ?? "{}");
    expect(Object.keys(targets)).toEqual(["api", "web"]);
    for (const [name, tags] of [
      ["api", ["2", "latest"]],
      ["web", ["2"]],
    ] as const) {
      const own = `${repository}/${name}`;
      const { digest, body } = await manifest(host, own, "2");
      const platforms = (body.manifests ?? []).filter(({ platform }) => platform?.os === "linux");
      expect(platforms).toHaveLength(3);
      expect(targets[name]).toMatchObject({
        digest,
        "image-refs": [`${host}/${own}@${digest}`],
        tags: tags.map((tag) => `${host}/${own}:${tag}`),
      });
      expect(Object.keys(targets[name].digests)).toEqual(three);
      expect(Object.values(targets[name].digests)).toEqual(platforms.map((one) => one.digest));
    }
    expect(main.outputs["digest"]).toBe("");
    expect(main.outputs["image-refs"]?.split("\n")).toHaveLength(2);
  },
);
