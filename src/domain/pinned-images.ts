// The tool images that the step uses unless an input names others.

/**
 * A release each, so that builds don't change between two runs. `npm run pins` raises them, here and
 * in `action.yml`.
 */
export const pinnedImages = {
  buildkit: "docker.io/moby/buildkit:v0.32.2",
  binfmt: "docker.io/tonistiigi/binfmt:qemu-v10.2.3-68",
} as const;
