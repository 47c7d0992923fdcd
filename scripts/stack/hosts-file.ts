// The one visible line that the stack adds to /etc/hosts, so that the registry has a host name.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asRoot, run } from "./command.ts";
import { say } from "./progress.ts";
import { folders, stackFolder } from "./stack-folder.ts";

const hostsFile = "/etc/hosts";
const mark = "# crossbuild test stack";

/** The registry's name: not loopback to a client, though it leads to 127.0.0.1. */
export const registryHost = "registry.crossbuild.test";

const line = `127.0.0.1 ${registryHost} ${mark} ${stackFolder}`;

/** Whether the line is there. */
export async function hasHostsLine(): Promise<boolean> {
  return (await readFile(hostsFile, "utf8")).split("\n").includes(line);
}

/** Adds the line and says so. */
export async function addHostsLine(): Promise<void> {
  if (await hasHostsLine()) return;
  const text = await readFile(hostsFile, "utf8");
  await replaceHosts(`${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`);
  say(`added to ${hostsFile}: ${line}`);
}

/** Takes the line away and says so. */
export async function removeHostsLine(): Promise<void> {
  if (!(await hasHostsLine())) return;
  const lines = (await readFile(hostsFile, "utf8")).split("\n");
  await replaceHosts(lines.filter((other) => other !== line).join("\n"));
  say(`removed from ${hostsFile}: ${line}`);
}

/** The folders of the other stacks that have a line, up or crashed. */
export async function otherStackFolders(): Promise<readonly string[]> {
  const lines = (await readFile(hostsFile, "utf8")).split("\n");
  const others = lines.map((other) => other.split(`${mark} `)[1] ?? "");
  return others.filter((folder) => folder !== "" && folder !== stackFolder);
}

/** Copies over the file, which keeps its owner and mode and may be a mount point. */
async function replaceHosts(text: string): Promise<void> {
  const copy = join(folders.run, "hosts");
  await writeFile(copy, text);
  await run(asRoot(["cp", "--no-preserve=all", copy, hostsFile]), {
    doing: `writing ${hostsFile}`,
    advice: "run it as root, or where sudo asks for no password",
  });
  await rm(copy);
}
