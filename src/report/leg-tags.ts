// The words about the tags that kept the legs until they were merged.

/** @param tags `registry/path:tag` each, and why it is still there */
export function legTagsText(
  tags: readonly { readonly tag: string; readonly why: string }[],
): string {
  const list = tags.map(({ tag, why }) => `${tag} (${why})`).join(", ");
  return `The legs are merged, but their temporary tags could not be removed: ${list}. They are no longer needed: remove them by hand, or with a cleanup rule in the registry for tags that begin with \`crossbuild-\``;
}
