var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  cleanUp: () => cleanUp,
  removalText: () => removalText,
  removeContainers: () => removeContainers,
  removeVolume: () => removeVolume
});
module.exports = __toCommonJS(stdin_exports);
var import_undo = require("./undo.cjs");
var import_together = require("./together.cjs");
var import_run_files = require("./run-files.cjs");
var import_errors = require("./errors.cjs");
var import_promises = require("node:timers/promises");
var done = [204, 404, 409];
async function removeContainers(names, doors) {
  const removed = await Promise.all(names.map((name) => removeContainer(name, doors)));
  return names.filter((_, index) => removed[index]);
}
async function removeContainer(name, { shell, engine }) {
  const answer = await engine(`/containers/${name}?force=true&v=true`, "DELETE");
  if (answer !== void 0 && done.includes(answer.status)) return answer.status === 204;
  const remove = ["docker", "rm", "--force", "--volumes", name];
  const { stdout } = await unlessAbsent(shell.capture("removing the builder's container", remove));
  return stdout.includes(name);
}
async function removeVolume(container, { shell, engine }) {
  const volume = `${container}_state`;
  const answer = await engine(`/volumes/${volume}?force=true`, "DELETE");
  if (answer?.status === 204 || answer?.status === 404) return;
  const remove = ["docker", "volume", "rm", "--force", volume];
  await unlessAbsent(shell.capture("removing the builder's volume", remove));
}
async function unlessAbsent(removal) {
  try {
    return await removal;
  } catch (error) {
    const gone = /no builder|no such|not found|does not exist|already in progress/i;
    if (error instanceof import_errors.CommandError && gone.test(error.stderr)) return { stdout: "", stderr: "" };
    throw error;
  }
}
var lookMilliseconds = 100;
var appearMilliseconds = 1500;
async function cleanUp(shell, undo, running, beside = Promise.resolve()) {
  const parts = (0, import_together.together)([
    beside,
    removeBuilder(shell, undo, running),
    giveFormerBuilderBack(shell, undo),
    ...undo.files.map(import_run_files.removeFile)
  ]);
  const folder = parts.catch(() => {
  }).then(() => (0, import_run_files.removeFolder)(undo.folder));
  await (0, import_together.together)([parts, folder]);
}
async function giveFormerBuilderBack(shell, { formerBuilder }) {
  if (formerBuilder === null) return;
  await shell.capture(`making \`${formerBuilder}\` the current builder again`, [
    ...["docker", "buildx", "use", formerBuilder]
  ]);
}
async function removeBuilder(shell, undo, running) {
  const { builder } = undo;
  const doors = { shell, engine: (0, import_undo.engineApi)(undo.endpoint) };
  const goes = builder !== null && builder.cleanup !== "nothing" ? builder : null;
  const container = goes?.here?.container;
  const words = running.flat();
  const emulators = words.find((word) => word === undo.emulators);
  const names = [container, emulators].filter((name) => name !== void 0);
  const isNew = goes !== null && words.includes(goes.name);
  await removeAll(names, isNew ? names : names.filter((name) => name !== container), doors);
  if (goes === null) return;
  if (container === void 0) return await removeByBuildx(shell, goes);
  if (goes.cleanup === "all") await removeVolume(container, doors);
  for (const file of goes.here?.files ?? []) await (0, import_run_files.removeFolder)(file);
}
async function removeAll(names, late, doors) {
  const start = performance.now();
  const removed = await removeContainers(names, doors);
  let absent = late.filter((name) => !removed.includes(name));
  while (absent.length > 0 && performance.now() - start < appearMilliseconds) {
    await (0, import_promises.setTimeout)(lookMilliseconds);
    const found = await removeContainers(absent, doors);
    absent = absent.filter((name) => !found.includes(name));
  }
}
async function removeByBuildx(shell, { name, cleanup }) {
  const keep = cleanup === "all-but-state" ? ["--keep-state"] : [];
  const remove = ["docker", "buildx", "rm", "--force", ...keep, name];
  await unlessAbsent(shell.capture("removing the builder", remove));
}
function removalText({ name, cleanup }) {
  switch (cleanup) {
    case "all":
      return `Builder ${name} removed`;
    case "all-but-state":
      return `Builder ${name} removed; its cache is kept for the next builder of that name`;
    case "nothing":
      return `Builder ${name} is kept. To remove it: docker buildx rm ${name}`;
  }
}
