/** Digits with at most a point among them: most numbers of most tables. */
export const plainNumber = /^-?\d{1,15}(?:\.\d+)?$/;

/** Whether a cell has a digit; other scripts may. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 47 && code < 58) || code > 0x65f) return true;
  }
  return false;
}
