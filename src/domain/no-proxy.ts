// Which hosts are reached without a proxy, by the rules of Go's programs, docker's and BuildKit's
// among them: golang.org/x/net/http/httpproxy
import { BlockList, isIP } from "node:net";

/**
 * Whether a host is reached without a proxy: this machine is, and what NO_PROXY has. An entry is `*`,
 * an address, a network (`10.0.0.0/8`), or a domain, which stands for its subdomains too; with `.` or
 * `*.` in front it stands for them alone. Any but a network may have a port.
 *
 * @param host as a URL has it: `registry.internal:5000`, `[::1]:5000`
 * @param noProxy entries separated by commas
 */
export function isExempt(host: string, noProxy: string): boolean {
  const { name, port } = parts(host.toLowerCase());
  if (name === "localhost" || isIn(name, "127.0.0.0/8") || name === "::1") return true;
  const entries = noProxy.toLowerCase().split(",");
  return entries.some((entry) => covers(entry.trim(), name, port));
}

function covers(entry: string, name: string, port: string): boolean {
  if (entry === "") return false;
  if (entry === "*") return true;
  if (entry.includes("/")) return isIn(name, entry);
  const only = parts(entry);
  if (only.port !== "" && !(port === "" ? ["80", "443"] : [port]).includes(only.port)) return false;
  const domain = only.name.replace(/^\*\./, ".");
  if (domain.startsWith(".")) return name.endsWith(domain);
  return name === domain || (isIP(name) === 0 && name.endsWith(`.${domain}`));
}

/** `[::1]:5000` → `::1`, `5000`; an address of IPv6 may have no brackets if it has no port. */
function parts(host: string): { readonly name: string; readonly port: string } {
  if (isIP(host) !== 0) return { name: host, port: "" };
  const [, bracketed, plain = "", port = ""] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(host) ?? [];
  return { name: bracketed ?? plain, port };
}

function isIn(name: string, network: string): boolean {
  const family = isIP(name);
  const [address = "", prefix = ""] = network.split("/");
  if (family === 0 || family !== isIP(address) || !/^\d{1,3}$/.test(prefix)) return false;
  if (Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const kind = family === 4 ? "ipv4" : "ipv6";
  list.addSubnet(address, Number(prefix), kind);
  return list.check(name, kind);
}
