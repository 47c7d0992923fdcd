// Layers that platforms share, in images that are really built: who is told of, and who is not.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { isServed, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const platforms = "linux/amd64,linux/arm64";

function inputsFor(repository: string) {
  return { ...privateRegistry, platforms, tags: `${host}/${repository}:1`, push: "true" };
}

test.each([
  ["data on scratch", "FROM scratch\nCOPY Dockerfile /data\n"],
  ["a base, and a layer for each platform", "FROM alpine:3.19\nRUN uname -m > /cpu.txt\n"],
  [
    "a base, and a layer that is the same",
    'FROM alpine:3.19\nCOPY Dockerfile /data\nENTRYPOINT ["/bin/cat"]\n',
  ],
  [
    "a program for each platform, from a stage that only compiles, on scratch",
    `FROM --platform=$BUILDPLATFORM alpine:3.19 AS compile
ARG TARGETARCH
RUN echo "$TARGETARCH" > /app
FROM scratch
COPY Dockerfile /etc/certificates
COPY --from=compile /app /app
ENTRYPOINT ["/app"]
`,
  ],
])("no warning for %s, however strict", async (_, Dockerfile) => {
  await using place = await job({ files: { Dockerfile } });
  const main = await place.main({ ...inputsFor(newRepository()), strict: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).not.toContain("::warning::");
});

const foreign = "FROM --platform=$BUILDPLATFORM alpine:3.19\n";

test.each([
  ["a RUN each", `${foreign}ARG TARGETARCH\nRUN echo "$TARGETARCH" > /a\n`, "layers of their base"],
  ["a COPY", `${foreign}COPY Dockerfile /data\n`, "all their layers"],
])(
  "a last stage of the build's own platform is reported, with %s",
  async (_, Dockerfile, words) => {
    await using place = await job({ files: { Dockerfile } });
    const main = await place.main(inputsFor(newRepository()));
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(
      new RegExp(`::warning::linux/amd64, linux/arm64 share .*${words}.*\\$BUILDPLATFORM`),
    );
  },
);

test("strict fails for it, and with before-tag the image gets no tag", async () => {
  await using place = await job({ files: { Dockerfile: `${foreign}COPY Dockerfile /data\n` } });
  const repository = newRepository();
  const inputs = { ...inputsFor(repository), verify: "before-tag", strict: "true" };
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::.*no tag was moved.*linux\/amd64, linux\/arm64 share all their layers/,
  );
  expect(await isServed(host, repository, "1")).toBe(false);
});

test("with before-tag, a good image gets all its tags, and a bad one leaves them unchanged", async () => {
  const good = { Dockerfile: "FROM alpine:3.19\nRUN uname -m > /cpu.txt\n" };
  const [one, other] = [newRepository(), newRepository()];
  const inputs = {
    ...privateRegistry,
    platforms,
    tags: `${host}/${one}:1,${host}/${one}:2,${host}/${other}:1`,
    push: "true",
    verify: "before-tag",
    strict: "true",
  };
  await using place = await job({ files: good });
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const names = [
    [one, "1"],
    [one, "2"],
    [other, "1"],
  ] as const;
  const served = () =>
    Promise.all(names.map(async ([name, tag]) => (await manifest(host, name, tag)).digest));
  expect(await served()).toEqual(Array(3).fill(main.outputs["digest"]));
  expect(main.outputs["image-refs"]).toBe(
    [one, other].map((name) => `${host}/${name}@${main.outputs["digest"]}`).join("\n"),
  );

  await using next = await job({ files: { Dockerfile: `${foreign}COPY Dockerfile /data\n` } });
  const bad = await next.main(inputs);
  await next.post();
  expect(bad.exitCode).toBe(1);
  expect(await served()).toEqual(Array(3).fill(main.outputs["digest"]));
});
