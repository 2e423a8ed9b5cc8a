/** The zero of every kind of digits that tables come in; the other nine follow it. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** Arabic-Indic, Persian, Devanagari, Bengali and full-width digits as 0–9; all else as it is. */
export function toAsciiDigits(text: string): string {
  if (!/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\uFF10-\uFF19]/.test(text))
    return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
