/** Keeps a choice of how the page looks for a year; the server reads it, so that nothing flashes. */
export function remember(name: string, value: string) {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  } catch {
    // Where cookies are forbidden the choice holds until the page is left.
  }
}
