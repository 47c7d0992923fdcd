// Inputs that make a step work on the stack.
import { stackEnvironment } from "../../scripts/stack/environment.ts";

export const stack = stackEnvironment();

/** Plain HTTP on a name that is not loopback, and a mirror in place of Docker Hub. */
export const privateRegistry = {
  "driver-opts": "network=host",
  "buildkitd-config-inline": `
[registry."docker.io"]
  mirrors = ["${stack.STACK_REGISTRY_HTTP}"]
[registry."${stack.STACK_REGISTRY_HTTP}"]
  http = true
`,
};

export const dockerfile = `FROM alpine:3.19
RUN uname -m > /cpu.txt && echo "built on $(cat /cpu.txt)"
CMD ["cat", "/cpu.txt"]
`;

/** A repository that no other test pushes to. */
export function newRepository(): string {
  return `test/${crypto.randomUUID()}`;
}
