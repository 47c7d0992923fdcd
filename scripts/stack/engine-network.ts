// The private engine's network: a bridge and an nftables table of its own, which go as they came.
import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { attempt, run } from "./command.ts";
import { lockedBy } from "./lock.ts";
import { say } from "./progress.ts";
import { folders, stackId } from "./stack-folder.ts";

const bridge = `cb-${stackId}`;
const table = `crossbuild-${stackId}`;

/**
 * Makes the bridge and gives the daemon.json settings for it. The engine itself keeps its hands off
 * the packet filter: its chains have fixed names, and flushing them would cut off another engine.
 */
export async function makeNetwork(
  env: NodeJS.ProcessEnv,
): Promise<Readonly<Record<string, unknown>>> {
  // Of engines that start at once, each gets a subnet of its own.
  const subnet = await lockedBy(join(folders.cache, "subnets.lock"), makeBridge);
  if (subnet === undefined) return { bridge: "none", iptables: false, ip6tables: false };
  const rules = `table ip ${table} {
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr ${subnet}.0/24 oifname != "${bridge}" masquerade
  }
}`;
  const filtered = await attempt(["nft", "-f", "-"], { env, input: rules }).catch(() => undefined);
  if (filtered?.exitCode !== 0) say("no nftables here: the bridge reaches this machine only");
  return { bridge, iptables: false, ip6tables: false };
}

/** Makes the bridge; gives its subnet, `10.213.7`, or undefined if this machine can't have one. */
async function makeBridge(): Promise<string | undefined> {
  const subnet = freeSubnet();
  const made = await attempt(["ip", "link", "add", bridge, "type", "bridge"]);
  if (made.exitCode !== 0) {
    say(`no bridge here (${made.stderr.trim()}): containers have --network host or none`);
    return undefined;
  }
  const doing = "setting up the engine's bridge";
  await run(["ip", "address", "add", `${subnet}.1/24`, "dev", bridge], { doing });
  await run(["ip", "link", "set", bridge, "up"], { doing });
  return subnet;
}

/** Takes the bridge and the table away again, if they are. */
export async function removeNetwork(env: NodeJS.ProcessEnv): Promise<void> {
  await attempt(["nft", "delete", "table", "ip", table], { env }).catch(() => undefined);
  await attempt(["ip", "link", "delete", bridge]).catch(() => undefined);
}

/** Whether this machine passes packets on; starting an engine turns it on. */
export async function readForwarding(): Promise<string> {
  return (await readFile("/proc/sys/net/ipv4/ip_forward", "utf8")).trim();
}

function freeSubnet(): string {
  const taken = Object.values(networkInterfaces())
    .flat()
    .map((address) => address?.address ?? "");
  const first = Number.parseInt(stackId.slice(0, 2), 16);
  const subnets = Array.from({ length: 256 }, (_, step) => `10.213.${(first + step) % 256}`);
  return subnets.find((subnet) => !taken.includes(`${subnet}.1`)) ?? `10.213.${first}`;
}
