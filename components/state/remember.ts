/**
 * Keeps a choice of how the page looks for a year; the server reads it, so that nothing flashes.
 * False where the browser does not keep it: the choice holds until the page is left.
 */
export function remember(name: string, value: string): boolean {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
    return document.cookie.split("; ").includes(`${name}=${value}`);
  } catch {
    return false;
  }
}

export const forgotten =
  "This browser keeps no choices: this one holds until you leave or reload the page.";
