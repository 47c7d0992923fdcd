// Addresses of the Internet Protocol.
import { isIP } from "node:net";

/** Whether the text is an address of version 4 or 6: `10.0.0.53`, `fd00::1`. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}
