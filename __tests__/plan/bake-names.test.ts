// The event's names as docker/metadata-action writes them for bake.
import { expect, test } from "vitest";
import { bakeNamesText } from "../../src/plan/bake-names.ts";

const names = {
  tags: ["ghcr.io/o/app:1.2", "ghcr.io/o/app:latest"],
  labels: ["org.opencontainers.image.title=App=1", "empty", `price=\${5}`],
  annotations: ["index:a=%{b}"],
  version: "1.2",
  images: ["ghcr.io/o/app", "quay.io/o/app"],
};
const args = { DOCKER_META_IMAGES: "ghcr.io/o/app,quay.io/o/app", DOCKER_META_VERSION: "1.2" };
const labels = { "org.opencontainers.image.title": "App=1", empty: "", price: "$${5}" };

test.each([
  [["tags", "labels"], { tags: names.tags, labels, args }],
  [["tags"], { tags: names.tags, args }],
  [["labels"], { labels }],
  [["annotations"], { annotations: ["index:a=%%{b}"] }],
] as const)("%j of one target", (parts, target) => {
  expect(JSON.parse(bakeNamesText("meta", names, parts))).toEqual({ target: { meta: target } });
});
