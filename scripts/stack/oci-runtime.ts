// The engine's OCI runtime: runc, or runc behind a wrapper where the machine keeps a capability.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const sysResource = 1n << 24n;

/** The daemon.json settings that make privileged containers start on this machine. */
export async function runtimeSettings(): Promise<Readonly<Record<string, unknown>>> {
  const status = await readFile("/proc/self/status", "utf8");
  const bounding = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
  if ((bounding & sysResource) !== 0n) return {};
  return {
    runtimes: { "without-sys-resource": { path: join(import.meta.dirname, "oci-runtime.sh") } },
    "default-runtime": "without-sys-resource",
  };
}
