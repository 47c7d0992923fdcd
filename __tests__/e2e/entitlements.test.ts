// What a build may do beyond what BuildKit allows to all.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { privateRegistry } from "./inputs-for.ts";

const dockerfile = `FROM alpine:3.19
RUN --security=insecure echo "reached"
`;

test.each([
  ["is refused", {}, []],
  [
    "is permitted where `allow` asks for it",
    { allow: "security.insecure" },
    ["--allow-insecure-entitlement=security.insecure"],
  ],
])("a step that wants all privileges %s", async (_, inputs, flags) => {
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main({ ...privateRegistry, ...inputs });
  const [, builder] = /--builder (\S+)/.exec(main.log) ?? [];
  const container = `buildx_buildkit_${builder}0`;
  const { Args: words } = JSON.parse(await docker("inspect", "--format", "{{json .}}", container));
  await place.post();
  expect(words.filter((word: string) => word.includes("security"))).toEqual(flags);
  if (flags.length === 0) {
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(
      /::error::.*security\.insecure is not allowed.*What to try: .*`allow`/,
    );
  } else {
    // Whether such a step runs is a matter of the machine, too.
    expect(main.log).not.toContain("is not allowed");
    expect(main.log).toMatch(/RUN --security=insecure/);
  }
});
