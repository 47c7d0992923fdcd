// The words about the tags that kept the legs until they were merged.

/** @param tags `registry/path:tag` each */
export function legTagsText(tags: readonly string[]): string {
  const list = tags.join(", ");
  return `The legs are merged, and the tags that kept them are of no more use: ${list}. Remove them where the registry lists tags, or let a rule of the registry's remove those that begin with \`crossbuild-\`; their manifests are parts of the image, and stay`;
}
