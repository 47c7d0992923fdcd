// Root file systems from Debian's packages, for images that Docker Hub cannot give us here.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { trusted } from "./certificates.ts";
import { run } from "./command.ts";
import { sourceOf, unpackedPackages } from "./debian-package.ts";

/** What of the packages is left out, as no container of the stack's uses it. */
export const leftOut = [
  ...["doc", "man", "info", "locale", "lintian", "gitweb", "perl", "perl5"].map(
    (name) => `/usr/share/${name}/*`,
  ),
  ...["gconv/*", "perl/*", "perl-base/*", "libperl.so*"].map((name) => `/usr/lib/*/${name}`),
  "/usr/bin/perl*",
];

/**
 * Unpacks `packages` and what they need for a Debian architecture into `folder`. Nothing of a
 * foreign architecture runs, so this needs no emulator; no package's own scripts run either.
 */
export async function unpackRoot(
  folder: string,
  architecture: string,
  packages: readonly string[],
): Promise<void> {
  const set = { name: "mmdebstrap", suite: "bookworm", packages: ["mmdebstrap"] } as const;
  const tool = await unpackedPackages(set);
  const options = [
    "--quiet",
    "--mode=root",
    "--variant=extract",
    `--architectures=${architecture}`,
    `--include=${packages.join(",")}`,
    `--hook-dir=${join(tool, "usr/share/mmdebstrap/hooks/merged-usr")}`,
    ...leftOut.flatMap((path) => ["--dpkgopt", `path-exclude=${path}`]),
  ];
  const path = `${join(tool, "usr/bin")}:${process.env["PATH"]}:/usr/sbin:/sbin`;
  const command = ["perl", join(tool, "usr/bin/mmdebstrap"), ...options, "bookworm", folder];
  await run([...command, sourceOf("bookworm")], {
    doing: `unpacking a root file system for ${architecture}`,
    advice: "run it as root (does this machine reach deb.debian.org?)",
    env: { ...process.env, PATH: path },
  });
  await addSettings(folder);
}

async function addSettings(folder: string): Promise<void> {
  const etc = join(folder, "etc");
  await mkdir(join(etc, "ssl/certs"), { recursive: true });
  await cp(trusted, join(folder, trusted));
  await writeFile(
    join(etc, "passwd"),
    "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
  );
  await writeFile(join(etc, "group"), "root:x:0:\nnogroup:x:65534:\n");
}
