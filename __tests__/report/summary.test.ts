import { describe, expect, test } from "vitest";
import { type Digest, parseDigest } from "../../src/domain/digest.ts";
import { formatPlatform, type Platform, parsePlatform } from "../../src/domain/platform.ts";
import { parseReference } from "../../src/domain/reference.ts";
import { type Built, summaryOf } from "../../src/report/summary.ts";
import type { Step } from "../../src/result/build-progress.ts";
import type { Result } from "../../src/result/result.ts";
import { progressFixture } from "../fixtures/read-fixture.ts";

const mebibyte = 1024 * 1024;
const mediaType = "application/vnd.oci.image.index.v1+json";
const three = ["linux/amd64", "linux/arm64", "linux/arm/v7"];
const engine = { version: "28.5.2", os: "linux", architecture: "amd64" };
const none = { steps: [], exports: [] };

function digestOf(letter: string): Digest {
  const read = parseDigest(`sha256:${letter.repeat(64)}`);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

function platformsOf(texts: readonly string[]): readonly Platform[] {
  return texts.flatMap((text) => {
    const read = parsePlatform(text);
    return read.ok ? [read.value] : [];
  });
}

function resultOf(texts: readonly string[], tags = ["ghcr.io/owner/app:1.0"]): Result {
  const manifests = platformsOf(texts).map((platform, index) => ({
    platform,
    digest: digestOf((index % 10).toString()),
    mediaType,
    size: 480,
    attestations: [],
    layersSize: 3_456_789,
  }));
  return {
    targets: [],
    builder: "crossbuild-1a2b",
    images: [
      {
        tags: tags.flatMap((tag) => {
          const read = parseReference(tag);
          return read.ok ? [read.value] : [];
        }),
        digest: digestOf("f"),
        image: { digest: digestOf("f"), mediaType, size: 2382, manifests },
        repositories: ["ghcr.io/owner/app"],
      },
    ],
    warnings: [],
    metadata: "{}",
    imageId: "",
  };
}

function builtOf(texts: readonly string[], more: Partial<Built> = {}): Built {
  return {
    places: { engine, elsewhere: [], nodes: [] },
    asked: [{ platforms: platformsOf(texts) }],
    progress: progressFixture("progress-three-platforms.txt"),
    phases: [
      { name: "probe", start: 0, end: 210 },
      { name: "buildx", start: 210, end: 215 },
      { name: "builder", start: 220, end: 1200 },
      { name: "emulators", start: 220, end: 700 },
      { name: "build", start: 1200, end: 9000 },
      { name: "verification", start: 9000, end: 9300 },
    ],
    ...more,
  };
}

test("the whole summary of a build for three platforms", async () => {
  const slow = (step: Step) =>
    step.platform === "linux/arm64" && step.name.startsWith("RUN for")
      ? { seconds: 75.2, end: 80_900 }
      : {};
  const { steps, exports } = progressFixture("progress-three-platforms.txt");
  const progress = { exports, steps: steps.map((step) => ({ ...step, ...slow(step) })) };
  const text = summaryOf(resultOf(three), builtOf(three, { progress }));
  await expect(text).toMatchFileSnapshot("__snapshots__/summary.md");
});

describe("what is not known is left out", () => {
  test("without progress there are no times, and the timeline has the build as one", () => {
    const text = summaryOf(resultOf(three), builtOf(three, { progress: none }));
    expect(text).toContain("| Platform | Size | Built | Digest |");
    expect(text).not.toContain("slowest steps");
    expect(text).not.toContain("Emulation");
    expect(text).toContain("section Build\nbuild (7.8\u00a0s) :1200, 9000");
  });

  test("without phases there is no timeline", () => {
    const text = summaryOf(resultOf(three), builtOf(three, { progress: none, phases: [] }));
    expect(text).not.toContain("mermaid");
  });

  test("without a push the platforms asked for have their times", () => {
    const made = { digest: digestOf("f"), image: undefined, repositories: [], tags: [] };
    const text = summaryOf({ ...resultOf([]), images: [made] }, builtOf(three));
    expect(text).toContain(`Built: \`${digestOf("f")}\`. Nothing was pushed.`);
    expect(text).toMatch(/\| linux\/arm64 \| emulated \| 3\.6\u00a0s \| 0\u00a0of\u00a04 \|/);
    expect(text).not.toContain("Digest |");
  });

  test("without sizes there is no column for them", () => {
    const { images, ...rest } = resultOf(three);
    const unsized = images.map(({ image, ...made }) => ({
      ...made,
      image: image && {
        ...image,
        manifests: image.manifests.map((manifest) => ({ ...manifest, layersSize: undefined })),
      },
    }));
    const text = summaryOf({ ...rest, images: unsized }, builtOf(three));
    expect(text).not.toContain("Size");
  });
});

test("a platform that another node built names it", () => {
  const nodes = [
    { name: "here", platforms: ["linux/amd64"] },
    { name: "arm|1", platforms: ["linux/arm64"] },
  ];
  const elsewhere = ["linux/arm64", "linux/arm/v7"];
  const text = summaryOf(resultOf(three), builtOf(three, { places: { engine, nodes, elsewhere } }));
  expect(text).toMatch(/\| linux\/amd64 \|.*\| native \|/);
  expect(text).toMatch(/\| linux\/arm64 \|.*\| on node `arm\\\|1` \|/);
  expect(text).toMatch(/\| linux\/arm\/v7 \|.*\| on another machine \|/);
});

describe("texts from outside", () => {
  const stepOf = (name: string): Step => ({
    ...{ name, platform: "linux/arm64", runsOn: "linux/arm64", target: undefined, cached: false },
    ...{ start: 0, end: 5000, seconds: 5 },
  });
  const textOf = (name: string) =>
    summaryOf(
      resultOf(["linux/arm64"]),
      builtOf(["linux/arm64"], { progress: { steps: [stepOf(name)], exports: [] } }),
    );

  test("a table's cell stays one, and is code to its end", () => {
    const rows = textOf("RUN a | b `c` ``d`` <img>").split("\n");
    expect(rows).toContain("| linux/arm64 | ``` RUN a \\| b `c` ``d`` <img> ``` | 5.0\u00a0s |");
  });

  test("in the timeline nothing ends a name early, begins a line or closes the block", () => {
    const text = textOf("RUN a: b; # c %% d\n```\nsection x");
    const line = text.split("\n").find((row) => row.startsWith("RUN a#58;"));
    expect(line).toMatch(
      /^RUN a#58; b#59; #35; c #37;#37; d #96;#96;#96; section x \(5\.0\u00a0s\) :0, 5000$/,
    );
  });

  test.each(["title", "Gantt", "click"])("a step that begins with %s is no Mermaid", (word) => {
    const line = new RegExp(`^#${word.charCodeAt(0)};${word.slice(1)} me \\(`, "m");
    expect(textOf(`${word} me`)).toMatch(line);
    expect(textOf(`${word}s me`)).toMatch(new RegExp(`^${word}s me \\(`, "m"));
  });

  test("a long name is cut between words, and a base image's digest is left out", () => {
    const secret = "s".repeat(60);
    const text = textOf(`RUN ${"word ".repeat(10)}${secret}`);
    expect(text).toContain("word word …`");
    expect(text).not.toContain("sss");
    const base = textOf(`FROM docker.io/library/alpine:3.19@${digestOf("a")}`);
    expect(base).toContain("`FROM docker.io/library/alpine:3.19`");
  });
});

test("ten platforms of 200 steps with long names, and a thousand tags, stay below 1 MiB", () => {
  const ten = [...three, "linux/386", "linux/arm/v6", "linux/ppc64le", "linux/s390x"].concat([
    ...["linux/riscv64", "linux/mips64le", "linux/loong64"],
  ]);
  const steps = ten.flatMap((platform) =>
    Array.from({ length: 200 }, (_, index): Step => {
      const name = `RUN ${"wörd|`😀` ".repeat(1000)}${index}`;
      const times = { start: index * 1000, end: index * 1000 + 900, seconds: index + 1 };
      return { name, platform, runsOn: platform, target: undefined, cached: false, ...times };
    }),
  );
  const tags = Array.from({ length: 1000 }, (_, index) => `ghcr.io/owner/app:${index}`);
  const text = summaryOf(resultOf(ten, tags), builtOf(ten, { progress: { steps, exports: [] } }));
  expect(Buffer.byteLength(text)).toBeLessThan(mebibyte / 16);
  expect(text).toContain("951 more names are not shown.");
  for (const platform of platformsOf(ten)) {
    expect(text).toContain(`| ${formatPlatform(platform)} |`);
  }
});

test("of several images each has its names, and the table says whose it is", () => {
  const [first] = resultOf(three).images;
  const other = { ...first, digest: digestOf("e"), repositories: ["ghcr.io/owner/app"] };
  const tags = [{ repository: "ghcr.io/owner/app", tag: "zstd" }];
  const images = [...resultOf(three).images, { ...other, tags, image: undefined }];
  const text = summaryOf({ ...resultOf(three), images }, builtOf(three));
  expect(text).toContain(
    [
      "ghcr.io/owner/app:1.0",
      `ghcr.io/owner/app@${digestOf("f")}`,
      "ghcr.io/owner/app:zstd",
      `ghcr.io/owner/app@${digestOf("e")}`,
    ].join("\n"),
  );
  expect(text).toContain("The table shows the first of 2 different images.");
});

test("each target of a bake has its names, table and timeline", () => {
  const [image] = resultOf(three).images;
  if (image === undefined) throw new Error("there is one");
  const stepOf = (target: string): Step => ({
    ...{ name: `RUN make ${target}`, target, platform: "linux/arm64", runsOn: "linux/arm64" },
    ...{ cached: false, start: 0, end: 5000, seconds: 5 },
  });
  const result = {
    ...resultOf(three),
    targets: ["api", "web", "unexported"],
    images: ["api", "web"].map((target) => ({
      ...image,
      target,
      repositories: [`host/${target}`],
    })),
  };
  const steps = ["api", "web", "unexported"].map(stepOf);
  const text = summaryOf(result, {
    ...builtOf(three, { progress: { steps, exports: [] } }),
    asked: [{ target: "unexported", platforms: platformsOf(["linux/arm64"]) }],
  });
  const [head, api, web, unexported, ...more] = text.split(/^### /m);
  expect(head).toBe("## Container images\n\n");
  expect(more).toEqual([]);
  for (const [part, own, other] of [
    [api, "api", "web"],
    [web, "web", "api"],
  ] as const) {
    expect(part).toMatch(new RegExp(`^\`${own}\`\n`));
    expect(part).toContain(`host/${own}@sha256:`);
    expect(part).toContain("| linux/amd64 |");
    expect(part).toContain("#### Timeline");
    expect(part).toContain(`RUN make ${own}`);
    expect(part).not.toContain(other);
  }
  expect(unexported).toContain("Built, but not exported.");
  expect(unexported).toContain("| linux/arm64 |");
});
