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
  post: () => post
});
module.exports = __toCommonJS(stdin_exports);
var import_owner = require("./owner.cjs");
var import_owner_parts = require("./owner-parts.cjs");
var import_clean_up = require("./clean-up.cjs");
var import_undo = require("./undo.cjs");
var import_together = require("./together.cjs");
var import_run_files = require("./run-files.cjs");
var import_valibot = require("./valibot.cjs");
var import_remedy = require("./remedy.cjs");
var import_processes = require("./processes.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_modules = require("./modules.cjs");
var import_node_path = require("node:path");
var import_promises = require("node:fs/promises");
var import_node_path2 = require("node:path");
var ours = /^crossbuild-[0-9a-f]{16}$/;
var builderContainer = /^buildx_buildkit_(crossbuild-[0-9a-f]{16})0$/;
var pattern = "^/(buildx_buildkit_crossbuild-[0-9a-f]{16}0|crossbuild-[0-9a-f]{16}-binfmt)$";
async function findAbandoned(doors, { buildx, beside, here, own }) {
  const [names, files, folders] = await Promise.all([
    listContainers(doors),
    judge(
      (0, import_node_path2.join)(buildx, "instances"),
      { here, own },
      async (file) => ownerOfBuilder(await text(file))
    ),
    judge(beside, { here, own }, (folder) => text((0, import_node_path2.join)(folder, import_run_files.ownerFile)))
  ]);
  const asked = names.filter((name) => !name.includes(own) && !files.has(builderOf(name)));
  const containers = await Promise.all(
    asked.map(async (name) => await isAbandoned(doors.shell, name, here) ? [name] : [])
  );
  const gone = containers.flat();
  return {
    builders: [...goneOf(files), ...gone.filter(isBuilder).map(builderOf)],
    emulators: gone.filter((name) => !isBuilder(name)),
    folders: goneOf(folders)
  };
}
var listed = (0, import_valibot.array)((0, import_valibot.object)({ Names: (0, import_valibot.array)((0, import_valibot.string)()) }));
async function listContainers({ shell, engine }) {
  const filters = encodeURIComponent(JSON.stringify({ name: [pattern] }));
  const answer = await engine(`/containers/json?all=true&filters=${filters}`);
  const told = (0, import_valibot.safeParse)(listed, answer?.status === 200 ? answer.json : void 0);
  if (told.success) return told.output.flatMap(({ Names }) => Names.map((name) => name.slice(1)));
  const list = ["docker", "ps", "--all", "--filter", `name=${pattern}`, "--format", "{{.Names}}"];
  const { stdout } = await shell.capture("looking for what dead runs left", list);
  return stdout.split("\n").filter((name) => name !== "");
}
async function judge(folder, { here, own }, ownerOf) {
  const all = await (0, import_promises.readdir)(folder).catch(() => []);
  const names = all.filter((name) => ours.test(name) && name !== own);
  const judged = await Promise.all(
    names.map(async (name) => {
      const path = (0, import_node_path2.join)(folder, name);
      const [owner, made] = await Promise.all([
        ownerOf(path).catch(() => void 0),
        (0, import_promises.stat)(path).catch(() => void 0)
      ]);
      const gone = made && await isOwnerGone(owner, made.mtimeMs, here);
      return gone === void 0 ? [] : [[name, gone]];
    })
  );
  return new Map(judged.flat());
}
async function isOwnerGone(mark, made, here) {
  const owner = mark === void 0 ? void 0 : (0, import_owner_parts.parseOwner)(mark);
  if (owner === void 0) return void 0;
  return (0, import_owner_parts.isGone)(owner, made, { here, started: await (0, import_owner.startOf)(owner.pid) });
}
var format = '{"made":{{json .Created}},"variables":{{json .Config.Env}}}';
var inspected = (0, import_valibot.object)({ made: (0, import_valibot.string)(), variables: (0, import_valibot.nullish)((0, import_valibot.array)((0, import_valibot.string)()), []) });
async function isAbandoned(shell, container, here) {
  const command = ["docker", "container", "inspect", "--format", format, container];
  try {
    const { stdout } = await shell.capture("looking whose a container is", command);
    const { made, variables } = (0, import_valibot.parse)(inspected, JSON.parse(stdout));
    const owner = variables.find((variable) => variable.startsWith(`${import_owner_parts.ownerVariable}=`));
    const mark = owner?.slice(import_owner_parts.ownerVariable.length + 1);
    return await isOwnerGone(mark, Date.parse(made), here) ?? false;
  } catch (error) {
    if (error instanceof import_errors.CommandError) return false;
    throw error;
  }
}
var instance = (0, import_valibot.object)({
  Nodes: (0, import_valibot.array)((0, import_valibot.object)({ DriverOpts: (0, import_valibot.nullish)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)()), {}) }))
});
function ownerOfBuilder(json) {
  const [node] = (0, import_valibot.parse)(instance, JSON.parse(json)).Nodes;
  return node?.DriverOpts[`env.${import_owner_parts.ownerVariable}`];
}
var text = (path) => (0, import_promises.readFile)(path, "utf8");
var isBuilder = (container) => builderContainer.test(container);
var builderOf = (container) => builderContainer.exec(container)?.[1] ?? "";
function goneOf(judged) {
  return [...judged].flatMap(([name, isGone2]) => isGone2 ? [name] : []);
}
async function sweep(doors, places) {
  const here = await (0, import_owner.findHere)(places.isEngineHere);
  if (here === void 0) return [];
  const beside = (0, import_node_path.dirname)(places.folder);
  const own = (0, import_node_path.basename)(places.folder);
  const abandoned = await findAbandoned(doors, { ...places, beside, here, own });
  for (const name of abandoned.builders) await removeBuilder(name, places, doors);
  await (0, import_clean_up.removeContainers)(abandoned.emulators, doors);
  for (const name of abandoned.folders) await (0, import_run_files.removeFolder)((0, import_node_path.join)(beside, name));
  return wordsOf(abandoned);
}
async function removeBuilder(name, { buildx }, doors) {
  const { container, files } = (0, import_owner.partsIn)(buildx, name);
  await (0, import_clean_up.removeContainers)([container], doors);
  await (0, import_clean_up.removeVolume)(container, doors);
  for (const file of files) await (0, import_run_files.removeFolder)(file);
}
function wordsOf({ builders, emulators, folders }) {
  return [
    ...builders.map((name) => `builder ${name}`),
    ...emulators.map((name) => `container ${name}`),
    ...folders.map((name) => `folder ${name}`)
  ];
}
async function post({ undo: text2, main }, doors) {
  if (text2 === void 0 || main === "undone") return;
  const { github } = doors;
  const undo = (0, import_undo.parseUndo)(text2);
  try {
    for (const line of await undoRun(undo, main === "ended", doors)) github.info(line);
  } catch (error) {
    github.warning(`Not everything could be removed. ${(0, import_remedy.failureText)(error)}`);
  }
}
async function undoRun(undo, ended, doors) {
  const { builder, folder } = undo;
  if (undo.machine === "thrown away") {
    await (0, import_run_files.removeFolder)(folder);
    return builder === null ? [] : [`Builder ${builder.name} goes with the machine`];
  }
  const shell = (0, import_processes.withEnvironment)(doors.shell, undo.environment);
  const running = ended ? [] : await (0, import_processes.endProcesses)(folder);
  const swept = sweepFor(undo, shell);
  await (0, import_clean_up.cleanUp)(shell, undo, running, swept);
  return [...builder === null ? [] : [(0, import_clean_up.removalText)(builder)], ...await swept];
}
async function sweepFor({ sweep: where, folder, endpoint }, shell) {
  if (where === null) return [];
  const swept = await sweep({ shell, engine: (0, import_undo.engineApi)(endpoint) }, { ...where, folder }).catch(
    () => []
  );
  if (swept.length === 0) return [];
  return [`Removed what runs left that were killed: ${swept.join(", ")}`];
}
