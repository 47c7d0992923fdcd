import { expect, test } from "vitest";
import { findFile, type Layer, type LayerFile } from "../../src/result/cpu-layer-files.ts";
import { directory, file, layer, symlink } from "./programs.ts";

const app = file("app");
const usr = { usr: directory, "usr/bin": directory };

test.each<[string, string, readonly Layer[], LayerFile | string]>([
  ["a file", "/app", [layer({ app })], app],
  ["a file in folders", "/usr/bin/app", [layer({ ...usr, "usr/bin/app": app })], app],
  ["a folder", "/usr", [layer(usr)], directory],
  ["the root", "/", [], directory],
  ["nothing", "/app", [layer({})], "missing"],
  ["a file in a file", "/app/app", [layer({ app })], "missing"],
  ["dots and slashes", "//usr/./bin//../../app", [layer({ ...usr, app })], app],
  ["more dots than folders", "/../../app", [layer({ app })], app],
  ["an older layer's", "/app", [layer({}), layer({ app })], app],
  ["the newest of two", "/app", [layer({ app }), layer({ app: file("old") })], app],
  ["one removed", "/app", [layer({}, { removed: ["app"] }), layer({ app })], "missing"],
  ["one made anew", "/app", [layer({ app }, { removed: ["app"] }), layer({})], app],
  [
    "one whose folder was removed",
    "/usr/bin/app",
    [layer({ ...usr }, { removed: ["usr/bin"] }), layer({ ...usr, "usr/bin/app": app })],
    "missing",
  ],
  [
    "one whose folder was emptied",
    "/usr/bin/app",
    [layer(usr, { emptied: ["usr"] }), layer({ ...usr, "usr/bin/app": app })],
    "missing",
  ],
  ["one below an emptied root", "/app", [layer({}, { emptied: [""] }), layer({ app })], "missing"],
  [
    "one whose folder was a file in between",
    "/usr/bin/app",
    [layer(usr), layer({ usr: app }), layer({ ...usr, "usr/bin/app": app })],
    "missing",
  ],
  ["a link", "/app", [layer({ app: symlink("usr/bin/a"), ...usr, "usr/bin/a": app })], app],
  ["a link up", "/usr/bin/a", [layer({ ...usr, "usr/bin/a": symlink("../../app"), app })], app],
  [
    "a link from the root",
    "/usr/bin/a",
    [layer({ ...usr, "usr/bin/a": symlink("/app"), app })],
    app,
  ],
  [
    "a folder that is an older layer's link",
    "/bin/app",
    [layer({ ...usr, "usr/bin/app": app }), layer({ bin: symlink("usr/bin"), ...usr })],
    app,
  ],
  [
    "a hard link",
    "/usr/bin/a",
    [layer({ ...usr, "usr/bin/a": { kind: "link", to: "usr/bin/b" }, "usr/bin/b": app })],
    app,
  ],
  ["a link to itself", "/app", [layer({ app: symlink("app") })], "missing"],
  ["a link to nowhere", "/app", [layer({ app: symlink("/gone") })], "missing"],
  ["a part that was not read", "/app", [layer({}, { isWhole: false }), layer({ app })], "unknown"],
  ["a part that was read", "/app", [layer({ app }, { isWhole: false })], app],
])("%s", (_, path, layers, found) => {
  expect(findFile(path, layers, true)).toEqual(found);
});

test("while older layers are unread, what no newer one tells of is for them", () => {
  expect(findFile("/app", [layer({})], false)).toBe("older");
  expect(findFile("/app", [layer({}, { removed: ["app"] })], false)).toBe("missing");
  expect(findFile("/bin/app", [layer({ app })], false)).toBe("older");
  expect(findFile("/app", [], false)).toBe("older");
  expect(findFile("/app", [], true)).toBe("missing");
});
