import { expect, test } from "vitest";
import { annotationsOf, labelsOf } from "../../src/plan/names-labels.ts";
import { buildFor, committed, eventFor, now } from "./events.ts";

const moment = { event: eventFor("push refs/heads/a=b"), now, committed };
const image = { images: "user/app" };

const generated = [
  "org.opencontainers.image.created=2020-01-10T00:30:00.000Z",
  "org.opencontainers.image.description=This your first repo!",
  "org.opencontainers.image.licenses=MIT",
  "org.opencontainers.image.revision=860c1904a1ce19322e91ac35af1ab07466440c37",
  "org.opencontainers.image.source=https://github.com/octocat/Hello-World",
  "org.opencontainers.image.title=Hello-World",
  "org.opencontainers.image.url=https://github.com/octocat/Hello-World",
  "org.opencontainers.image.version=1.2.3",
];

test("labels tell of the repository and the commit", async () => {
  const { event } = await buildFor(image);
  expect(labelsOf(event.labels, moment, "1.2.3")).toEqual(generated);
});

test("labels given win, and may have expressions", async () => {
  const { event } = await buildFor({
    ...image,
    labels: `maintainer=me
org.opencontainers.image.description=this is a "good" example, isn't it
org.opencontainers.image.title=a=b
branch={{branch}} on {{commit_date 'YYYY-MM-DDTHH:mm:ss.SSS[Z]'}}`,
  });
  expect(labelsOf(event.labels, moment, undefined)).toEqual([
    "branch=a=b on 2020-01-10T00:30:00.000Z",
    "maintainer=me",
    "org.opencontainers.image.created=2020-01-10T00:30:00.000Z",
    'org.opencontainers.image.description=this is a "good" example, isn\'t it',
    ...generated.slice(2, 5),
    "org.opencontainers.image.title=a=b",
    "org.opencontainers.image.url=https://github.com/octocat/Hello-World",
    "org.opencontainers.image.version=",
  ]);
});

test("annotations are added at the levels asked for, and at none otherwise", async () => {
  const annotations = `a=1
org.opencontainers.image.title=mine
index:org.opencontainers.image.version=9
index,manifest-descriptor[linux/amd64]:org.opencontainers.image.url=x`;
  const { event } = await buildFor({ ...image, annotations });
  const about = { moment, version: "1.2.3" };
  expect(annotationsOf(event.annotations, [], about)).toEqual(annotations.split("\n"));
  const made = annotationsOf(event.annotations, ["manifest", "index"], about);
  expect(made.filter((text) => text.startsWith("manifest:"))).toEqual(
    ["a=1", ...generated.with(5, "org.opencontainers.image.title=mine")].map(
      (text) => `manifest:${text}`,
    ),
  );
  expect(made.filter((text) => /^index.*(?:version|url)/.test(text))).toEqual([
    ...annotations.split("\n").slice(2),
  ]);
  expect(made).toContain("index:org.opencontainers.image.title=mine");
});
