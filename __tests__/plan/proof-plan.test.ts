import { expect, test } from "vitest";
import { plan } from "./planned.ts";

const ghcr = { repository: "ghcr.io/a/b", tag: "1" };

test("each name is read back once", async () => {
  const { proof } = await plan({
    push: "true",
    tags: "ghcr.io/a/b:1,ghcr.io/a/b:2,quay.io/a/b:1,ghcr.io/a/b:1",
    outputs: "type=oci,dest=a.tar",
  });
  expect(proof.builds[0]?.names).toEqual([
    ghcr,
    { repository: "ghcr.io/a/b", tag: "2" },
    { repository: "quay.io/a/b", tag: "1" },
  ]);
  expect(proof.builds[0]?.layouts).toEqual([{ path: "a.tar", isTar: true }]);
});

const named = 'type=image,"name=ghcr.io/c/d,quay.io/c/d:2",push=true';
const canonical = "push-by-digest=true,name-canonical=true,push=true";
const untagged = { repository: "ghcr.io/a/b", tag: undefined };
const namesOfItsOwn = [
  { repository: "ghcr.io/c/d", tag: "latest" },
  { repository: "quay.io/c/d", tag: "2" },
];

test.each([
  [{ push: "true", tags: "ghcr.io/a/b:1" }, [ghcr]],
  [{ outputs: "type=registry", tags: "ghcr.io/a/b:1" }, [ghcr]],
  [{ outputs: "type=registry,push=false", tags: "ghcr.io/a/b:1" }, []],
  [{ outputs: "type=image,push=true,push-by-digest=true", tags: "ghcr.io/a/b" }, [untagged]],
  [{ outputs: `type=image,name=ghcr.io/a/b,${canonical}` }, [untagged]],
  [{ outputs: `type=image,name=ghcr.io/a/b,${canonical}`, tags: "ghcr.io/a/b:1" }, [untagged]],
  [{ outputs: named }, namesOfItsOwn],
  [{ outputs: named, tags: "ghcr.io/a/b:1" }, namesOfItsOwn],
  [{ outputs: named, tags: "ghcr.io/a/b:1", push: "true" }, [ghcr, ...namesOfItsOwn]],
  [{ outputs: "type=image,compression=zstd", tags: "ghcr.io/a/b:1", push: "true" }, [ghcr]],
  [{ outputs: `type=image,${canonical}`, tags: "ghcr.io/a/b:1", push: "true" }, [ghcr, untagged]],
])("%j is read back as %j", async (inputs, names) => {
  expect((await plan(inputs)).proof.builds[0]?.names).toEqual(names);
});

test.each([
  [{}, "nothing"],
  [{ outputs: "type=cacheonly" }, "files"],
  [{ outputs: "out" }, "files"],
  [{ load: "true" }, "image"],
  [{ driver: "docker" }, "image"],
  [{ outputs: "type=oci,dest=a.tar" }, "image"],
])("%j is not read back from a registry, and exports %s", async (inputs, exports) => {
  expect((await plan(inputs)).proof).toMatchObject({ builds: [{ names: [], exports }] });
});

test("with before-tag the push has repositories for names, and no tag", async () => {
  const { build } = await plan({
    push: "true",
    tags: "ghcr.io/a/b:1,ghcr.io/a/b:2,quay.io/a/b:1",
    verify: "before-tag",
  });
  expect(build.command).not.toContain("--tag");
  expect(build.command.filter((_, index) => build.command[index - 1] === "--output")).toEqual([
    'type=image,"name=ghcr.io/a/b,quay.io/a/b",push-by-digest=true,name-canonical=true,push=true',
  ]);
});

test.each([
  [{ driver: "docker" }, "not for the docker driver"],
  [
    { driver: "remote", endpoint: "tcp://a:1", append: "- endpoint: tcp://b:1" },
    "not for a builder with several nodes",
  ],
])("before-tag is refused where %j can't push without a tag", async (inputs, words) => {
  const push = { push: "true", tags: "ghcr.io/a/b:1", ...inputs };
  await expect(plan({ ...push, verify: "before-tag" })).rejects.toThrow(words);
  await expect(plan(push)).resolves.toBeDefined();
});

test("before-tag is for the temporary tag of a leg, and a leg without one has nothing to wait for", async () => {
  const leg = { tags: "ghcr.io/a/b:1", platforms: "linux/arm64", verify: "before-tag" };
  const untagged = await plan({ ...leg, leg: "true" });
  expect(untagged.proof).toMatchObject({
    verify: "true",
    builds: [{ names: [{ tag: undefined }] }],
  });
  const tagged = await plan({ ...leg, leg: "tagged" });
  expect(tagged.proof).toMatchObject({
    verify: "before-tag",
    builds: [{ names: [{ tag: expect.any(String) }] }],
  });
});
