import { expect, test } from "vitest";
import type { Layer } from "../../src/result/cpu-layer-files.ts";
import { type StartedPrograms, startedBy } from "../../src/result/cpu-started.ts";
import { directory, elf, file, layer, symlink } from "./programs.ts";

function named(word: string, ...paths: string[]) {
  return { word, paths: paths.length === 0 ? [word] : paths };
}

const app = { app: file(elf(62)) };
const shell = {
  bin: symlink("usr/bin"),
  usr: directory,
  "usr/bin": directory,
  "usr/bin/dash": file(elf(183)),
  "usr/bin/sh": symlink("dash"),
};
const script = file("#! /bin/sh -e\nexec /app\n");
const amd64 = { word: "/app", cpu: "amd64" };
const sh = { word: "/bin/sh", cpu: "arm64" };

test.each<[string, string, readonly Layer[], boolean, StartedPrograms]>([
  ["a program", "/app", [layer(app)], true, { programs: [amd64], isFound: "yes" }],
  ["no file", "/app", [layer({})], true, { programs: [], isFound: "yes" }],
  ["data", "/app", [layer({ app: file("x") })], true, { programs: [], isFound: "yes" }],
  ["a folder", "/app", [layer({ app: directory })], true, { programs: [], isFound: "yes" }],
  ["an older layer's", "/app", [layer({})], false, { programs: [], isFound: "older" }],
  [
    "a part that was not read",
    "/app",
    [layer({}, { isWhole: false })],
    false,
    { programs: [], isFound: "no" },
  ],
  [
    "a script and what reads it",
    "/run",
    [layer({ run: script }), layer(shell)],
    true,
    { programs: [sh], isFound: "yes" },
  ],
  [
    "a script while what reads it is not known",
    "/run",
    [layer({ run: script })],
    false,
    { programs: [], isFound: "older" },
  ],
  [
    "scripts that read each other",
    "/a",
    [layer({ a: file("#!/b"), b: file("#!/a") })],
    true,
    { programs: [], isFound: "yes" },
  ],
])("%s", (_, word, layers, areAll, started) => {
  expect(startedBy({ first: named(word), further: [] }, layers, areAll)).toEqual(started);
});

test("what is named further is told of where it was seen, and never waited for", () => {
  const command = { first: named("/run"), further: [named("/app"), named("/none"), named("/app")] };
  expect(startedBy(command, [layer({ ...app, run: script })], false)).toEqual({
    programs: [amd64],
    isFound: "older",
  });
});

test("of PATH's folders the first that has the file counts, in the newest layer", () => {
  const places = named("app", "/opt/app", "/usr/bin/app", "/usr/app");
  const folders = { opt: directory, usr: directory, "usr/bin": directory };
  const [mine, other] = [file(elf(62)), file(elf(183))];
  const cpuIn = (...layers: Layer[]) =>
    startedBy({ first: places, further: [] }, layers, false).programs.map(({ cpu }) => cpu);
  expect(cpuIn(layer({ ...folders, "usr/bin/app": mine, "usr/app": other }))).toEqual(["amd64"]);
  expect(cpuIn(layer({ ...folders, "usr/app": mine }))).toEqual(["amd64"]);
  expect(
    cpuIn(layer({ ...folders, "usr/bin/app": mine }), layer({ ...folders, "opt/app": other })),
  ).toEqual(["arm64"]);
  expect(cpuIn(layer(folders))).toEqual([]);
});
