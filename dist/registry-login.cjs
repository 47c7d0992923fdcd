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
  refusesLogin: () => refusesLogin
});
module.exports = __toCommonJS(stdin_exports);
var import_modules = require("./modules.cjs");
var import_node_http = require("node:http");
var import_node_https = require("node:https");
var timeoutMilliseconds = 1e4;
async function refusesLogin({ registry, username, password }, { plainHttp }) {
  const request = plainHttp ? import_node_http.request : import_node_https.request;
  const options = {
    auth: `${username}:${password}`,
    timeout: timeoutMilliseconds,
    rejectUnauthorized: false
  };
  return await new Promise((resolve) => {
    const asked = request(
      `${plainHttp ? "http" : "https"}://${registry}/v2/`,
      options,
      (answer) => {
        answer.resume();
        const challenge = answer.headers["www-authenticate"] ?? "";
        const refused = answer.statusCode === 401 && /^basic/i.test(challenge);
        resolve(
          refused || answer.statusCode === 403 ? `it answers ${answer.statusCode}` : void 0
        );
      }
    );
    asked.on("timeout", () => asked.destroy(new Error("timeout: it does not answer")));
    asked.on("error", (error) => resolve(error.message));
    asked.end();
  });
}
