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
  passwordsIn: () => passwordsIn,
  withoutPasswords: () => withoutPasswords
});
module.exports = __toCommonJS(stdin_exports);
var authority = /:\/\/([^\s/?#`'"]*)@/g;
function passwordsIn(text) {
  return Array.from(text.matchAll(authority), (match) => passwordOf(match, text)).filter(
    (password) => password !== ""
  );
}
function withoutPasswords(text) {
  return text.replaceAll(
    authority,
    (whole, user, offset) => namesOnly(user, text.slice(0, offset)) ? whole : "://***@"
  );
}
function passwordOf(match, text) {
  const [, user = ""] = match;
  if (namesOnly(user, text.slice(0, match.index))) return "";
  return user.slice(user.indexOf(":") + 1);
}
function namesOnly(user, before) {
  return !user.includes(":") && /ssh$/i.test(before.slice(-3));
}
