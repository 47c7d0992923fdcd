// Reads the event that started the workflow.
import { readFile } from "node:fs/promises";
import * as v from "valibot";

// https://docs.github.com/webhooks/webhook-events-and-payloads
const payload = v.object({ repository: v.object({ private: v.boolean() }) });

/** Whether the event says that the repository is private. */
export async function isPrivateRepository(path: string | undefined): Promise<boolean> {
  if (path === undefined) return false;
  try {
    const read = v.safeParse(payload, JSON.parse(await readFile(path, "utf8")));
    return read.success && read.output.repository.private;
  } catch {
    return false;
  }
}
