// The words about the tags that kept the legs until they were merged.

/** @param tags `registry/path:tag` each, and why it is still there */
export function legTagsText(
  tags: readonly { readonly tag: string; readonly why: string }[],
): string {
  const list = tags.map(({ tag, why }) => `${tag} (${why})`).join(", ");
  return `The legs are merged, but tags that kept them could not be removed: ${list}. They are of no more use: remove them by hand, or let a rule of the registry's remove those that begin with \`crossbuild-\``;
}
