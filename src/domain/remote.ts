// Contexts and Dockerfiles that BuildKit fetches itself.

// util/gitutil and frontend/dockerui of moby/buildkit
const form = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;

/** Whether a text names what is elsewhere: a URL, or a Git repository. */
export function isRemote(text: string): boolean {
  return form.test(text);
}
