/** What a first line tells a program rather than a reader: the delimiter, or the encoding. */
export interface ControlLine {
  readonly text: string;
  readonly delimiter?: string;
  /** How much of the text it takes, with its line end. */
  readonly length: number;
}

const separator = /^"{0,1}sep=(\t|[^\r\n])"?[,;\t]*(?:\r\n|\r|\n|$)/i;
const encoding =
  /^"?(?:(?:en)?coding[:=] ?)?(?:utf-?8|utf-?16(?:le|be)?|unicode|windows-125\d|iso-8859-\d+|latin-?1|ascii)"?[,;\t]*(?:\r\n|\r|\n)/i;

/** A line `sep=;` or one that only names an encoding; null where the first line is none. */
export function readControlLine(text: string): ControlLine | null {
  const parted = separator.exec(text);
  if (parted) return { text: parted[0].trimEnd(), delimiter: parted[1], length: parted[0].length };
  const named = encoding.exec(text);
  return named ? { text: named[0].trim(), length: named[0].length } : null;
}
