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
  findHere: () => findHere,
  isHere: () => isHere,
  ownerOn: () => ownerOn,
  partsIn: () => partsIn,
  partsOf: () => partsOf,
  startOf: () => startOf
});
module.exports = __toCommonJS(stdin_exports);
var import_owner_parts = require("./owner-parts.cjs");
var import_promises = require("node:fs/promises");
async function ownerOn(machine) {
  const place = machine === "kept" ? await findPlace() : void 0;
  if (place === void 0) return void 0;
  const pid = String(process.ppid);
  return (0, import_owner_parts.formatOwner)({ ...place, pid, started: await startOf(pid) ?? "0" });
}
async function findHere(isEngineHere) {
  const place = await findPlace();
  if (place === void 0) return void 0;
  const seconds = /^btime (\d+)$/m.exec(await (0, import_promises.readFile)("/proc/stat", "utf8"))?.[1];
  return { ...place, booted: Number(seconds) * 1e3, now: Date.now(), isEngineHere };
}
async function findPlace() {
  try {
    const [boot, namespace] = await Promise.all([
      (0, import_promises.readFile)("/proc/sys/kernel/random/boot_id", "utf8"),
      (0, import_promises.readlink)("/proc/self/ns/pid")
    ]);
    return { boot: boot.trim(), namespace: namespace.replaceAll(/\D/g, "") };
  } catch {
    return void 0;
  }
}
async function startOf(pid) {
  try {
    const text = await (0, import_promises.readFile)(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return void 0;
  }
}
function isHere(driver, { endpoint }) {
  return driver === "docker-container" && endpoint === void 0;
}
function partsOf(name, { driver, nodes: [first, ...more] }, buildxFolder) {
  if (first === void 0 || more.length > 0 || !isHere(driver, first)) return void 0;
  return partsIn(buildxFolder, name);
}
function partsIn(buildxFolder, name) {
  const lower = name.toLowerCase();
  return {
    container: `buildx_buildkit_${lower}0`,
    files: ["activity", "refs", "instances"].map((folder) => `${buildxFolder}/${folder}/${lower}`)
  };
}
