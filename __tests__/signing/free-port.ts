// Ports for programs that have to be told one.
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** A free port of 127.0.0.1, below those that the kernel gives to others meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().on("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
