// Programs for another platform's CPU, in images that are really built: which are told of.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { isServed } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const platforms = "linux/amd64,linux/arm64";

function inputsFor(repository: string) {
  return { ...privateRegistry, platforms, tags: `${host}/${repository}:1`, push: "true" };
}

// The base image of each CPU has a program for it, which stands for what a compiler makes.
const foreign = "FROM --platform=linux/amd64 alpine:3.19 AS foreign\n";
const compiled = `FROM --platform=linux/amd64 alpine:3.19 AS amd64
FROM --platform=linux/arm64 alpine:3.19 AS arm64
`;
const copied = "COPY --from=foreign /usr/bin/uname /app\n";

test.each([
  ["on scratch, with CMD", `${foreign}FROM scratch\n${copied}CMD ["/app"]\n`, "/app"],
  ["on a sound base", `${foreign}FROM alpine:3.19\n${copied}CMD ["/app", "-m"]\n`, "/app"],
  ["in a shell's command", `${foreign}FROM alpine:3.19\n${copied}CMD exec /app -m\n`, "/app"],
  [
    "below a script, found by PATH",
    `${foreign}FROM alpine:3.19
COPY --chmod=755 <<EOF /usr/local/bin/start
#!/bin/sh
exec "$@"
EOF
COPY --from=foreign /usr/bin/uname /usr/local/bin/app
RUN true
ENTRYPOINT ["start"]
CMD ["app"]
`,
    "app",
  ],
])("a program for one CPU is reported %s", async (_, Dockerfile, word) => {
  await using place = await job({ files: { Dockerfile } });
  const main = await place.main(inputsFor(newRepository()));
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log.match(/::warning::.*/g)).toEqual([
    expect.stringMatching(
      new RegExp(`^::warning::linux/arm64 starts \`${word}\`, which is a program for amd64`),
    ),
  ]);
});

test("it is reported if a default hides TARGETARCH; with strict, no tag changes then", async () => {
  const Dockerfile = `${compiled}FROM alpine:3.19 AS pick
COPY --from=amd64 /usr/bin/uname /amd64
COPY --from=arm64 /usr/bin/uname /arm64
ARG TARGETARCH=amd64
RUN cp /$TARGETARCH /app
FROM alpine:3.19
COPY --from=pick /app /app
ENTRYPOINT ["/app"]
`;
  await using place = await job({ files: { Dockerfile } });
  const repository = newRepository();
  const inputs = { ...inputsFor(repository), verify: "before-tag", strict: "true" };
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::.*no tag was moved.*linux\/arm64 starts `\/app`, which is a program for amd64/,
  );
  expect(await isServed(host, repository, "1")).toBe(false);
});

test.each([
  [
    "a program for each CPU on scratch",
    `${compiled}FROM $TARGETARCH AS mine
FROM scratch
COPY --from=mine /usr/bin/uname /app
ENTRYPOINT ["/app"]
`,
  ],
  [
    "WebAssembly that all platforms share",
    `FROM scratch
COPY <<EOF /app.wasm
\0asm
EOF
ENTRYPOINT ["/app.wasm"]
`,
  ],
  [
    "a script on a base for each CPU",
    `FROM alpine:3.19
COPY --chmod=755 <<EOF /start
#!/bin/sh
exec uname -m
EOF
ENTRYPOINT ["/start"]
CMD ["--flag"]
`,
  ],
])("no warning for %s, however strict", async (_, Dockerfile) => {
  await using place = await job({ files: { Dockerfile } });
  const main = await place.main({ ...inputsFor(newRepository()), strict: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).not.toContain("::warning::");
});

test.each([
  ["a layout in a file", "type=oci,dest=image.tar"],
  ["a layout in a folder", "type=oci,dest=image,tar=false"],
  ["a registry, with zstd", "type=image,push=true,compression=zstd,force-compression=true"],
])("the layers are read in %s", async (_, output) => {
  const Dockerfile = `${foreign}FROM scratch\n${copied}CMD ["/app"]\n`;
  await using place = await job({ files: { Dockerfile } });
  const { push: _push, tags, ...inputs } = inputsFor(newRepository());
  const outputs = output.includes("type=image") ? `${output},name=${tags}` : output;
  const main = await place.main({ ...inputs, outputs, strict: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*linux\/arm64 starts `\/app`, which is a program for amd64/);
});
